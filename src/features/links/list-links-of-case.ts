import type { Context } from '../../platform/context.ts';
import { findVisibleCase } from '../cases/visible-case.ts';
import { type LinkedCase, linkedCases } from './linked-case.ts';
import { selectLinksOfCase } from './links.store.ts';

interface ListLinks {
  readonly caseId: number;
}

/** What is linked with a case, as far as whoever acts sees it, the first link first. Throws CASE_NOT_FOUND. */
export const listLinksOfCase = async (ctx: Context, { caseId }: ListLinks): Promise<LinkedCase[]> => {
  await findVisibleCase(ctx, { caseId });
  return linkedCases(ctx, { caseId, links: await selectLinksOfCase(ctx.db, caseId) });
};
