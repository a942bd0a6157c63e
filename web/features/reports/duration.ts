import { localeOf } from '../../ui/locale.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const MINUTE_MS = 60_000;

const units = [
  ['day', DAY_MS],
  ['hour', HOUR_MS],
  ['minute', MINUTE_MS],
] as const;

/** A length of time in words, to the unit that says enough: "3.5 days". */
export const durationText = (durationMs: number, language: string): string => {
  const [unit, length] = units.find(([, each]) => durationMs >= each) ?? (['minute', MINUTE_MS] as const);
  const style = { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(localeOf(language), style).format(durationMs / length);
};
