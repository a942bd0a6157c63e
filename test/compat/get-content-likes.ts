import { read, refused } from './protocol/envelope.ts';
import type { Call } from './protocol/exchange.ts';
import { likes } from './protocol/shapes.ts';

/** Section 3, likes: how many there are. */
export const getContentLikes: Call = {
  call: 'GET /api/content/{id}/likes',
  exchanges: [
    {
      name: 'how many like a case, and whether oneself does',
      covers: ['entity types'],
      against: 'any server',
      request: 'GET /api/content/{case}/likes?entitytype=19',
      status: 200,
      answer: read(likes),
    },
    {
      name: 'there is no such case',
      covers: ['error 404'],
      against: 'any server',
      request: 'GET /api/content/999999999/likes?entitytype=19',
      status: 404,
      answer: refused(/999999999/u),
    },
    {
      name: 'there is no such comment',
      covers: ['error 404'],
      against: 'any server',
      request: 'GET /api/content/999999999/likes?entitytype=20',
      status: 404,
      answer: refused(/999999999/u),
    },
  ],
};
