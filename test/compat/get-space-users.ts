import { read, refused } from './protocol/envelope.ts';
import type { Call } from './protocol/exchange.ts';
import { arrayOf } from './protocol/matchers.ts';
import { aUser } from './protocol/shapes.ts';

/** Section 3, spaces and permissions: who is in a space. */
export const getSpaceUsers: Call = {
  call: 'GET /api/spaces/{id}/users',
  exchanges: [
    {
      name: 'a page of people',
      covers: ['nulls', 'paging'],
      against: 'any server',
      request: 'GET /api/spaces/{space}/users?startPage=1&pageLength=2',
      status: 200,
      answer: read(arrayOf(aUser, { atMost: 2 })),
    },
    {
      name: 'a page beyond the end is empty',
      covers: ['paging'],
      against: 'any server',
      request: 'GET /api/spaces/{space}/users?startPage=999&pageLength=100',
      status: 200,
      answer: read([]),
    },
    {
      name: 'there is no such space',
      covers: ['error 404'],
      against: 'any server',
      request: 'GET /api/spaces/999999999/users',
      status: 404,
      answer: refused(/999999999/u),
    },
  ],
};
