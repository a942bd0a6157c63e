/** An instant as the old wire sends it: ISO 8601, UTC. Source: communifire-api.md section 1, dates. */
export const isoUtc = (instant: number): string => new Date(instant).toISOString();

/** The same instant in a time zone, with its offset. */
export const isoInZone = (instant: number, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(instant).toString({ timeZone, fractionalSecondDigits: 3 });
