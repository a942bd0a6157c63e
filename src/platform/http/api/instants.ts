import { Type } from 'typebox';
import { invalidField } from '../../../kernel/errors.ts';

/** An instant on the wire. Source: RFC 3339 section 5.6. */
export const Timestamp = (description: string) => Type.String({ format: 'date-time', description });

/** The same for one that may be none. */
export const OptionalTimestamp = (description: string) =>
  Type.Union([Type.String({ format: 'date-time' }), Type.Null()], { description });

/** An instant, in milliseconds since 1970-01-01T00:00:00Z, as it is written: in UTC, to the millisecond. */
export const timestamp = (instant: number): string => new Date(instant).toISOString();

/** The same for one that may be none. */
export const optionalTimestamp = (instant: number | null): string | null =>
  instant === null ? null : timestamp(instant);

/**
 * The instant that a field names, in milliseconds since 1970-01-01T00:00:00Z; of a day, where the schema lets one pass, the
 * midnight in UTC with which it begins. Throws FIELDS_INVALID. Source: ECMA-262, date time string format.
 */
export const readTimestamp = (field: string, text: string): number => {
  const instant = Date.parse(text);
  // Schemas let leap seconds pass, which no clock of ours has.
  if (Number.isNaN(instant)) throw invalidField(field, 'must be a time like 2026-11-24T09:30:00Z');
  return instant;
};
