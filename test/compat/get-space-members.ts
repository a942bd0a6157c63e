import { read, refused } from './protocol/envelope.ts';
import type { Call } from './protocol/exchange.ts';
import { arrayOf } from './protocol/matchers.ts';
import { aUser } from './protocol/shapes.ts';

/** Section 3, spaces and permissions: who is in a space, by name. */
export const getSpaceMembers: Call = {
  call: 'GET /api/spaces/{id}/members',
  exchanges: [
    {
      name: 'a page of people',
      covers: ['nulls', 'paging'],
      against: 'any server',
      request: 'GET /api/spaces/{space}/members?username=&startpage=1&pagelength=2',
      status: 200,
      answer: read(arrayOf(aUser, { atMost: 2 })),
    },
    {
      name: 'one by name',
      against: 'our server',
      request: 'GET /api/spaces/{openSpace}/members?username=jonas&startpage=1&pagelength=10',
      status: 200,
      answer: read([{ ...aUser, UserName: 'jonas.weber' }]),
    },
    {
      name: 'a page beyond the end is empty',
      covers: ['paging'],
      against: 'any server',
      request: 'GET /api/spaces/{space}/members?startPage=999&pageLength=100',
      status: 200,
      answer: read([]),
    },
    {
      name: 'there is no such space',
      covers: ['error 404'],
      against: 'any server',
      request: 'GET /api/spaces/999999999/members',
      status: 404,
      answer: refused(/999999999/u),
    },
  ],
};
