import { invalidField } from '../../../kernel/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { parseQuery } from '../../queries/parse-query.ts';
import { resolveQuery } from '../../queries/resolve-query.ts';
import { matchingCaseIds } from '../matching-case-ids.ts';

/** How many cases one bulk change may have. */
const MAX_SELECTED = 200_000;

/** Which cases a bulk change is about: one of the two. */
export interface BulkSelection {
  readonly ids?: readonly number[] | undefined;
  readonly query?: string | undefined;
}

/** The cases of a selection in ascending order, each once. Throws FIELDS_INVALID. */
export const selectCases = async (ctx: Context, { ids, query }: BulkSelection): Promise<readonly number[]> => {
  if ((ids === undefined) === (query === undefined)) {
    throw invalidField('selection', 'must have ids or a query, one of the two');
  }
  const selected = ids ?? (await matching(ctx, query ?? ''));
  if (selected.length > MAX_SELECTED) {
    throw invalidField('selection', `must be of at most ${MAX_SELECTED.toLocaleString('en')} cases`);
  }
  return [...new Set(selected)].sort((one, other) => one - other);
};

const matching = async (ctx: Context, query: string): Promise<number[]> => {
  const selected: number[] = [];
  for await (const portion of matchingCaseIds(ctx, await resolveQuery(ctx, parseQuery(query)))) {
    selected.push(...portion);
    if (selected.length > MAX_SELECTED) break;
  }
  return selected;
};
