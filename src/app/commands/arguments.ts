import { InvalidArgumentError } from 'commander';

/** Reads a whole number above 0. */
export const wholeNumber = (text: string): number => {
  if (!/^[1-9]\d{0,8}$/u.test(text)) throw new InvalidArgumentError('It must be a whole number above 0.');
  return Number(text);
};

/** Reads a day such as 2026-12-01, as the instant in UTC at which it begins. */
export const day = (text: string): number => {
  const instant = Date.parse(`${text}T00:00:00Z`);
  if (/^\d{4}-\d\d-\d\d$/u.test(text) && new Date(instant || 0).toISOString().startsWith(text)) return instant;
  throw new InvalidArgumentError('It must be a day, for example 2026-12-01.');
};

/** The day of an instant in UTC, for people; "" for none. */
export const dayOf = (instant: number | null | undefined): string =>
  instant === null || instant === undefined ? '' : new Date(instant).toISOString().slice(0, 10);

/** Collects an option that can be given several times. */
export const repeated = (value: string, before: readonly string[] = []): string[] => [...before, value];
