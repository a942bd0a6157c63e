import { aCaseToTry, TITLE, takenBack } from './protocol/common.ts';
import { read, written } from './protocol/envelope.ts';
import type { Call, Exchange } from './protocol/exchange.ts';
import type { PageEntry } from './protocol/page.ts';
import { aCase } from './protocol/shapes.ts';

const request = 'PUT /api/cases/{created}';

/** An update of one property, and what is read afterwards. */
const changing = (property: PageEntry, value: unknown, reads: string | number = value as string): Exchange[] => [
  {
    name: `${property} is changed`,
    covers: [property, 'response envelope', 'only what is present changes'],
    against: 'any server, writing',
    request,
    body: { [property]: value },
    status: 200,
    answer: written('{created}'),
  },
  {
    name: `${property} is read as it was sent`,
    covers: [property],
    against: 'any server, writing',
    request: 'GET /api/cases/{created}',
    status: 200,
    answer: read({ ...aCase, IssueTitle: `${TITLE}: renamed`, [property]: reads }),
  },
];

const properties: readonly Exchange[] = [
  ...changing('IssueTitle', `${TITLE}: renamed`),
  ...changing('IssueDescription', '<p>As it <strong>is</strong>.</p>'),
  ...changing('ProjectID', '{project}'),
  ...changing('ProjectSectionID', '{section}'),
  ...changing('MilestoneID', '{milestone}'),
  ...changing('IssueStatusID', '{otherStatus}'),
  ...changing('IssuePriorityID', '{otherPriority}'),
  ...changing('AssignedToUserID', '{person}'),
  ...changing('SpaceID', '{space}'),
  ...changing('TagsCSV', 'compatibility,check'),
  ...changing('RecipientUserIDCSV', '{person},{otherPerson}'),
];

const everything = {
  IssueTitle: `${TITLE}: edited`,
  IssueDescription: '<p>Everything at once.</p>',
  MilestoneID: 0,
  AssignedToUserID: 0,
  ProjectID: '{project}',
  ProjectSectionID: 0,
  IssuePriorityID: '{priority}',
  IssueStatusID: '{status}',
  SpaceID: '{space}',
  TagsCSV: '',
  RecipientUserIDCSV: '',
};

const bodies: readonly Exchange[] = [
  {
    name: 'everything at once, as the edit page of a phone sends it: an object in a string',
    covers: ['stringified bodies', 'zero and null'],
    against: 'any server, writing',
    request,
    text: JSON.stringify(JSON.stringify(everything)).replace(/\\"(\{\w+\})\\"/gu, '$1'),
    status: 200,
    answer: written('{created}'),
  },
  {
    name: 'all of it arrived; 0 cleared what can be none',
    covers: ['zero and null', 'nulls'],
    against: 'any server, writing',
    request: 'GET /api/cases/{created}',
    status: 200,
    answer: read({
      ...aCase,
      ...everything,
      ProjectSectionName: '',
      MilestoneTitle: '',
      AssignedToUserDisplayName: '',
      Tagname: '',
    }),
  },
  {
    name: 'a charset in the type of the content is fine; digits are an ID; names in any case',
    covers: ['request body', 'numbers', 'property names'],
    against: 'any server, writing',
    request,
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
    text: '{"issueTITLE": "Compatibility check: spelled", "ASSIGNEDTOUSERID": "{person}"}',
    status: 200,
    answer: written('{created}'),
  },
  {
    name: 'names that are not known are ignored, and listed',
    covers: ['property names'],
    against: 'any server, writing',
    request,
    body: { IssueTitel: 'A typing error', IssueTitle: `${TITLE}: ignored`, Colour: 'blue' },
    status: 200,
    answerHeaders: { 'X-Ignored-Fields': 'IssueTitel, Colour' },
    answer: written('{created}'),
  },
  {
    name: '0 and null leave project, status, priority and space; null clears the rest',
    covers: ['zero and null'],
    against: 'any server, writing',
    request,
    body: { ProjectID: 0, IssueStatusID: null, IssuePriorityID: 0, SpaceID: null, AssignedToUserID: null },
    status: 200,
    answer: written('{created}'),
  },
  {
    name: 'they are what they were',
    covers: ['zero and null', 'only what is present changes'],
    against: 'any server, writing',
    request: 'GET /api/cases/{created}',
    status: 200,
    answer: read({
      ...aCase,
      IssueTitle: `${TITLE}: ignored`,
      IssueDescription: everything.IssueDescription,
      ProjectID: '{project}',
      IssueStatusID: '{status}',
      IssuePriorityID: '{priority}',
      SpaceID: '{space}',
      AssignedToUserID: 0,
      AssignedToUserDisplayName: '',
    }),
  },
  {
    name: 'scripts go, text stays',
    covers: ['sanitised HTML'],
    against: 'any server, writing',
    request,
    body: {
      IssueDescription: '<p onclick="steal()">Kept</p><script>steal()</script><a href="javascript:steal()">link</a>',
    },
    status: 200,
    answer: written('{created}'),
    keep: {},
  },
];

/** Section 2: the properties of a case, one by one and all at once. */
export const putCase: Call = {
  call: 'PUT /api/cases/{caseid}',
  exchanges: [aCaseToTry, ...properties, ...bodies, takenBack],
};
