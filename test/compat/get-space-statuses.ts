import { read, refused } from './protocol/envelope.ts';
import type { Call } from './protocol/exchange.ts';
import { anyId, anyText, arrayOf, someText, yesOrNo } from './protocol/matchers.ts';

const aStatus = {
  IssueStatusID: anyId,
  IssueStatusName: someText,
  StatusColorCssClass: anyText,
  IsDefault: yesOrNo,
  IsClosed: yesOrNo,
};

const ofANewSpace = (name: string, cssClass: string, { isDefault = false, isClosed = false } = {}) => ({
  IssueStatusID: anyId,
  IssueStatusName: name,
  StatusColorCssClass: `case-status-label-${cssClass}`,
  IsDefault: isDefault,
  IsClosed: isClosed,
});

/** Section 3, cases: the statuses to choose from. */
export const getSpaceStatuses: Call = {
  call: 'GET /api/spaces/{s}/cases/statuses',
  exchanges: [
    {
      name: 'the statuses of a space',
      covers: ['nulls'],
      against: 'any server',
      request: 'GET /api/spaces/{space}/cases/statuses',
      status: 200,
      answer: read(arrayOf(aStatus, { atLeast: 1 })),
    },
    {
      name: 'a new space has six, in this order',
      covers: ['statuses of a new space'],
      against: 'our server',
      request: 'GET /api/spaces/{isolatedSpace}/cases/statuses',
      status: 200,
      answer: read([
        ofANewSpace('New', 'new', { isDefault: true }),
        ofANewSpace('In Progress', 'inprogress'),
        ofANewSpace('Feedback Required', 'feedbackrequired'),
        ofANewSpace('Fixed', 'fixed'),
        ofANewSpace('Reopened', 'reopened'),
        ofANewSpace('Closed', 'closed', { isClosed: true }),
      ]),
    },
    {
      name: 'there is no such space',
      covers: ['error 404'],
      against: 'any server',
      request: 'GET /api/spaces/999999999/cases/statuses',
      status: 404,
      answer: refused(/999999999/u),
    },
  ],
};
