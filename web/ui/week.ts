import { localeOf } from './locale.ts';

/** Days of the week from 0, which is Sunday. */
type Day = 0 | 1 | 2 | 3 | 4 | 5 | 6;

interface Week {
  readonly firstDayOfWeek: Day;
  readonly weekendDays: Day[];
}

/** Weeks as most of the world has them, for browsers that do not say. Source: ISO 8601. */
const usual = { firstDay: 1, weekend: [6, 7] };

interface KnowsWeeks {
  readonly getWeekInfo?: () => typeof usual;
}

/** How weeks are written where the browser is. */
export const weekOf = (language: string): Week => {
  const locale: Intl.Locale & KnowsWeeks = new Intl.Locale(localeOf(language));
  const { firstDay, weekend } = locale.getWeekInfo?.() ?? usual;
  return { firstDayOfWeek: fromSunday(firstDay), weekendDays: weekend.map(fromSunday) };
};

/** Intl counts from Monday, which is 1. */
const fromSunday = (day: number): Day => (day % 7) as Day;
