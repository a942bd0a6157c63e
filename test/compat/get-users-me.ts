import { refused } from './protocol/envelope.ts';
import { type Call, noKey } from './protocol/exchange.ts';
import { aUser } from './protocol/shapes.ts';

const me = { ...aUser, UserID: '{me}', UserName: '{userName}' };

/** Section 3, session and people: whose key this is; and how a key is shown. */
export const getUsersMe: Call = {
  call: 'GET /api/users/me',
  exchanges: [
    {
      name: 'the key in the header; the answer has no envelope',
      covers: ['authentication', 'bare responses', 'nulls'],
      against: 'any server',
      request: 'GET /api/users/me',
      status: 200,
      answer: me,
    },
    {
      name: 'the key in the URL as token',
      covers: ['authentication'],
      against: 'any server',
      request: 'GET /api/users/me?token={keyInUrl}',
      headers: noKey,
      status: 200,
      answer: me,
    },
    {
      name: 'the key in the URL under the name of the header',
      covers: ['authentication'],
      against: 'any server',
      request: 'GET /api/users/me?Rest-Api-Key={keyInUrl}',
      headers: noKey,
      status: 200,
      answer: me,
    },
    {
      name: 'the key after an & without any ?',
      covers: ['authentication', 'sloppy URLs'],
      against: 'any server',
      request: 'GET /api/users/me&token={keyInUrl}',
      headers: noKey,
      status: 200,
      answer: me,
    },
    {
      name: 'the header wins: with a good one a wrong key in the URL does no harm',
      covers: ['authentication'],
      against: 'any server',
      request: 'GET /api/users/me?token=wrong',
      status: 200,
      answer: me,
    },
    {
      name: 'the header wins: with a wrong one a good key in the URL does not help',
      covers: ['authentication', 'error 401'],
      against: 'any server',
      request: 'GET /api/users/me?token={keyInUrl}',
      headers: { 'Rest-Api-Key': 'wrong' },
      status: 401,
      answer: refused(/key/iu),
    },
    {
      name: 'Authorization beside the key is ignored',
      covers: ['other headers'],
      against: 'any server',
      request: 'GET /api/users/me',
      headers: { Authorization: 'Basic bm9ib2R5OndpdGhvdXQgYSBwYXNzd29yZA==' },
      status: 200,
      answer: me,
    },
    {
      name: 'Authorization instead of a key is none',
      covers: ['other headers', 'error 401'],
      against: 'any server',
      request: 'GET /api/users/me',
      headers: { ...noKey, Authorization: 'Basic bm9ib2R5OndpdGhvdXQgYSBwYXNzd29yZA==' },
      status: 401,
      answer: refused(/key/iu),
    },
    {
      name: 'path and parameters in any case',
      covers: ['base path'],
      against: 'any server',
      request: 'GET /API/Users/ME?TOKEN={keyInUrl}',
      headers: noKey,
      status: 200,
      answer: me,
    },
    {
      name: 'without a key the answer is a refusal in an envelope',
      covers: ['error 401', 'errors'],
      against: 'any server',
      request: 'GET /api/users/me',
      headers: noKey,
      status: 401,
      answer: refused(/key/iu),
    },
  ],
};
