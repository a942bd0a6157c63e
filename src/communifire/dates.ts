/** Offsets of time zones change at whole quarters of an hour. */
const QUARTER_MS = 15 * 60 * 1_000;

/** How many quarters of an hour are remembered; then the memory begins anew. */
const MAX_REMEMBERED = 20_000;

/** Offsets from UTC in milliseconds, by time zone and quarter of an hour: computing one costs more than writing a date. */
const remembered = new Map<string, Map<number, number>>();

/** An instant as the old wire sends it: ISO 8601, UTC. Source: communifire-api.md section 1, dates. */
export const isoUtc = (instant: number): string => new Date(instant).toISOString();

/** The same instant in a time zone, with its offset. */
export const isoInZone = (instant: number, timeZone: string): string => {
  const offsetMs = offsetOf(instant, timeZone);
  return `${new Date(instant + offsetMs).toISOString().slice(0, -1)}${offsetName(offsetMs)}`;
};

const offsetOf = (instant: number, timeZone: string): number => {
  const quarter = Math.floor(instant / QUARTER_MS);
  const known = remembered.get(timeZone)?.get(quarter);
  return known ?? computeOffset(quarter, timeZone);
};

const computeOffset = (quarter: number, timeZone: string): number => {
  const zoned = Temporal.Instant.fromEpochMilliseconds(quarter * QUARTER_MS).toZonedDateTimeISO(timeZone);
  const offsetMs = Math.trunc(zoned.offsetNanoseconds / 1_000_000);
  const ofZone = remembered.get(timeZone) ?? new Map<number, number>();
  if (ofZone.size >= MAX_REMEMBERED) ofZone.clear();
  remembered.set(timeZone, ofZone.set(quarter, offsetMs));
  return offsetMs;
};

/** `+01:00` */
const offsetName = (offsetMs: number): string => {
  const minutes = Math.abs(Math.trunc(offsetMs / 60_000));
  const twoDigits = (value: number): string => String(value).padStart(2, '0');
  return `${offsetMs < 0 ? '-' : '+'}${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
};

const TICKS = /^\/Date\((-?\d{1,15})(?:[+-]\d{4})?\)\/$/u;
const DATE = /^\d{4}-\d\d-\d\d$/u;
const WITH_OFFSET = /(?:Z|[+-]\d\d:?\d\d)$/iu;

/**
 * The instant of a date as the old wire sends it, ISO 8601 or `/Date(milliseconds)/`; undefined when it is none. Without
 * an offset it is UTC. Source: communifire-api.md section 1, dates.
 */
export const parseInstant = (text: string): number | undefined => {
  const date = text.trim();
  const ticks = TICKS.exec(date)?.[1];
  if (ticks !== undefined) return Number(ticks);
  const complete = DATE.test(date) ? `${date}T00:00Z` : `${date}${WITH_OFFSET.test(date) ? '' : 'Z'}`;
  try {
    return Temporal.Instant.from(complete).epochMilliseconds;
  } catch {
    return undefined;
  }
};

const UNITS = [
  ['year', 365 * 24 * 60 * 60_000],
  ['month', 30 * 24 * 60 * 60_000],
  ['day', 24 * 60 * 60_000],
  ['hour', 60 * 60_000],
  ['minute', 60_000],
] as const;

/** How long ago an instant was, for people: "2 hours ago"; "just now" within a minute and for what is yet to come. */
export const ago = (instant: number, now: number): string => {
  const elapsedMs = now - instant;
  const unit = UNITS.find(([, lengthMs]) => elapsedMs >= lengthMs);
  if (unit === undefined) return 'just now';
  const [name, lengthMs] = unit;
  const count = Math.floor(elapsedMs / lengthMs);
  return `${count} ${name}${count === 1 ? '' : 's'} ago`;
};
