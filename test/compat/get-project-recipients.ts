import { read, refused } from './protocol/envelope.ts';
import type { Call } from './protocol/exchange.ts';
import { arrayOf, atLeast } from './protocol/matchers.ts';
import { aCandidate } from './protocol/shapes.ts';

/** Section 3, cases: who can be kept informed. */
export const getProjectRecipients: Call = {
  call: 'GET /api/spaces/{s}/cases/projects/{p}/recipients',
  exchanges: [
    {
      name: 'people',
      covers: ['nulls'],
      against: 'any server',
      request: 'GET /api/spaces/{space}/cases/projects/{project}/recipients',
      status: 200,
      answer: read(arrayOf(atLeast(aCandidate), { atLeast: 1 })),
    },
    {
      name: 'there is no such project',
      covers: ['error 404'],
      against: 'any server',
      request: 'GET /api/spaces/{space}/cases/projects/999999999/recipients',
      status: 404,
      answer: refused(/999999999/u),
    },
  ],
};
