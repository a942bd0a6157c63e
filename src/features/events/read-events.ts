import { setImmediate as nextTurn } from 'node:timers/promises';
import { invalidField } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { placeNewEvents } from '../../platform/events/place-new-events.ts';
import { type EventRow, eventJson } from './event.ts';
import { positionOfCursor } from './event-cursor.ts';
import { type EventFilter, eventMatcher, requireVisibleSpaces } from './event-filter.ts';
import { selectEventsAfter, selectLastPosition } from './event-log.store.ts';
import { eventSightOf, hearsEverything, mayHear } from './event-sight.ts';

/** How much of the log one request looks through at the most, in events. */
const MAX_SCANNED = 10_000;

/** How much is read at once when most of it may be for others, in events. */
const SCAN_STEP = 1_000;

/** Asks for the end of the log. */
const LATEST = new Set(['now', 'latest']);

interface ReadEvents {
  /** The position after which to begin. */
  readonly after: number;
  /** How many events at the most. */
  readonly limit: number;
  readonly filter: EventFilter;
}

/** Some events, and where to go on. */
export interface EventPage {
  /** The events as JSON, in the order of the log. */
  readonly items: readonly { readonly position: number; readonly json: string }[];
  /** The position up to which the log was looked through. */
  readonly end: number;
  /** Whether there was more to look through. */
  readonly hasMore: boolean;
}

/**
 * What whoever acts may hear of what happened after a position. Nothing ever appears before `end`. With a filter, or
 * where much is not for them, a page may have fewer events than there are. Throws FIELDS_INVALID.
 */
export const readEvents = async (ctx: Context, { after, limit, filter }: ReadEvents): Promise<EventPage> => {
  await requireVisibleSpaces(ctx, filter);
  await placeNewEvents(ctx);
  const { passes, step, withCaseSpace } = await wayThroughLog(ctx, { filter, limit });
  const page: Collected = { items: [], end: after };
  for (let scanned = 0; scanned < MAX_SCANNED; scanned += step) {
    // One more than is looked at tells whether there is more.
    const rows = await selectEventsAfter(ctx.db, { after: page.end, limit: step + 1, withCaseSpace });
    const isWhole = collect(page, rows.slice(0, step), { passes, limit });
    if (isWhole && rows.length <= step) return { ...page, hasMore: false };
    if (page.items.length === limit) break;
    // On SQLite nothing of this leaves the thread: all others would wait until the end.
    await nextTurn();
  }
  return { ...page, hasMore: true };
};

interface Collected {
  readonly items: { position: number; json: string }[];
  end: number;
}

type Passes = (event: EventRow) => boolean;

/** Answers whether all of the events were looked at: not when the page is full before. */
const collect = (
  page: Collected,
  events: readonly EventRow[],
  { passes, limit }: { readonly passes: Passes; readonly limit: number },
): boolean => {
  for (const event of events) {
    if (page.items.length === limit) return false;
    page.end = event.position;
    if (passes(event)) page.items.push({ position: page.end, json: eventJson(event) });
  }
  return true;
};

const wayThroughLog = async (ctx: Context, { filter, limit }: Pick<ReadEvents, 'filter' | 'limit'>) => {
  const sight = await eventSightOf(ctx);
  const matches = eventMatcher(filter);
  if (!hearsEverything(sight)) {
    return {
      passes: (event: EventRow) => matches(event) && mayHear(sight, event),
      step: SCAN_STEP,
      withCaseSpace: true,
    };
  }
  const wantsAll = filter.spaceIds === undefined && filter.types === undefined;
  return { passes: matches, step: wantsAll ? limit : SCAN_STEP, withCaseSpace: false };
};

/**
 * The position that `after` means: of a cursor, of the end for `now` or `latest`, of the beginning when it is missing.
 * Throws FIELDS_INVALID.
 */
export const positionOf = async (ctx: Context, after: string | undefined): Promise<number> => {
  if (after === undefined) return 0;
  if (!LATEST.has(after))
    return positionOfEvent(ctx, { field: 'after', cursor: after, otherwise: ', or "now" for its end' });
  await placeNewEvents(ctx);
  return selectLastPosition(ctx.db);
};

interface NamedEvent {
  /** Where the cursor was found. */
  readonly field: string;
  readonly cursor: string;
  /** What could stand there beside a cursor. */
  readonly otherwise?: string;
}

/**
 * The position of the event with this cursor. Throws FIELDS_INVALID also for what lies behind the end: then the log is
 * not the one that the cursor is of.
 */
export const positionOfEvent = async (ctx: Context, { field, cursor, otherwise = '' }: NamedEvent): Promise<number> => {
  const position = positionOfCursor(cursor);
  if (position === undefined) throw invalidField(field, `must be a cursor of this log${otherwise}`);
  if (position <= (await selectLastPosition(ctx.db))) return position;
  throw invalidField(field, 'is behind the end of the log: it was restored from a backup, begin anew');
};
