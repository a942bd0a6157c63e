import { read, refused } from './protocol/envelope.ts';
import type { Call, Exchange } from './protocol/exchange.ts';
import { arrayOf, arrayWith } from './protocol/matchers.ts';
import type { PageEntry } from './protocol/page.ts';
import { aCase } from './protocol/shapes.ts';

/** A filter whose cases all have one value. */
const filtered = (covers: PageEntry, query: string, property: string, value: string): Exchange => ({
  name: `only cases with ${property} as asked for`,
  covers: [covers],
  against: 'any server',
  request: `GET /api/cases?${query}&StartPage=1&PageLength=5`,
  status: 200,
  answer: read(arrayOf({ ...aCase, [property]: value }, { atMost: 5 })),
});

const filters: readonly Exchange[] = [
  filtered('filter spaceid', 'spaceid={space}', 'SpaceID', '{space}'),
  filtered('filter reportedByUserID', 'reportedByUserID={reporter}', 'ReportedByUserID', '{reporter}'),
  filtered('filter assignedToUserID', 'assignedToUserID={person}', 'AssignedToUserID', '{person}'),
  filtered('filter issueStatusID', 'issueStatusID={status}', 'IssueStatusID', '{status}'),
  filtered('filter projectID', 'projectID={project}', 'ProjectID', '{project}'),
  filtered('filter categoryID', 'categoryID={section}', 'ProjectSectionID', '{section}'),
  filtered('filter milestoneID', 'milestoneID={milestone}', 'MilestoneID', '{milestone}'),
  filtered('filter priorityID', 'priorityID={priority}', 'IssuePriorityID', '{priority}'),
  {
    name: 'only cases with a word in them',
    covers: ['filter keyword'],
    against: 'any server',
    request: 'GET /api/cases?keyword={word}&spaceid={space}&PageLength=100',
    status: 200,
    answer: read(arrayWith({ ...aCase, SpaceID: '{space}' })),
  },
  {
    name: 'filters hold together',
    covers: ['filters together'],
    against: 'any server',
    request: 'GET /api/cases?SPACEID={space}&issueStatusID={status}&priorityID={priority}&projectID={project}',
    status: 200,
    answer: read(
      arrayOf({
        ...aCase,
        SpaceID: '{space}',
        IssueStatusID: '{status}',
        IssuePriorityID: '{priority}',
        ProjectID: '{project}',
      }),
    ),
  },
  {
    name: 'empty filters are none',
    against: 'any server',
    request:
      'GET /api/cases?spaceid={space}&reportedByUserID=&assignedToUserID=0&issueStatusID=&projectID=&categoryID=&milestoneID=&priorityID=&keyword=&StartPage=1&PageLength=3',
    status: 200,
    answer: read(arrayOf({ ...aCase, SpaceID: '{space}' }, { atLeast: 1, atMost: 3 })),
  },
  {
    name: 'a filter that is no ID is refused by its name',
    covers: ['error 400', 'errors'],
    against: 'any server',
    request: 'GET /api/cases?issueStatusID=open',
    status: 400,
    answer: refused(/issueStatusID/iu),
  },
];

const pages: readonly Exchange[] = [
  {
    name: 'ten cases unless told otherwise',
    covers: ['paging', 'nulls', 'a case as clients read it'],
    against: 'any server',
    request: 'GET /api/cases',
    status: 200,
    answer: read(arrayOf(aCase, { atMost: 10 })),
  },
  {
    name: 'ten of many',
    covers: ['paging'],
    against: 'our server',
    request: 'GET /api/cases',
    status: 200,
    answer: read(arrayOf(aCase, { atLeast: 10, atMost: 10 })),
  },
  {
    name: 'the length by its other name',
    covers: ['paging'],
    against: 'any server',
    request: 'GET /api/cases?startpage=1&pagesize=2',
    status: 200,
    answer: read(arrayOf(aCase, { atLeast: 1, atMost: 2 })),
  },
  {
    name: 'a hundred is the most',
    covers: ['paging', 'error 400'],
    against: 'any server',
    request: 'GET /api/cases?PageLength=100000',
    status: 400,
    answer: refused(/PageLength/iu),
  },
  {
    name: 'pages begin with 1',
    covers: ['paging'],
    against: 'any server',
    request: 'GET /api/cases?StartPage=-1',
    status: 400,
    answer: refused(/StartPage/iu),
  },
  {
    name: 'a page beyond the end is empty',
    covers: ['paging'],
    against: 'any server',
    request: 'GET /api/cases?StartPage=999999&PageLength=100',
    status: 200,
    answer: read([]),
  },
  {
    name: 'a query that begins with & and no ?',
    covers: ['sloppy URLs'],
    against: 'any server',
    request: 'GET /api/cases&StartPage=1&PageLength=2',
    status: 200,
    answer: read(arrayOf(aCase, { atLeast: 1, atMost: 2 })),
  },
  {
    name: 'a second ? separates',
    covers: ['sloppy URLs'],
    against: 'any server',
    request: 'GET /api/cases?spaceid={space}?reportedByUserID={reporter}',
    status: 200,
    answer: read(arrayOf({ ...aCase, SpaceID: '{space}', ReportedByUserID: '{reporter}' })),
  },
  {
    name: 'sorted by a column, ascending',
    covers: ['sorting'],
    against: 'our server',
    request: 'GET /api/cases?SortColumn=IssueID&SortOrder=Ascending&PageLength=2',
    status: 200,
    answer: read([
      { ...aCase, IssueID: '{firstCase}' },
      { ...aCase, IssueID: '{secondCase}' },
    ]),
  },
  {
    name: 'and by numbers',
    covers: ['sorting'],
    against: 'our server',
    request: 'GET /api/cases?SortColumn=2&SortOrder=0&PageLength=1',
    status: 200,
    answer: read([{ ...aCase, IssueID: '{firstCase}' }]),
  },
  {
    name: 'by the newest update unless told',
    covers: ['sorting'],
    against: 'our server',
    request: 'GET /api/cases?spaceid={isolatedSpace}&PageLength=2',
    status: 200,
    answer: read([
      { ...aCase, IssueID: '{newestCase}' },
      { ...aCase, IssueID: '{olderCase}' },
    ]),
  },
  {
    name: 'a column that there is not is refused by its name',
    covers: ['sorting', 'error 400'],
    against: 'our server',
    request: 'GET /api/cases?SortColumn=Colour',
    status: 400,
    answer: refused(/SortColumn/u),
  },
  {
    name: 'cases that one cannot see are not in it',
    covers: ['error 404'],
    against: 'our server',
    request: 'GET /api/cases?spaceid={privateSpace}',
    headers: { 'Rest-Api-Key': '{outsiderKey}' },
    status: 200,
    answer: read([]),
  },
];

/** Section 3, cases: the list. */
export const getCases: Call = { call: 'GET /api/cases', exchanges: [...filters, ...pages] };
