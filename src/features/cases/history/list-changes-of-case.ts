import type { Context } from '../../../platform/context.ts';
import { findVisibleCase } from '../visible-case.ts';
import type { ChangePage, ChangePageRequest } from './case-change.ts';
import { selectLeadsOfCase } from './leads.store.ts';
import { loadChanges } from './load-changes.ts';

interface ListChangesOfCase extends ChangePageRequest {
  readonly caseId: number;
}

/** What was changed of the case, newest first. Places are revisions. Throws CASE_NOT_FOUND. */
export const listChangesOfCase = async (
  ctx: Context,
  { caseId, limit, before = Number.MAX_SAFE_INTEGER }: ListChangesOfCase,
): Promise<ChangePage> => {
  const { found } = await findVisibleCase(ctx, { caseId });
  // A revision is a 32-bit number on PostgreSQL, and none is above the one of the case.
  const below = Math.min(before, found.revision + 1);
  const leads = await selectLeadsOfCase(ctx.db, { id: caseId, before: below, limit: limit + 1 });
  const onPage = leads.slice(0, limit);
  return loadChanges(ctx, { leads: onPage, next: leads.length > limit ? onPage.at(-1)?.place : undefined });
};
