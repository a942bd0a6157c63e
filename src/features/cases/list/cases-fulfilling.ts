import type { Context } from '../../../platform/context.ts';
import { caseIdAt } from './case-place.ts';
import type { CaseCondition } from './case-selection.ts';
import { findPlaces, portionsWithTexts, prepareSelection } from './matching-cases.ts';

interface CasesFulfilling {
  readonly where: CaseCondition;
  readonly ids: readonly number[];
}

/** Those of the cases that whoever acts can see and that fulfil the condition. */
export const casesFulfilling = async (ctx: Context, { where, ids }: CasesFulfilling): Promise<ReadonlySet<number>> => {
  const prepared = await prepareSelection(ctx, { where, order: [{ key: 'number', direction: 'desc' }] });
  const selection = { ...prepared, among: ids };
  if (!selection.hasTexts) {
    const places = await findPlaces(ctx, { ...selection, limit: ids.length });
    return new Set(places.map(({ place }) => caseIdAt(place)));
  }
  const fulfilling = new Set<number>();
  for await (const { found } of portionsWithTexts(ctx, selection, undefined)) {
    for (const each of found) fulfilling.add(each.found.id);
  }
  return fulfilling;
};
