import type { Context } from '../../../platform/context.ts';
import { parseQuery } from '../../queries/parse-query.ts';
import type { QueryHint } from '../../queries/query.ts';
import { resolveQuery } from '../../queries/resolve-query.ts';
import { lookThrough } from '../list/look-through.ts';
import { prepareSelection } from '../list/matching-cases.ts';
import type { ReportedSelection } from './reported-cases.store.ts';

/** The cases of a report. */
export interface ReportedCases {
  readonly selection: ReportedSelection;
  /** False when there may be more: texts are looked for in so many cases only. */
  readonly isExact: boolean;
  readonly hints: readonly QueryHint[];
}

/** What whoever acts can see of the cases that a query is about. Throws FIELDS_INVALID of the query. */
export const reportedCases = async (ctx: Context, query: string): Promise<ReportedCases> => {
  const parsed = parseQuery(query);
  const { where } = await resolveQuery(ctx, parsed);
  const prepared = await prepareSelection(ctx, { where, order: [{ key: 'updated', direction: 'desc' }] });
  const { spaceIds, among } = prepared;
  const { hints } = parsed;
  if (!prepared.hasTexts) return { selection: { where: prepared.where, spaceIds, among }, isExact: true, hints };
  const found: number[] = [];
  const isExact = await lookThrough(ctx, prepared, ({ id }) => {
    found.push(id);
  });
  return { selection: { where: prepared.where, spaceIds, among: found }, isExact, hints };
};
