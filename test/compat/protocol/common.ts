import { succeeded, written } from './envelope.ts';
import type { Exchange } from './exchange.ts';
import { anyId } from './matchers.ts';

/** What the titles of all cases that exchanges make begin with, so that people find what was left behind. */
export const TITLE = 'Compatibility check';

/** A new case, `{created}`, for exchanges that write. */
export const aCaseToTry: Exchange = {
  name: 'a case to try it on',
  against: 'any server, writing',
  request: 'POST /api/cases',
  body: { IssueTitle: TITLE, IssueDescription: '<p>As it was.</p>', SpaceID: '{space}', ProjectID: '{project}' },
  status: 200,
  answer: written(),
  keep: { created: 'ResponseData' },
};

/** The case into the bin. */
export const takenBack: Exchange = {
  name: 'the case is taken back',
  against: 'any server, writing',
  request: 'DELETE /api/cases/{created}',
  status: 200,
  answer: written('{created}'),
};

/** A comment on the new case, `{comment}`. */
export const aCommentToTry: Exchange = {
  name: 'a comment to try it on',
  against: 'any server, writing',
  request: 'POST /api/case/comments',
  body: { CommentText: TITLE, IssueID: '{created}' },
  status: 200,
  answer: succeeded(anyId),
  keep: { comment: 'ResponseData' },
};
