import { DomainError, type FieldProblem } from '../kernel/errors.ts';
import type { Query } from './query.ts';

type Direction = 'asc' | 'desc';

/** Source: communifire-api.md section 1, sorting. */
const directions: ReadonlyMap<string, Direction> = new Map([
  ['0', 'asc'],
  ['ascending', 'asc'],
  ['1', 'desc'],
  ['descending', 'desc'],
]);

/** The direction that is asked for, `otherwise` when none is; undefined when it is not one. */
export const directionIn = (query: Query, otherwise: Direction): Direction | undefined => {
  const order = (query['sortorder'] ?? '').trim().toLowerCase();
  return order === '' ? otherwise : directions.get(order);
};

/** What is wrong with every other direction. */
export const unknownDirection: FieldProblem = {
  field: 'SortOrder',
  problem: 'must be 0, Ascending, 1 or Descending',
};

/** Reads the direction of a list that is sorted upwards unless told. Throws FIELDS_INVALID. */
export const readSortOrder = (query: Query): Direction => {
  const direction = directionIn(query, 'asc');
  if (direction !== undefined) return direction;
  throw new DomainError('FIELDS_INVALID', { fields: [unknownDirection] });
};
