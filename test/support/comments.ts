import { SANDBOX_KEY } from '../../src/app/fill-sandbox.ts';
import { type Answer, send } from './requests.ts';
import type { TestApp } from './test-app.ts';

/** What a test looks at in a listed comment. */
export interface ListedComment {
  readonly [property: string]: unknown;
  readonly CommentID: number;
  readonly CommentText: string;
  readonly CommentTextHtmlFormatted: string;
}

/** Comments on a case with a body that is sent as JSON. */
export const postComment = (testApp: TestApp, body: unknown, key = SANDBOX_KEY): Promise<Answer> =>
  send(testApp, {
    method: 'POST',
    url: '/api/case/comments',
    headers: { 'content-type': 'application/json', 'rest-api-key': key },
    payload: JSON.stringify(body),
  });

/** Writes a comment that has to be accepted and answers with its ID. */
export const newComment = async (
  testApp: TestApp,
  body: Readonly<Record<string, unknown>>,
  key?: string,
): Promise<number> => {
  const { status, envelope } = await postComment(testApp, body, key);
  if (status !== 200) throw new Error(`The comment was refused: ${envelope.ResponseMessage}`);
  return envelope.ResponseData as number;
};

/** Asks for the comments on a case. */
export const getComments = (testApp: TestApp, query: string, key = SANDBOX_KEY): Promise<Answer> =>
  send(testApp, { url: `/api/case/comments?${query}`, headers: { 'rest-api-key': key } });

/** The comments on a case, which have to be given. */
export const listComments = async (testApp: TestApp, caseId: number, key?: string): Promise<ListedComment[]> => {
  const { status, envelope } = await getComments(testApp, `caseid=${caseId}`, key);
  if (status !== 200) throw new Error(`The comments were refused: ${envelope.ResponseMessage}`);
  return envelope.ResponseData as ListedComment[];
};
