import type { Context } from '../../platform/context.ts';
import { findVisibleCase } from '../cases/visible-case.ts';
import type { Viewer } from './viewer.ts';
import { selectViewers } from './viewers.store.ts';

interface ListViewers {
  readonly caseId: number;
}

/** Who is looking at a case at this moment. Throws CASE_NOT_FOUND. */
export const listViewers = async (ctx: Context, { caseId }: ListViewers): Promise<Viewer[]> => {
  await findVisibleCase(ctx, { caseId });
  return selectViewers(ctx.db, { caseId, now: ctx.now });
};
