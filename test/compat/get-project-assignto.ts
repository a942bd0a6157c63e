import { read, refused } from './protocol/envelope.ts';
import type { Call } from './protocol/exchange.ts';
import { arrayOf, atLeast } from './protocol/matchers.ts';
import { aCandidate } from './protocol/shapes.ts';

const list = '/api/spaces/{space}/cases/projects/{project}/assignto?forAssignToUsersList=true';

/** Section 3, cases: who can be assigned. */
export const getProjectAssignto: Call = {
  call: 'GET /api/spaces/{s}/cases/projects/{p}/assignto',
  exchanges: [
    {
      name: 'a page of people',
      covers: ['nulls', 'paging'],
      against: 'any server',
      request: `GET ${list}&keyword=&startpage=1&pagelength=2`,
      status: 200,
      answer: read(arrayOf(atLeast(aCandidate), { atLeast: 1, atMost: 2 })),
    },
    {
      name: 'one by name',
      against: 'our server',
      request: 'GET /api/spaces/{openSpace}/cases/projects/{project}/assignto?forAssignToUsersList=true&keyword=web',
      status: 200,
      answer: read([{ ...aCandidate, FirstName: 'Jonas', LastName: 'Weber', UserInfoDisplayName: 'Jonas Weber' }]),
    },
    {
      name: 'nobody of that name',
      against: 'any server',
      request: `GET ${list}&keyword=nobody-of-that-name-at-all`,
      status: 200,
      answer: read([]),
    },
    {
      name: 'there is no such project',
      covers: ['error 404'],
      against: 'any server',
      request: 'GET /api/spaces/{space}/cases/projects/999999999/assignto?forAssignToUsersList=true',
      status: 404,
      answer: refused(/999999999/u),
    },
  ],
};
