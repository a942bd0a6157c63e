import { read, refused } from './protocol/envelope.ts';
import type { Call } from './protocol/exchange.ts';
import { anyId, arrayOf, someText } from './protocol/matchers.ts';

/** Section 3, cases: the sections to choose from. */
export const getProjectCategories: Call = {
  call: 'GET /api/spaces/{s}/cases/projects/{p}/categories',
  exchanges: [
    {
      name: 'the sections to choose from',
      covers: ['nulls'],
      against: 'any server',
      request: 'GET /api/spaces/{space}/cases/projects/{project}/categories',
      status: 200,
      answer: read(arrayOf({ ProjectSectionID: anyId, ProjectSectionName: someText })),
    },
    {
      name: 'there is no such project',
      covers: ['error 404'],
      against: 'any server',
      request: 'GET /api/spaces/{space}/cases/projects/999999999/categories',
      status: 404,
      answer: refused(/999999999/u),
    },
  ],
};
