/** What the reference of the old API says, entry by entry, in our own words. */
interface Entry {
  /** Where in communifire-api.md it is. */
  readonly section: string;
  /** Words by which it is found there. */
  readonly found: string;
  readonly says: string;
}

const convention = (found: string, says: string): Entry => ({ section: '1', found: `| ${found} |`, says });

/** Section 1, the conventions of every call; the refusals one by one. */
export const conventions = {
  'base path': convention('base path', 'Paths and names of parameters match in any case.'),
  authentication: convention('authentication', 'The key is in a header or in the URL; the header wins.'),
  'sloppy URLs': convention('sloppy URLs', 'An & begins the query where no ? does, and a second ? separates.'),
  'other headers': convention('other headers', 'Authorization is ignored beside a key.'),
  'shape of a key': convention('shape of a key', 'A key is base64 of a user name and a UUID.'),
  'request body': convention('request body', 'JSON, whatever its charset; other types are refused.'),
  'stringified bodies': convention(
    'stringified bodies',
    'A JSON string with the object in it is as good as the object.',
  ),
  'property names': convention('property names', 'In any case; unknown ones are ignored and listed in a header.'),
  nulls: convention('nulls', 'No text of an answer is null.'),
  numbers: convention('numbers', 'Digits in a string are an ID, too.'),
  'response envelope': convention(
    'response envelope',
    'Three properties in one order, and what they hold after writes and reads.',
  ),
  'bare responses': convention('bare responses', 'Two calls answer without the envelope.'),
  errors: convention('errors', 'The envelope with a sentence, no content, and an honest status.'),
  'error 400': convention('errors', 'Malformed or invalid.'),
  'error 401': convention('errors', 'No key, or an unknown one.'),
  'error 403': convention('errors', 'Known, but not allowed.'),
  'error 404': convention('errors', 'Nothing there, or nothing that this key may see.'),
  'error 405': convention('errors', 'Another method than there is.'),
  'error 413': convention('errors', 'Too large.'),
  'error 415': convention('errors', 'The wrong type of body.'),
  'error 429': convention('errors', 'Too many attempts.'),
  paging: convention('paging', 'Pages from 1, of 10 unless told, of 100 at most.'),
  sorting: convention('sorting', 'By column and order; newest update first unless told.'),
  dates: convention('dates', 'Sent in UTC, and for the user in the zone of theirs.'),
  'entity types': convention('entity types', 'Numbers that stand for kinds of content.'),
} as const satisfies Record<string, Entry>;

/** Refusals that no single request can provoke on a server that is well: the tests beside the code do. */
export const notByOneRequest = ['409', '500', '503'] as const;

const property = (found: string, says: string): Entry => ({ section: '2', found: `| ${found} |`, says });
const rule = (found: string, says: string): Entry => ({ section: '2', found, says });

/** Section 2, the properties of a case that can be updated, and the rules of doing so. */
export const updating = {
  IssueTitle: property('IssueTitle', 'The title.'),
  IssueDescription: property('IssueDescription', 'The description, as HTML.'),
  MilestoneID: property('MilestoneID', 'The milestone; 0 is none.'),
  AssignedToUserID: property('AssignedToUserID', 'Who works on it; 0 is nobody.'),
  ProjectID: property('ProjectID', 'The project.'),
  ProjectSectionID: property('ProjectSectionID', 'The section; 0 is none.'),
  IssuePriorityID: property('IssuePriorityID', 'The priority.'),
  IssueStatusID: property('IssueStatusID', 'The status.'),
  SpaceID: property('SpaceID', 'The space; another one moves the case.'),
  TagsCSV: property('TagsCSV', 'All tags.'),
  RecipientUserIDCSV: property('RecipientUserIDCSV', 'All who are kept informed.'),
  'only what is present changes': rule('All properties are optional', 'What is not named stays.'),
  'at least one property': rule('at least one known property', 'An update of nothing is an error.'),
  'limits of texts': rule('title: not blank', 'Titles are not blank and not endless, descriptions not endless.'),
  'IDs that can be used': rule(
    'a given ID must exist and be usable',
    'What is referred to belongs together and is seen.',
  ),
  'another project': rule('when the project changes', 'Section and milestone of the old project go.'),
  'zero and null': rule('clears milestone, section and assignee', 'They clear three properties and leave four alone.'),
  'sanitised HTML': rule('HTML is sanitised', 'Scripts go, text stays.'),
  'one change': rule('One request is one atomic', 'All or nothing; nothing new is no change.'),
  "the vendor's example": rule("The vendor's own example", 'It works word for word.'),
} as const satisfies Record<string, Entry>;

const session = (found: string, says: string): Entry => ({ section: '3, session and people', found, says });
const spaces = (found: string, says: string): Entry => ({ section: '3, spaces and permissions', found, says });
const cases = (found: string, says: string): Entry => ({ section: '3, cases', found, says });
const discussion = (found: string, says: string): Entry => ({
  section: '3, comments, attachments, likes',
  found,
  says,
});
const feeds = (found: string, says: string): Entry => ({ section: '3, feeds and search', found, says });
const services = (found: string, says: string): Entry => ({ section: '3, the older XML services', found, says });

/** Sections 2 and 3: every call. */
export const callsOfPage = {
  'PUT /api/cases/{caseid}': { section: '2', found: 'PUT /api/cases/{caseid}', says: 'Changes a case.' },

  'GET /ping-do-not-delete.ico': session('GET /ping-do-not-delete.ico', 'Tells that this is a portal.'),
  'GET /api/saml/details': session('GET /api/saml/details', 'Which ways to sign in there are.'),
  'PUT /api/users/token': session('PUT /api/users/token', 'A key for a password.'),
  'GET /api/users/me': session('GET /api/users/me', 'Whose key this is.'),
  'GET /api/users/me/spaces': session('GET /api/users/me/spaces', 'The spaces of whose key this is.'),
  'GET /api/users': session('GET /api/users?username=', 'People, by their name.'),
  'GET /api/users/{id}/details': session('GET /api/users/{id}/details', 'One person.'),
  'GET /api/content/{userid}': session('GET /api/content/{userid}?contenttypeid=15', 'A profile, by captions.'),
  'POST /api/users/me/devicetokens/{platform}': session(
    'POST /api/users/me/devicetokens/{ios or android}',
    'A phone to push to.',
  ),
  'DELETE /api/users/me/devicetokens': session(
    'DELETE /api/users/me/devicetokens?deviceToken=',
    'No longer to push to.',
  ),

  'GET /api/spaces': spaces('GET /api/spaces?status=1', 'All spaces.'),
  'GET /api/spaces/{id}': spaces('GET /api/spaces/{id}`', 'One space, or the whole community.'),
  'GET /api/spaces/{id}/users': spaces('GET /api/spaces/{id}/users?', 'Who is in a space.'),
  'GET /api/spaces/{id}/members': spaces('GET /api/spaces/{id}/members?', 'The same, by their name.'),
  'GET /api/spaces/{id}/entityaccess': spaces(
    'GET /api/spaces/{id}/entityaccess?',
    'Which kinds of content a space has.',
  ),
  'GET /api/permissions/access': spaces('GET /api/permissions/access?', 'What may be done.'),

  'GET /api/cases': cases('GET /api/cases?spaceid=', 'Cases, by filters.'),
  'GET /api/cases/{id}': cases('GET /api/cases/{id}', 'One case.'),
  'POST /api/cases': cases('POST /api/cases`', 'A new case.'),
  'DELETE /api/cases/{id}': cases('DELETE /api/cases/{id}', 'A case into the bin.'),
  'GET /api/spaces/{s}/cases/statuses': cases('GET /api/spaces/{s}/cases/statuses', 'The statuses of a space.'),
  'GET /api/spaces/{s}/cases/priorities': cases('GET /api/spaces/{s}/cases/priorities', 'Its priorities.'),
  'GET /api/spaces/{s}/cases/projects': cases('GET /api/spaces/{s}/cases/projects`', 'Its projects.'),
  'GET /api/spaces/{s}/cases/projects/{p}/categories': cases('projects/{p}/categories', 'The sections of a project.'),
  'GET /api/spaces/{s}/cases/projects/{p}/milestones': cases('projects/{p}/milestones', 'Its milestones.'),
  'GET /api/spaces/{s}/cases/projects/{p}/assignto': cases('projects/{p}/assignto?', 'Who can be assigned.'),
  'GET /api/spaces/{s}/cases/projects/{p}/recipients': cases('projects/{p}/recipients', 'Who can be kept informed.'),

  'GET /api/case/comments': discussion('GET /api/case/comments?caseid=', 'The comments on a case.'),
  'POST /api/case/comments': discussion('POST /api/case/comments', 'A new comment.'),
  'POST /api/cases/{id}/attachments': discussion('POST /api/cases/{id}/attachments', 'Files for a case.'),
  'POST /api/cases/{id}/comments/{c}/attachments': discussion(
    'POST /api/cases/{id}/comments/{c}/attachments',
    'Files for a comment.',
  ),
  'GET /api/content/{id}/attachments': discussion(
    'GET /api/content/{id}/attachments',
    'The files, and where they are.',
  ),
  'GET /api/content/{id}/likes': discussion('/api/content/{id}/likes', 'How many like it.'),
  'POST /api/content/{id}/likes': discussion('/api/content/{id}/likes', 'To like it.'),
  'DELETE /api/content/{id}/likes': discussion('/api/content/{id}/likes', 'No longer to like it.'),

  'GET /api/wall/stream': feeds('GET /api/wall/stream', 'What happened to cases.'),
  'GET /api/wall/ticker': feeds('GET /api/wall/ticker', 'The same, in short.'),
  'GET /api/notifications': feeds('GET /api/notifications', 'What one is told.'),
  'GET /api/search': feeds('GET /api/search', 'Cases that match, best first.'),
  'other content': feeds('Calls for other kinds of content', 'Empty lists for some, nothing there for the rest.'),

  'POST /services/issuetrackerservice.svc/case': services(
    'POST /services/issuetrackerservice.svc/case',
    'A new case, as XML.',
  ),
  'POST /services/issuetrackerservice.svc/casecomment': services('/casecomment', 'A new comment, as XML.'),
} as const satisfies Record<string, Entry>;

const filter = (found: string, says: string): Entry => cases(`${found}=`, says);

/** Section 3: what it says beside its calls. */
export const details = {
  'filter spaceid': filter('spaceid', 'Cases of a space.'),
  'filter reportedByUserID': filter('reportedByUserID', 'Cases that somebody reported.'),
  'filter assignedToUserID': filter('assignedToUserID', 'Cases that somebody works on.'),
  'filter issueStatusID': filter('issueStatusID', 'Cases with a status.'),
  'filter projectID': filter('projectID', 'Cases of a project.'),
  'filter categoryID': filter('categoryID', 'Cases of a section.'),
  'filter milestoneID': filter('milestoneID', 'Cases for a milestone.'),
  'filter priorityID': filter('priorityID', 'Cases with a priority.'),
  'filter keyword': filter('keyword', 'Cases with a word in title, description or comments.'),
  'filters together': cases('Filters combine with and', 'All of them hold.'),
  'a case as clients read it': cases('A case as clients read it', 'Every property, none of them null.'),
  'statuses of a new space': cases('Statuses of a new space', 'Six, with their CSS classes.'),
  'defaults of a new case': cases("take the space's default", 'Status, priority and reporter when they are not named.'),
  'rights on cases': spaces('AdminEntityUpdate', 'Nine names.'),
  'the right to comment': spaces('type 20: `Create`', 'One name, of another entity type.'),
  'signed addresses of files': discussion('signed, expiring parameter', 'Images are fetched without a key.'),
} as const satisfies Record<string, Entry>;

export const page: Readonly<Record<PageEntry, Entry>> = { ...conventions, ...updating, ...callsOfPage, ...details };

export type CallName = keyof typeof callsOfPage;
export type PageEntry = keyof typeof conventions | keyof typeof updating | CallName | keyof typeof details;
