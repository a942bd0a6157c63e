import type { QueryClient } from '@tanstack/react-query';
import type { Event } from '../../src/client/index.ts';
import { NEWS, type News, SESSION_CHANGED } from './browser-news.ts';
import { casekeep } from './casekeep.ts';
import { takeHeard } from './early-answers.ts';
import { isRefusedField } from './refusal.ts';

/** All pages of one browser share one connection: a browser has only six to each server. */
const LOCK = 'casekeep-news';
/** How long to collect what happens until what was read is read again, in milliseconds. */
const COLLECTED_MS = 300;

/** Nouns of events that belong to the configuration of a space. */
const configuration = ['space', 'project', 'section', 'milestone', 'status', 'priority', 'tag'];

/** What was read before an event and may not be so any more, as the beginnings of query keys. */
const outdatedBy = ({ type, caseId, spaceId }: Event): readonly (readonly unknown[])[] => {
  const [noun = ''] = type.split('.');
  if (noun === 'notifications') return [['notifications']];
  if (noun === 'viewers') return [['viewers', caseId]];
  if (noun === 'workspace') return [['workspace'], ['audit']];
  if (noun === 'user') return [['users'], ['me'], ['audit']];
  if (noun === 'template') return [['space', spaceId, 'templates'], ['audit']];
  if (configuration.includes(noun)) return [['spaces'], ['space', spaceId], ['me'], ['cases'], ['case'], ['audit']];
  if (caseId === null) return [[`${noun}s`], ['audit']];
  return [['case', caseId], ['cases'], ['notifications']];
};

/** Marks as outdated what events tell of, some at a time, so that a busy server does not keep the page busy. */
const collector = (queryClient: QueryClient): ((event: Event) => void) => {
  const waiting = new Map<string, readonly unknown[]>();
  const outdate = (): void => {
    for (const queryKey of waiting.values()) void queryClient.invalidateQueries({ queryKey });
    waiting.clear();
  };
  return (event) => {
    if (waiting.size === 0) setTimeout(outdate, COLLECTED_MS);
    for (const key of outdatedBy(event)) waiting.set(JSON.stringify(key), key);
  };
};

interface FollowEvents {
  readonly queryClient: QueryClient;
  /** Where the log ended before anything on the screens was read. */
  readonly since: string | undefined;
  /** Is told when somebody has signed in or out in another page of this browser. */
  readonly onSession: () => void;
  /** Ends it. */
  readonly signal: AbortSignal;
}

/** Hears what happens on the server and lets the screens follow, until the signal says otherwise. */
export const followEvents = ({ queryClient, since, onSession, signal }: FollowEvents): void => {
  const collect = collector(queryClient);
  /** Up to where everything was told: who hears next in place of another page goes on from there. */
  let place = since;
  const take = (news: News): void => {
    if (news === SESSION_CHANGED) {
      onSession();
      return;
    }
    place = news.cursor;
    collect(news.event);
  };
  const channel = new BroadcastChannel(NEWS);
  channel.onmessage = ({ data }: MessageEvent<News>) => take(data);
  for (const news of takeHeard()) take(news);
  signal.addEventListener('abort', () => channel.close());
  const hear = async (): Promise<void> => {
    const after = place === undefined ? {} : { after: place };
    for await (const { event, cursor } of casekeep.streamEvents({ viewers: true, ...after }, { signal })) {
      take({ event, cursor });
      channel.postMessage({ event, cursor } satisfies News);
    }
  };
  const hearAnyLog = (): Promise<void> =>
    hear().catch((error: unknown) => {
      // The log ends before that place: another one, restored from a backup, and nothing of what was read may be in it.
      if (place === undefined || !isRefusedField(error)) throw error;
      place = undefined;
      void queryClient.invalidateQueries();
      return hear();
    });
  // One page hears; when it is closed, the next one in the queue does. Without encryption there is no queue: each hears.
  const turn = 'locks' in navigator ? navigator.locks.request(LOCK, { signal }, hearAnyLog) : hearAnyLog();
  turn.catch((error: unknown) => {
    if (!signal.aborted) reportLostEvents(error);
  });
};

/** Screens are right without it, only later. */
const reportLostEvents = (error: unknown): void => {
  // biome-ignore lint/suspicious/noConsole: there is nobody else to tell
  console.warn('Changes of others are not shown by themselves any more:', error);
};
