import { localeOf } from '../../ui/locale.ts';

/** A day as charts name it, whatever the time zone; of months only the month. */
export const dayOf = (day: string, language: string, interval: 'day' | 'week' | 'month' = 'day'): string => {
  const parts =
    interval === 'month'
      ? ({ month: 'short', year: '2-digit' } as const)
      : ({ day: 'numeric', month: 'short' } as const);
  return new Intl.DateTimeFormat(localeOf(language), { ...parts, timeZone: 'UTC' }).format(new Date(day));
};
