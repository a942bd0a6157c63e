const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** From the largest unit to the smallest: what is at least as long is told in it. */
const units = [
  ['year', 365 * DAY],
  ['month', 30 * DAY],
  ['week', 7 * DAY],
  ['day', DAY],
  ['hour', HOUR],
  ['minute', MINUTE],
] as const;

/** How long ago, or until then, in words: "3 hours ago". */
export const relativeTime = (at: string, language: string, now = Date.now()): string => {
  const distance = Date.parse(at) - now;
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const [unit, length] = units.find(([, each]) => Math.abs(distance) >= each) ?? (['second', SECOND] as const);
  // A moment ago is now: nobody counts seconds.
  return unit === 'second' ? format.format(0, 'second') : format.format(Math.trunc(distance / length), unit);
};

/** The exact time in the time zone of the browser. */
export const fullTime = (at: string, language: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'short' }).format(new Date(at));

/** The day, short, as the time zone of the instant has it. */
export const dayIn = (at: string, language: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(at));
