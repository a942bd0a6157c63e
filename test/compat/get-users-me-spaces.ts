import type { Call } from './protocol/exchange.ts';
import { arrayOf, arrayWith, atLeast } from './protocol/matchers.ts';
import { aSpace, ourSpace } from './protocol/shapes.ts';

const request = 'GET /api/users/me/spaces';

/** Section 3, session and people: the spaces that a client shows first. */
export const getUsersMeSpaces: Call = {
  call: 'GET /api/users/me/spaces',
  exchanges: [
    {
      name: 'an array without an envelope',
      covers: ['bare responses', 'nulls'],
      against: 'any server',
      request,
      status: 200,
      answer: arrayOf(atLeast(aSpace)),
    },
    {
      name: 'the space that is worked in is among them',
      against: 'our server',
      request,
      status: 200,
      answer: arrayWith({ ...ourSpace, SpaceID: '{space}', SpaceName: '{spaceName}' }),
    },
  ],
};
