import type { Call } from './protocol/exchange.ts';

const request = 'POST /services/issuetrackerservice.svc/casecomment';
const headers = { 'Content-Type': 'application/xml' };

/** Section 3, the older XML services: a new comment. */
export const postServiceCasecomment: Call = {
  call: 'POST /services/issuetrackerservice.svc/casecomment',
  exchanges: [
    {
      name: 'a comment, as XML',
      against: 'our server',
      request,
      headers,
      text: '<IssueCommentDTO><CommentText>From a script</CommentText><IssueID>{movableCase}</IssueID><UserID>{me}</UserID></IssueCommentDTO>',
      status: 200,
      xml: /<IsError>false<\/IsError>\s*<ResponseMessage>[^<]*<\/ResponseMessage>\s*<ResponseData>\d+<\/ResponseData>/u,
    },
    {
      name: 'on a case that is not there',
      covers: ['error 404'],
      against: 'our server',
      request,
      headers,
      text: '<IssueCommentDTO><CommentText>From a script</CommentText><IssueID>999999999</IssueID></IssueCommentDTO>',
      status: 404,
      xml: /<IsError>true<\/IsError>\s*<ResponseMessage>[^<]*999999999/u,
    },
  ],
};
