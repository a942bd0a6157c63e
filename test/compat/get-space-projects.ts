import { read, refused } from './protocol/envelope.ts';
import type { Call } from './protocol/exchange.ts';
import { anyId, arrayOf, someText, yesOrNo } from './protocol/matchers.ts';

/** Section 3, cases: the projects to choose from. */
export const getSpaceProjects: Call = {
  call: 'GET /api/spaces/{s}/cases/projects',
  exchanges: [
    {
      name: 'the projects to choose from',
      covers: ['nulls'],
      against: 'any server',
      request: 'GET /api/spaces/{space}/cases/projects',
      status: 200,
      answer: read(arrayOf({ ProjectID: anyId, ProjectTitle: someText, IsDefaultProject: yesOrNo }, { atLeast: 1 })),
    },
    {
      name: 'there is no such space',
      covers: ['error 404'],
      against: 'any server',
      request: 'GET /api/spaces/999999999/cases/projects',
      status: 404,
      answer: refused(/999999999/u),
    },
  ],
};
