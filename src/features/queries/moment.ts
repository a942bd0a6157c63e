/** A bound in time as it is written, in its canonical spelling. */
const RELATIVE = /^([+-]?)(\d{1,4})([hdwmy])$/iu;
const DATE = /^\d{4}(?:-\d\d(?:-\d\d)?)?$/u;
const TIME = /^(\d{4}-\d\d-\d\d)t(\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?)(z|[+-]\d\d:\d\d)?$/iu;

const momentWords = ['now', 'today', 'yesterday', 'tomorrow'] as const;

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
  /** Instants lie in the days of the time zone; due dates are days, each kept as the instant at which it begins in UTC. */
  readonly of: 'instants' | 'days';
}

/** What a canonical moment means for somebody: a month, a day, a second, or a single millisecond. */
export const periodOf = (moment: string, place: PlaceInTime): Period => {
  const { now, timeZone, of } = place;
  const here = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone);
  const zone = of === 'days' ? 'UTC' : timeZone;
  const daysFromToday = { today: 0, yesterday: -1, tomorrow: 1 }[moment];
  if (daysFromToday !== undefined) return period(here.toPlainDate().add({ days: daysFromToday }), { days: 1 }, zone);
  if (moment === 'now') return millisecond(now);
  if (isDistance(moment)) {
    const there = here.add(distanceOf(moment));
    const isDay = of === 'days' && !moment.endsWith('h');
    return isDay ? period(there.toPlainDate(), { days: 1 }, zone) : millisecond(there.epochMilliseconds);
  }
  return DATE.test(moment) ? datePeriod(moment, zone) : timePeriod(moment, timeZone);
};

const millisecond = (start: number): Period => ({ start, end: start + 1 });

const units: Readonly<Record<string, string>> = { h: 'hours', d: 'days', w: 'weeks', m: 'months', y: 'years' };

const distanceOf = (moment: string): Temporal.DurationLike => {
  const [, sign = '', count = '', unit = ''] = RELATIVE.exec(moment) ?? [];
  return { [units[unit] ?? 'days']: Number(`${sign}${count}`) };
};

const period = (first: Temporal.PlainDate, length: Temporal.DurationLike, zone: string): Period => ({
  start: first.toZonedDateTime(zone).epochMilliseconds,
  end: first.add(length).toZonedDateTime(zone).epochMilliseconds,
});

const datePeriod = (date: string, zone: string): Period => {
  const [year = 1, month, day] = date.split('-').map(Number);
  const first = Temporal.PlainDate.from({ year, month: month ?? 1, day: day ?? 1 });
  if (month === undefined) return period(first, { years: 1 }, zone);
  return period(first, day === undefined ? { months: 1 } : { days: 1 }, zone);
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
