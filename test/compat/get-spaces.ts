import { read } from './protocol/envelope.ts';
import type { Call } from './protocol/exchange.ts';
import { arrayOf, arrayWith, atLeast } from './protocol/matchers.ts';
import { aSpace, ourSpace } from './protocol/shapes.ts';

/** Section 3, spaces and permissions: all spaces. */
export const getSpaces: Call = {
  call: 'GET /api/spaces',
  exchanges: [
    {
      name: 'all that can be seen',
      covers: ['nulls'],
      against: 'any server',
      request: 'GET /api/spaces?status=1',
      status: 200,
      answer: read(arrayOf(atLeast(aSpace), { atLeast: 1 })),
    },
    {
      name: 'an open space is 1',
      against: 'our server',
      request: 'GET /api/spaces?status=1',
      status: 200,
      answer: read(arrayWith({ ...ourSpace, SpaceID: '{openSpace}', SpaceVisibility: 1 })),
    },
    {
      name: 'a private space is 0',
      against: 'our server',
      request: 'GET /api/spaces?status=1',
      status: 200,
      answer: read(arrayWith({ ...ourSpace, SpaceID: '{privateSpace}', SpaceVisibility: 0 })),
    },
    {
      name: 'an isolated space is 3',
      against: 'our server',
      request: 'GET /api/spaces?status=1',
      status: 200,
      answer: read(arrayWith({ ...ourSpace, SpaceID: '{isolatedSpace}', SpaceVisibility: 3 })),
    },
    {
      name: 'to an outsider there are only open ones',
      covers: ['error 404'],
      against: 'our server',
      request: 'GET /api/spaces?status=1',
      headers: { 'Rest-Api-Key': '{outsiderKey}' },
      status: 200,
      answer: read([{ ...ourSpace, SpaceID: '{openSpace}' }]),
    },
  ],
};
