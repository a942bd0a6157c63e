import { type TSchema, Type } from 'typebox';

const anyId = (description: string) => Type.Integer({ minimum: 0, description: `${description}; 0 for any.` });
const id = (description: string, examples?: readonly number[]) =>
  Type.Integer({ minimum: 1, description, ...(examples === undefined ? {} : { examples }) });
const text = (description: string) => Type.String({ description });
const sortOrder = 'Ascending (0) or Descending (1).';

/** What the documentation says of parameters in the query, by their lower-case names. Source: communifire-api.md section 3. */
export const querySchemas: Readonly<Record<string, TSchema>> = {
  startpage: Type.Integer({ minimum: 1, description: 'Which page, from 1.' }),
  pagelength: Type.Integer({ minimum: 1, maximum: 100, description: 'How many items a page has.' }),
  pagesize: Type.Integer({ minimum: 1, maximum: 100, description: 'The same as `PageLength`, which wins.' }),
  spaceid: anyId('The space'),
  reportedbyuserid: anyId('Who reported it'),
  assignedtouserid: anyId('Who works on it'),
  issuestatusid: anyId('The status'),
  projectid: anyId('The project'),
  categoryid: anyId('The section of the project'),
  milestoneid: anyId('The milestone'),
  priorityid: anyId('The priority'),
  userid: anyId('Who did it'),
  entityid: anyId('The case that is asked about'),
  caseid: id('The number of the case.', [2304]),
  keyword: text('Words to look for.'),
  username: text('A part of the name.'),
  sortcolumn: text('What to sort by: DateUpdated (0), DateCreated (1), IssueID (2), IssueTitle (3), …'),
  sortorder: text(sortOrder),
  entitytype: Type.Integer({
    minimum: 0,
    description: 'The kind of content: 19 a case, 20 a comment.',
    examples: [19],
  }),
  contenttypeid: Type.Literal(15, { description: 'A user.' }),
  fields: text('Captions of the profile, with commas; all of them unless told.'),
  status: Type.Integer({ minimum: 0, description: '1 for those in use.' }),
  entitycsv: Type.String({ description: 'Kinds of content, with commas.', examples: ['3,4,19'] }),
  permissionscsv: Type.String({ description: 'Names of permissions, with commas.', examples: ['Create,Update'] }),
  entitytypecsv: Type.String({
    description: 'Kinds of content, with commas; all of them unless told.',
    examples: ['19'],
  }),
  spaceidcsv: text('Only in these spaces: IDs with commas.'),
  useridcsv: text('Only reported by these users: IDs with commas.'),
  devicetoken: text('The token that the phone was registered with.'),
  forassigntouserslist: text('Changes nothing; clients send it.'),
};

/** The same of parameters in the path, by their names in the route. */
export const pathSchemas: Readonly<Record<string, TSchema>> = {
  caseid: id('The number of the case.', [2304]),
  commentid: id('The number of the comment.'),
  id: id('The number of the content.', [2304]),
  spaceid: Type.Integer({
    minimum: 0,
    description: 'The number of the space; 0 is the whole community.',
    examples: [1],
  }),
  projectid: Type.Integer({ minimum: 0, description: 'The number of the project.', examples: [1] }),
  platform: Type.Enum(['ios', 'android'], { description: 'The kind of phone.' }),
};
