import { invalidField } from '../kernel/errors.ts';
import type { Query } from './query.ts';

type Direction = 'asc' | 'desc';

/** Source: communifire-api.md section 1, sorting. */
const directions: ReadonlyMap<string, Direction> = new Map([
  ['0', 'asc'],
  ['ascending', 'asc'],
  ['1', 'desc'],
  ['descending', 'desc'],
]);

/** Reads the direction of a list that is sorted upwards unless told. Throws FIELDS_INVALID. */
export const readSortOrder = (query: Query): Direction => {
  const direction = directions.get((query['sortorder'] ?? '').trim().toLowerCase() || '0');
  if (direction === undefined) throw invalidField('SortOrder', 'must be 0, Ascending, 1 or Descending');
  return direction;
};
