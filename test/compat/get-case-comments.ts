import { aCaseToTry, aCommentToTry, takenBack } from './protocol/common.ts';
import { read, refused } from './protocol/envelope.ts';
import type { Call } from './protocol/exchange.ts';
import { arrayOf } from './protocol/matchers.ts';
import { aComment } from './protocol/shapes.ts';

/** Section 3, comments: what was said about a case. */
export const getCaseComments: Call = {
  call: 'GET /api/case/comments',
  exchanges: [
    {
      name: 'the comments on a case',
      covers: ['nulls', 'dates'],
      against: 'any server',
      request: 'GET /api/case/comments?caseid={case}',
      status: 200,
      answer: read(arrayOf({ ...aComment, IssueID: '{case}' })),
    },
    aCaseToTry,
    {
      name: 'a new case has none',
      against: 'any server, writing',
      request: 'GET /api/case/comments?CaseID={created}',
      status: 200,
      answer: read([]),
    },
    aCommentToTry,
    {
      name: 'one comment, with every property',
      covers: ['nulls'],
      against: 'any server, writing',
      request: 'GET /api/case/comments?caseid={created}',
      status: 200,
      answer: read([
        {
          ...aComment,
          CommentID: '{comment}',
          IssueID: '{created}',
          UserID: '{me}',
          ParentCommentID: 0,
          Attachments: [],
        },
      ]),
    },
    takenBack,
    {
      name: 'on a case in the bin there are none to see',
      against: 'any server, writing',
      request: 'GET /api/case/comments?caseid={created}',
      status: 404,
      answer: refused(/./u),
    },
    {
      name: 'there is no such case',
      covers: ['error 404'],
      against: 'any server',
      request: 'GET /api/case/comments?caseid=999999999',
      status: 404,
      answer: refused(/999999999/u),
    },
    {
      name: 'which case has to be said',
      covers: ['error 400'],
      against: 'any server',
      request: 'GET /api/case/comments',
      status: 400,
      answer: refused(/caseid/iu),
    },
  ],
};
