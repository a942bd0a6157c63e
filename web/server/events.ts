import type { QueryClient } from '@tanstack/react-query';
import type { Event } from '../../src/client/index.ts';
import { casekeep } from './casekeep.ts';

/** All pages of one browser share one connection: a browser has only six to each server. */
const LOCK = 'casekeep-events';
const CHANNEL = 'casekeep-events';
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

/** Hears what happens on the server and lets the screens follow, until the signal says otherwise. */
export const followEvents = (queryClient: QueryClient, signal: AbortSignal): void => {
  const collect = collector(queryClient);
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }: MessageEvent<Event>) => collect(data);
  signal.addEventListener('abort', () => channel.close());
  const hear = async (): Promise<void> => {
    for await (const { event } of casekeep.streamEvents({ viewers: true }, { signal })) {
      collect(event);
      channel.postMessage(event);
    }
  };
  // One page hears; when it is closed, the next one in the queue does. Without encryption there is no queue: each hears.
  const turn = 'locks' in navigator ? navigator.locks.request(LOCK, { signal }, hear) : hear();
  turn.catch((error: unknown) => {
    if (!signal.aborted) reportLostEvents(error);
  });
};

/** Screens are right without it, only later. */
const reportLostEvents = (error: unknown): void => {
  // biome-ignore lint/suspicious/noConsole: there is nobody else to tell
  console.warn('Changes of others are not shown by themselves any more:', error);
};
