import { read, refused } from './protocol/envelope.ts';
import type { Call } from './protocol/exchange.ts';
import { aCount, anyId, anyText, arrayOf, someText } from './protocol/matchers.ts';

/** Section 3, cases: the milestones to choose from. */
export const getProjectMilestones: Call = {
  call: 'GET /api/spaces/{s}/cases/projects/{p}/milestones',
  exchanges: [
    {
      name: 'the milestones to choose from',
      covers: ['nulls'],
      against: 'any server',
      request: 'GET /api/spaces/{space}/cases/projects/{project}/milestones',
      status: 200,
      answer: read(
        arrayOf({ MilestoneID: anyId, MilestoneTitle: someText, DueDate: anyText, PercentComplete: aCount }),
      ),
    },
    {
      name: 'there is no such project',
      covers: ['error 404'],
      against: 'any server',
      request: 'GET /api/spaces/{space}/cases/projects/999999999/milestones',
      status: 404,
      answer: refused(/999999999/u),
    },
  ],
};
