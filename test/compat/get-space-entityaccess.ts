import { read, refused } from './protocol/envelope.ts';
import type { Call } from './protocol/exchange.ts';
import { atLeast } from './protocol/matchers.ts';

/** Section 3, spaces and permissions: which tabs a client shows in a space. */
export const getSpaceEntityaccess: Call = {
  call: 'GET /api/spaces/{id}/entityaccess',
  exchanges: [
    {
      name: 'a space has cases',
      covers: ['entity types'],
      against: 'any server',
      request: 'GET /api/spaces/{space}/entityaccess?entityCsv=3,4,19,',
      status: 200,
      answer: read(atLeast({ Issue: true })),
    },
    {
      name: 'of ours it has nothing else, and says so of each kind',
      covers: ['entity types'],
      against: 'our server',
      request: 'GET /api/spaces/{space}/entityaccess?entityCsv=1,3,4,9,14,19,',
      status: 200,
      answer: read(atLeast({ Issue: true, Article: false, Blog: false, Forum: false, Wiki: false })),
    },
    {
      name: 'there is no such space',
      covers: ['error 404'],
      against: 'any server',
      request: 'GET /api/spaces/999999999/entityaccess?entityCsv=19',
      status: 404,
      answer: refused(/999999999/u),
    },
  ],
};
