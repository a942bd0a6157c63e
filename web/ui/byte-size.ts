import { localeOf } from './locale.ts';

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
const STEP = 1_000;

/** How large something is, in words: "1.4 MB". */
export const byteSize = (bytes: number, language: string): string => {
  const power = Math.min(units.length - 1, bytes < STEP ? 0 : Math.floor(Math.log10(bytes) / 3));
  const format = new Intl.NumberFormat(localeOf(language), {
    style: 'unit',
    unit: units[power] ?? 'byte',
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: 1,
  });
  return format.format(bytes / STEP ** power);
};
