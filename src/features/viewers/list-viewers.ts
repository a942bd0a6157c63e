import type { Context } from '../../platform/context.ts';
import { findVisibleCase } from '../cases/visible-case.ts';
import { stillSeeing } from './still-seeing.ts';
import type { Viewer } from './viewer.ts';
import { selectViewers } from './viewers.store.ts';

interface ListViewers {
  readonly caseId: number;
}

/** Who is looking at a case at this moment. Throws CASE_NOT_FOUND. */
export const listViewers = async (ctx: Context, { caseId }: ListViewers): Promise<Viewer[]> => {
  const { configuration } = await findVisibleCase(ctx, { caseId });
  return stillSeeing(ctx, { configuration, viewers: await selectViewers(ctx.db, { caseId, now: ctx.now }) });
};
