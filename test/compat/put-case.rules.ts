import { read, refused, written } from './protocol/envelope.ts';
import type { Call, Exchange } from './protocol/exchange.ts';
import { textWith } from './protocol/matchers.ts';
import type { PageEntry } from './protocol/page.ts';
import { aCase } from './protocol/shapes.ts';

const request = 'PUT /api/cases/{case}';

/** An update that is refused by the name of what is wrong; that nothing changes is seen at the end. */
const refusing = (name: string, body: unknown, message: RegExp, ...covers: PageEntry[]): Exchange => ({
  name,
  covers: ['error 400', ...covers],
  against: 'our server',
  request,
  body,
  status: 400,
  answer: refused(message),
});

const example: readonly Exchange[] = [
  {
    name: "the vendor's own example, word for word",
    covers: ["the vendor's example", 'stringified bodies', 'response envelope'],
    against: 'our server',
    request: 'PUT /api/cases/2304',
    text: String.raw`"{
  \"IssueTitle\": \"Unable to load the page.\",
  \"IssueDescription\": \"When I try to load the page, it shows 404. Yesterday it was existing.\"
}"`.replaceAll('\n', '\\n'),
    status: 200,
    answer: { IsError: false, ResponseMessage: 'ToBePublished', ResponseData: 2304 },
  },
  {
    name: 'is read as it was sent',
    covers: ["the vendor's example"],
    against: 'our server',
    request: 'GET /api/cases/2304',
    status: 200,
    answer: read({
      ...aCase,
      IssueID: 2304,
      IssueTitle: 'Unable to load the page.',
      IssueDescription: 'When I try to load the page, it shows 404. Yesterday it was existing.',
    }),
  },
];

const refusals: readonly Exchange[] = [
  refusing('an update of nothing', {}, /at least one/u, 'at least one property'),
  refusing('nothing that is known', { Colour: 'blue' }, /at least one/u, 'at least one property', 'property names'),
  refusing('a blank title', { IssueTitle: '   ' }, /IssueTitle/u, 'limits of texts'),
  refusing('a title of 501 characters', { IssueTitle: 'x'.repeat(501) }, /IssueTitle.*500/u, 'limits of texts'),
  refusing(
    'a description of more than 1 MiB',
    { IssueDescription: 'x'.repeat(1024 * 1024 + 1) },
    /IssueDescription/u,
    'limits of texts',
  ),
  refusing('a project of another space', { ProjectID: '{privateProject}' }, /ProjectID/u, 'IDs that can be used'),
  refusing('a status of another space', { IssueStatusID: '{privateStatus}' }, /IssueStatusID/u, 'IDs that can be used'),
  refusing(
    'a priority of another space',
    { IssuePriorityID: '{privatePriority}' },
    /IssuePriorityID/u,
    'IDs that can be used',
  ),
  refusing(
    'a section of another project',
    { ProjectSectionID: '{strangeSection}' },
    /ProjectSectionID/u,
    'IDs that can be used',
  ),
  refusing(
    'a milestone of another project',
    { MilestoneID: '{strangeMilestone}' },
    /MilestoneID/u,
    'IDs that can be used',
  ),
  refusing('somebody who is not there', { AssignedToUserID: 999_999_999 }, /AssignedToUserID/u, 'IDs that can be used'),
  refusing(
    'recipients who are not there',
    { RecipientUserIDCSV: '1,999999999' },
    /RecipientUserIDCSV/u,
    'IDs that can be used',
  ),
  refusing('a space that is not there', { SpaceID: 999_999_999 }, /SpaceID/u, 'IDs that can be used'),
  refusing('a number for a text', { IssueTitle: 5 }, /IssueTitle/u, 'IssueTitle'),
  refusing(
    'a good change beside a bad one',
    { IssueTitle: 'Half', MilestoneID: 999_999_999 },
    /MilestoneID/u,
    'one change',
  ),
  {
    name: 'a string inside a string',
    covers: ['stringified bodies', 'error 400'],
    against: 'our server',
    request,
    text: JSON.stringify(JSON.stringify(JSON.stringify({ IssueTitle: 'Too deep' }))),
    status: 400,
    answer: refused(/body/u),
  },
  {
    name: 'half a body',
    covers: ['request body', 'error 400'],
    against: 'our server',
    request,
    text: '{"IssueTitle": "Cut o',
    status: 400,
    answer: refused(/JSON/u),
  },
  {
    name: 'a form',
    covers: ['request body', 'error 415'],
    against: 'our server',
    request,
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    text: 'IssueTitle=As+a+form',
    status: 415,
    answer: refused(/JSON/u),
  },
  {
    name: 'two MiB',
    covers: ['error 413'],
    against: 'our server',
    request,
    body: { IssueDescription: 'x'.repeat(2 * 1024 * 1024) },
    status: 413,
    answer: refused(/large/u),
  },
  {
    name: 'by somebody who may only read',
    covers: ['error 403'],
    against: 'our server',
    request,
    headers: { 'Rest-Api-Key': '{viewerKey}' },
    body: { IssueTitle: 'By a viewer' },
    status: 403,
    answer: refused(/AdminEntityUpdate/u),
  },
  {
    name: 'a case that is not there',
    covers: ['error 404'],
    against: 'our server',
    request: 'PUT /api/cases/999999999',
    body: { IssueTitle: 'Nowhere' },
    status: 404,
    answer: refused(/999999999/u),
  },
  {
    name: 'after all of these it is as it was',
    covers: ['one change'],
    against: 'our server',
    request: 'GET /api/cases/{case}',
    status: 200,
    answer: read({ ...aCase, IssueTitle: '{title}', DateUpdated: '{updatedInUtc}' }),
  },
];

const consequences: readonly Exchange[] = [
  {
    name: 'what a case has already is no change',
    covers: ['one change'],
    against: 'our server',
    request,
    body: { IssueTitle: '{title}', ProjectID: '{project}' },
    status: 200,
    answer: written('{case}'),
  },
  {
    name: 'and leaves its date alone',
    covers: ['one change'],
    against: 'our server',
    request: 'GET /api/cases/{case}',
    status: 200,
    answer: read({ ...aCase, DateUpdated: '{updatedInUtc}' }),
  },
  {
    name: 'another project',
    covers: ['another project'],
    against: 'our server',
    request: 'PUT /api/cases/{movableCase}',
    body: { ProjectID: '{secondProject}' },
    status: 200,
    answer: written('{movableCase}'),
  },
  {
    name: 'has neither the section nor the milestone of the old one',
    covers: ['another project'],
    against: 'our server',
    request: 'GET /api/cases/{movableCase}',
    status: 200,
    answer: read({
      ...aCase,
      ProjectID: '{secondProject}',
      ProjectSectionID: 0,
      ProjectSectionName: '',
      MilestoneID: 0,
      MilestoneTitle: '',
    }),
  },
  {
    name: 'another space moves the case',
    covers: ['SpaceID'],
    against: 'our server',
    request: 'PUT /api/cases/{movableCase}',
    body: { SpaceID: '{privateSpace}' },
    status: 200,
    answer: written('{movableCase}'),
  },
  {
    name: 'it is there',
    covers: ['SpaceID'],
    against: 'our server',
    request: 'GET /api/cases/{movableCase}',
    status: 200,
    answer: read({ ...aCase, SpaceID: '{privateSpace}' }),
  },
  {
    name: 'a script in a description',
    covers: ['sanitised HTML'],
    against: 'our server',
    request: 'PUT /api/cases/{movableCase}',
    body: { IssueDescription: '<p onclick="steal()">Kept</p><script>steal()</script>' },
    status: 200,
    answer: written('{movableCase}'),
  },
  {
    name: 'is not there any more',
    covers: ['sanitised HTML'],
    against: 'our server',
    request: 'GET /api/cases/{movableCase}',
    status: 200,
    answer: read({ ...aCase, IssueDescription: textWith(/^<p>Kept<\/p>$/u) }),
  },
];

/** Section 2: the rules of updating a case. */
export const putCaseRules: Call = {
  call: 'PUT /api/cases/{caseid}',
  exchanges: [...example, ...refusals, ...consequences],
};
