import { SANDBOX_KEY } from '../../src/app/fill-sandbox.ts';
import { type Answer, send } from './requests.ts';
import type { TestApp } from './test-app.ts';

/** An entry of a feed, as its clients read it. */
export type FeedEntry = Readonly<Record<string, unknown>>;

/** Asks for a feed: `wall/stream`, `wall/ticker` or `notifications`, with parameters. */
export const getFeed = (testApp: TestApp, feed: string, key = SANDBOX_KEY): Promise<Answer> =>
  send(testApp, { url: `/api/${feed}`, headers: { 'rest-api-key': key } });

/** The entries of a feed, which has to be given. */
export const readFeed = async (testApp: TestApp, feed: string, key?: string): Promise<readonly FeedEntry[]> => {
  const { status, envelope } = await getFeed(testApp, feed, key);
  if (status !== 200) throw new Error(`The feed was refused: ${envelope.ResponseMessage}`);
  return envelope.ResponseData as FeedEntry[];
};
