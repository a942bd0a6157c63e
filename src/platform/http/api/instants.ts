import { Type } from 'typebox';

/** An instant on the wire. Source: RFC 3339 section 5.6. */
export const Timestamp = (description: string) => Type.String({ format: 'date-time', description });

/** An instant, in milliseconds since 1970-01-01T00:00:00Z, as it is written: in UTC, to the millisecond. */
export const timestamp = (instant: number): string => new Date(instant).toISOString();

/** The same for one that may be none. */
export const optionalTimestamp = (instant: number | null): string | null =>
  instant === null ? null : timestamp(instant);
