import type { Context } from '../../../platform/context.ts';
import { parseQuery } from '../../queries/parse-query.ts';
import type { QueryHint } from '../../queries/query.ts';
import { resolveQuery } from '../../queries/resolve-query.ts';
import type { Case } from '../case.ts';
import { type CaseCount, countMatchingCases } from './count-matching-cases.ts';
import { type Mark, markOf, placeOf } from './list-mark.ts';
import { listMatchingCases } from './list-matching-cases.ts';

interface ListCasesByQuery {
  readonly query: string;
  readonly limit: number;
  /** What a page before has answered as `next`. */
  readonly after: Mark | undefined;
  readonly isCounted: boolean;
}

export interface CasesByQuery {
  readonly cases: readonly Case[];
  /** Null when there are none after them. */
  readonly next: Mark | null;
  /** On all pages together; only when it was asked for. */
  readonly total: CaseCount | undefined;
  readonly hints: readonly QueryHint[];
}

/**
 * A page of the cases that whoever acts can see and that a query is about. Throws FIELDS_INVALID of the query with all
 * that is wrong in it, and of the cursor when it belongs to a list in another order.
 */
export const listCasesByQuery = async (
  ctx: Context,
  { query, limit, after, isCounted }: ListCasesByQuery,
): Promise<CasesByQuery> => {
  const parsed = parseQuery(query);
  const selection = await resolveQuery(ctx, parsed);
  const list = { selection, after: after && placeOf(after, selection.order), limit };
  const { cases, next } = await listMatchingCases(ctx, list);
  const total = isCounted ? await countMatchingCases(ctx, selection) : undefined;
  return { cases, next: next && markOf(next, selection.order), total, hints: parsed.hints };
};
