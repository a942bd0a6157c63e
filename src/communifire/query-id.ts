import { invalidField } from '../kernel/errors.ts';
import type { Query } from './query.ts';
import { keptId } from './wire-types.ts';

/** Reads the ID in the parameter of this name; undefined for none, nothing and 0. Throws FIELDS_INVALID. */
export const readQueryId = (query: Query, name: string): number | undefined => {
  const raw = query[name.toLowerCase()] ?? '';
  const reading = keptId.read(raw.trim() === '' ? null : raw);
  if ('problem' in reading) throw invalidField(name, reading.problem);
  return 'value' in reading ? reading.value : undefined;
};
