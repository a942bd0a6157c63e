import { read, refused } from './protocol/envelope.ts';
import type { Call } from './protocol/exchange.ts';
import { anyId, arrayOf, someText, yesOrNo } from './protocol/matchers.ts';

/** Section 3, cases: the priorities to choose from. */
export const getSpacePriorities: Call = {
  call: 'GET /api/spaces/{s}/cases/priorities',
  exchanges: [
    {
      name: 'the priorities to choose from',
      covers: ['nulls'],
      against: 'any server',
      request: 'GET /api/spaces/{space}/cases/priorities',
      status: 200,
      answer: read(
        arrayOf({ IssuePriorityID: anyId, IssuePriorityName: someText, IsDefault: yesOrNo }, { atLeast: 1 }),
      ),
    },
    {
      name: 'there is no such space',
      covers: ['error 404'],
      against: 'any server',
      request: 'GET /api/spaces/999999999/cases/priorities',
      status: 404,
      answer: refused(/999999999/u),
    },
  ],
};
