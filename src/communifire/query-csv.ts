import { invalidField } from '../kernel/errors.ts';
import type { Query } from './query.ts';

/** How many values a list in the URL may have. */
const MAX_VALUES = 100;

/** Reads comma-separated values, blank ones left out, each once. Throws FIELDS_INVALID when they are too many. */
export const readQueryCsv = (query: Query, name: string): string[] => {
  const values = (query[name.toLowerCase()] ?? '').split(',').map((value) => value.trim());
  const different = [...new Set(values.filter((value) => value !== ''))];
  if (different.length > MAX_VALUES) throw invalidField(name, `must have at most ${MAX_VALUES} values`);
  return different;
};
