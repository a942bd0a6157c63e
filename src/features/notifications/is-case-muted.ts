import type { Context } from '../../platform/context.ts';
import { findVisibleCase } from '../cases/visible-case.ts';
import { hasMute } from './mutes.store.ts';

interface IsCaseMuted {
  readonly caseId: number;
}

/** Whether whoever acts has muted the case. Throws CASE_NOT_FOUND. */
export const isCaseMuted = async (ctx: Context, { caseId }: IsCaseMuted): Promise<boolean> => {
  await findVisibleCase(ctx, { caseId });
  return hasMute(ctx.db, { caseId, userId: ctx.actor.userId ?? 0 });
};
