import type { CaseOrderBy } from './case-selection.ts';

/** Where a case is in a list: what it is sorted by, the number last. */
export type CasePlace = readonly (string | number)[];

/** The number of the case at a place. */
export const caseIdAt = (place: CasePlace): number => place.at(-1) as number;

/** The order with the number at its end, which no two cases share. */
export const completeOrder = (order: readonly CaseOrderBy[]): readonly CaseOrderBy[] => {
  const number = order.findIndex(({ key }) => key === 'number');
  if (number !== -1) return order.slice(0, number + 1);
  return [...order, { key: 'number', direction: order.at(-1)?.direction ?? 'asc' }];
};
