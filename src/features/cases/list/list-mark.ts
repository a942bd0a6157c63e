import { invalidField } from '../../../kernel/errors.ts';
import { type CasePlace, completeOrder } from './case-place.ts';
import { type CaseOrderBy, type CaseOrderKey, textKeys } from './case-selection.ts';

/** A place in a list together with the order that it is a place of. */
export type Mark = readonly (string | number | null)[];

/** Where the list goes on, for its clients to keep. */
export const markOf = (place: CasePlace, order: readonly CaseOrderBy[]): Mark => [nameOf(order), ...place];

/** The place that a mark names. Throws FIELDS_INVALID when it is none, or one of another order. */
export const placeOf = ([name, ...place]: Mark, order: readonly CaseOrderBy[]): CasePlace => {
  if (name !== nameOf(order)) throw invalidField('cursor', 'must belong to a list in the same order');
  const keys = completeOrder(order).map(({ key }) => key);
  if (place.length === keys.length && place.every((value, index) => isOf(keys[index], value))) {
    return place as CasePlace;
  }
  throw invalidField('cursor', 'must be a cursor that this list has answered as "next"');
};

const nameOf = (order: readonly CaseOrderBy[]): string =>
  order.map(({ key, direction }) => (direction === 'desc' ? `-${key}` : key)).join();

const isOf = (key: CaseOrderKey | undefined, value: unknown): boolean =>
  key !== undefined && textKeys.has(key) ? isText(value) : Number.isSafeInteger(value);

/** Neither database can compare with NUL characters or halves of pairs. */
const isText = (value: unknown): boolean =>
  typeof value === 'string' && value.isWellFormed() && !value.includes('\u0000');
