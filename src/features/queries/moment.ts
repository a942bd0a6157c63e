/** A bound in time as it is written, in its canonical spelling. */
const RELATIVE = /^([+-]?)(\d{1,4})([hdwmy])$/iu;
const DATE = /^\d{4}(?:-\d\d(?:-\d\d)?)?$/u;
const TIME = /^(\d{4}-\d\d-\d\d)t(\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?)(z|[+-]\d\d:\d\d)?$/iu;

export const momentWords = ['now', 'today', 'yesterday', 'tomorrow'] as const;

/** What a moment in a query looks like, for refusals. */
export const momentForms =
  'a date like 2026-11-24, a time like 2026-11-24T09:30Z, a distance like 7d or -2w (h, d, w, m for months, y), ' +
  'today, yesterday, tomorrow or now';

/** The canonical spelling of a moment; undefined when it is none. */
export const canonicalMoment = (text: string): string | undefined => {
  const lower = text.toLowerCase();
  if (momentWords.some((word) => word === lower)) return lower;
  const [, sign, count, unit] = RELATIVE.exec(lower) ?? [];
  if (count !== undefined) return `${sign === '-' ? '-' : ''}${Number(count)}${unit}`;
  const isReal = DATE.test(text) ? isDate(text) : TIME.test(text) && isTime(text);
  return isReal ? text.toUpperCase() : undefined;
};

/** Whether a canonical moment is a distance from now. */
export const isDistance = (moment: string): boolean => RELATIVE.test(moment);

const isDate = (text: string): boolean => {
  const [year = 0, month = 1, day = 1] = text.split('-').map(Number);
  try {
    return year > 0 && Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }) !== undefined;
  } catch {
    return false;
  }
};

const isTime = (text: string): boolean => {
  const [, date = '', time = '', offset = 'Z'] = TIME.exec(text) ?? [];
  try {
    return isDate(date) && Temporal.Instant.from(`${date}T${time}${offset}`) !== undefined;
  } catch {
    return false;
  }
};

/** A stretch of time, in milliseconds since 1970-01-01T00:00:00Z: from `start` to before `end`. */
export interface Period {
  readonly start: number;
  readonly end: number;
}

interface PlaceInTime {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly now: number;
  /** IANA name. */
  readonly timeZone: string;
}

/** What a canonical moment means for somebody: a day, a month, a second, or an instant, which takes no time. */
export const periodOf = (moment: string, { now, timeZone }: PlaceInTime): Period => {
  const here = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone);
  const today = here.toPlainDate();
  const [, sign, count, unit] = RELATIVE.exec(moment) ?? [];
  if (moment === 'now') return { start: now, end: now };
  if (count !== undefined) return instant(distant(here, `${sign}${count}`, unit ?? ''));
  if (moment === 'today') return days(today, timeZone);
  if (moment === 'yesterday') return days(today.subtract({ days: 1 }), timeZone);
  if (moment === 'tomorrow') return days(today.add({ days: 1 }), timeZone);
  return DATE.test(moment) ? datePeriod(moment, timeZone) : timePeriod(moment, timeZone);
};

const instant = (time: Temporal.ZonedDateTime): Period => ({
  start: time.epochMilliseconds,
  end: time.epochMilliseconds,
});

const units: Readonly<Record<string, string>> = { h: 'hours', d: 'days', w: 'weeks', m: 'months', y: 'years' };

const distant = (here: Temporal.ZonedDateTime, count: string, unit: string): Temporal.ZonedDateTime =>
  here.add({ [units[unit] ?? 'days']: Number(count) });

/** So many days from the beginning of the first one on, or so many months. */
const days = (first: Temporal.PlainDate, timeZone: string, length: Temporal.DurationLike = { days: 1 }): Period => ({
  start: first.toZonedDateTime(timeZone).epochMilliseconds,
  end: first.add(length).toZonedDateTime(timeZone).epochMilliseconds,
});

const datePeriod = (date: string, timeZone: string): Period => {
  const [year = 1, month, day] = date.split('-').map(Number);
  const first = Temporal.PlainDate.from({ year, month: month ?? 1, day: day ?? 1 });
  if (month === undefined) return days(first, timeZone, { years: 1 });
  return days(first, timeZone, day === undefined ? { months: 1 } : { days: 1 });
};

/** As long as what is written is exact: a minute, a second or a millisecond. */
const timePeriod = (moment: string, timeZone: string): Period => {
  const [, date = '', time = '', offset] = TIME.exec(moment) ?? [];
  const start =
    offset === undefined
      ? Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(timeZone).epochMilliseconds
      : Temporal.Instant.from(`${date}T${time}${offset}`).epochMilliseconds;
  const lengths: Readonly<Record<number, number>> = { 5: 60_000, 8: 1_000 };
  return { start, end: start + (lengths[time.length] ?? 1) };
};
