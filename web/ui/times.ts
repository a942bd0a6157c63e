import { localeOf } from './locale.ts';

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

/** What makes texts of times is made once for each language: making it costs more than using it. */
const oncePerLanguage = <T>(make: (locale: string) => T): ((language: string) => T) => {
  const made = new Map<string, T>();
  return (language) => {
    const format = made.get(language) ?? make(localeOf(language));
    made.set(language, format);
    return format;
  };
};

const distances = oncePerLanguage((locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));
const moments = oncePerLanguage((locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short' }));
const days = oncePerLanguage((locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }));

/** How long ago, or until then, in words: "3 hours ago". */
export const relativeTime = (at: string, language: string, now = Date.now()): string => {
  const distance = Date.parse(at) - now;
  const format = distances(language);
  const [unit, length] = units.find(([, each]) => Math.abs(distance) >= each) ?? (['second', SECOND] as const);
  // A moment ago is now: nobody counts seconds.
  return unit === 'second' ? format.format(0, 'second') : format.format(Math.trunc(distance / length), unit);
};

/** The exact time in the time zone of the browser. */
export const fullTime = (at: string, language: string): string => moments(language).format(new Date(at));

/** The day, short, as the time zone of the instant has it. */
export const dayIn = (at: string, language: string): string => days(language).format(new Date(at));
