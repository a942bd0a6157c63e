import { read, refused } from './protocol/envelope.ts';
import type { Call } from './protocol/exchange.ts';
import { arrayOf, arrayWith } from './protocol/matchers.ts';
import { aUser } from './protocol/shapes.ts';

/** Section 3, session and people: looking somebody up. */
export const getUsers: Call = {
  call: 'GET /api/users',
  exchanges: [
    {
      name: 'people, a page of them',
      covers: ['nulls', 'paging'],
      against: 'any server',
      request: 'GET /api/users?username=&startpage=1&pagelength=3&sortorder=0',
      status: 200,
      answer: read(arrayOf(aUser, { atLeast: 1, atMost: 3 })),
    },
    {
      name: 'one by name',
      against: 'any server',
      request: 'GET /api/users?username={userName}&startpage=1&pagelength=10&sortorder=',
      status: 200,
      answer: read(arrayWith({ ...aUser, UserID: '{me}', UserName: '{userName}' })),
    },
    {
      name: 'nobody of that name',
      against: 'any server',
      request: 'GET /api/users?username=nobody-of-that-name-at-all',
      status: 200,
      answer: read([]),
    },
    {
      name: 'a page beyond the end is empty',
      covers: ['paging'],
      against: 'any server',
      request: 'GET /api/users?startpage=9999&pagelength=100',
      status: 200,
      answer: read([]),
    },
    {
      name: 'a page of more than 100 is refused',
      covers: ['paging', 'error 400'],
      against: 'any server',
      request: 'GET /api/users?pagelength=101',
      status: 400,
      answer: refused(/PageLength/iu),
    },
  ],
};
