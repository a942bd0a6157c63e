import { read, refused } from './protocol/envelope.ts';
import type { Call } from './protocol/exchange.ts';
import { atLeast } from './protocol/matchers.ts';
import { aSpace, ourSpace } from './protocol/shapes.ts';

/** Section 3, spaces and permissions: one space. */
export const getSpace: Call = {
  call: 'GET /api/spaces/{id}',
  exchanges: [
    {
      name: 'one space',
      covers: ['nulls'],
      against: 'any server',
      request: 'GET /api/spaces/{space}',
      status: 200,
      answer: read(atLeast({ ...aSpace, SpaceID: '{space}' })),
    },
    {
      name: 'one of ours',
      against: 'our server',
      request: 'GET /api/spaces/{space}',
      status: 200,
      answer: read({ ...ourSpace, SpaceID: '{space}' }),
    },
    {
      name: 'the whole community is 0',
      against: 'any server',
      request: 'GET /api/spaces/0',
      status: 200,
      answer: read(atLeast({ ...aSpace, SpaceID: 0 })),
    },
    {
      name: 'there is none of this number',
      covers: ['error 404'],
      against: 'any server',
      request: 'GET /api/spaces/999999999',
      status: 404,
      answer: refused(/999999999/u),
    },
    {
      name: 'to an outsider a private space is not there',
      covers: ['error 404'],
      against: 'our server',
      request: 'GET /api/spaces/{privateSpace}',
      headers: { 'Rest-Api-Key': '{outsiderKey}' },
      status: 404,
      answer: refused(/./u),
    },
    {
      name: 'an ID is a number',
      covers: ['error 400'],
      against: 'any server',
      request: 'GET /api/spaces/support',
      status: 400,
      answer: refused(/./u),
    },
  ],
};
