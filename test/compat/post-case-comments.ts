import { aCaseToTry, aCommentToTry, TITLE, takenBack } from './protocol/common.ts';
import { read, refused, succeeded } from './protocol/envelope.ts';
import type { Call } from './protocol/exchange.ts';
import { anyId } from './protocol/matchers.ts';
import { aCase, aComment } from './protocol/shapes.ts';

const request = 'POST /api/case/comments';

/** Section 3, comments: to say something about a case. */
export const postCaseComments: Call = {
  call: 'POST /api/case/comments',
  exchanges: [
    aCaseToTry,
    aCommentToTry,
    {
      name: 'an answer to it, in a string',
      covers: ['stringified bodies'],
      against: 'any server, writing',
      request,
      text: String.raw`"{\"CommentText\": \"<p>Yes.</p>\", \"IssueID\": {created}, \"ParentCommentID\": {comment}}"`,
      status: 200,
      answer: succeeded(anyId),
      keep: { reply: 'ResponseData' },
    },
    {
      name: 'a note that reporters do not see, with script in it',
      covers: ['sanitised HTML'],
      against: 'any server, writing',
      request,
      body: { CommentText: '<b>Note</b><script>steal()</script>', IssueID: '{created}', IsInternal: true },
      status: 200,
      answer: succeeded(anyId),
      keep: { note: 'ResponseData' },
    },
    {
      name: 'all three are read',
      covers: ['sanitised HTML', 'nulls'],
      against: 'any server, writing',
      request: 'GET /api/case/comments?caseid={created}',
      status: 200,
      answer: read([
        { ...aComment, CommentID: '{comment}', CommentText: TITLE, ParentCommentID: 0, IsInternal: false },
        { ...aComment, CommentID: '{reply}', CommentText: '<p>Yes.</p>', ParentCommentID: '{comment}' },
        { ...aComment, CommentID: '{note}', CommentText: '<b>Note</b>', IsInternal: true },
      ]),
    },
    {
      name: 'and counted',
      covers: ['a case as clients read it'],
      against: 'any server, writing',
      request: 'GET /api/cases/{created}',
      status: 200,
      answer: read({ ...aCase, CommentCount: 3 }),
    },
    {
      name: 'to a contributor the note is not there',
      against: 'our server',
      request: 'GET /api/case/comments?caseid={created}',
      headers: { 'Rest-Api-Key': '{contributorKey}' },
      status: 200,
      answer: read([
        { ...aComment, CommentID: '{comment}' },
        { ...aComment, CommentID: '{reply}' },
      ]),
    },
    {
      name: 'nor may they write one',
      covers: ['error 403'],
      against: 'our server',
      request,
      headers: { 'Rest-Api-Key': '{contributorKey}' },
      body: { CommentText: 'Psst', IssueID: '{created}', IsInternal: true },
      status: 403,
      answer: refused(/InternalComments/u),
    },
    {
      name: 'a viewer may not comment at all',
      covers: ['error 403'],
      against: 'our server',
      request,
      headers: { 'Rest-Api-Key': '{viewerKey}' },
      body: { CommentText: 'Hello', IssueID: '{created}' },
      status: 403,
      answer: refused(/CreateComment/u),
    },
    {
      name: 'an answer to a comment that is not there',
      covers: ['error 400'],
      against: 'our server',
      request,
      body: { CommentText: 'To whom?', IssueID: '{created}', ParentCommentID: 999_999_999 },
      status: 400,
      answer: refused(/ParentCommentID/u),
    },
    takenBack,
    {
      name: 'a blank text is refused by its name',
      covers: ['error 400'],
      against: 'any server',
      request,
      body: { CommentText: ' ', IssueID: '{case}' },
      status: 400,
      answer: refused(/CommentText/u),
    },
    {
      name: 'there is no such case',
      covers: ['error 404'],
      against: 'any server',
      request,
      body: { CommentText: TITLE, IssueID: 999_999_999 },
      status: 404,
      answer: refused(/999999999/u),
    },
  ],
};
