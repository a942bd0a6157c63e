import { read, refused } from './protocol/envelope.ts';
import type { Call } from './protocol/exchange.ts';
import { aUser } from './protocol/shapes.ts';

/** Section 3, session and people: one person. */
export const getUserDetails: Call = {
  call: 'GET /api/users/{id}/details',
  exchanges: [
    {
      name: 'one person',
      covers: ['nulls'],
      against: 'any server',
      request: 'GET /api/users/{me}/details',
      status: 200,
      answer: read({ ...aUser, UserID: '{me}', UserName: '{userName}' }),
    },
    {
      name: 'nobody has this ID',
      covers: ['error 404'],
      against: 'any server',
      request: 'GET /api/users/999999999/details',
      status: 404,
      answer: refused(/999999999/u),
    },
    {
      name: 'an ID is a number',
      covers: ['numbers', 'error 400'],
      against: 'any server',
      request: 'GET /api/users/somebody/details',
      status: 400,
      answer: refused(/./u),
    },
  ],
};
