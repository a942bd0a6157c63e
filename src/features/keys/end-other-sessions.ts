import type { Context } from '../../platform/context.ts';
import { endSignIns } from './end-sign-ins.ts';

/** Ends all sessions of whoever acts but the one they act in, and answers with how many. Throws RIGHT_MISSING. */
export const endOtherSessions = (ctx: Context): Promise<number> => {
  const { userId, keyId } = ctx.actor;
  return endSignIns(ctx, { userId: userId ?? 0, origins: ['session'], exceptId: keyId ?? 0 });
};
