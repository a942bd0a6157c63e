import type { Context } from '../../../platform/context.ts';
import { requireRight } from '../../spaces/space-access.ts';
import { isOwn, type VisibleCase } from '../case-access.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;

/** How long a deleted case can be restored, in milliseconds. */
export const BIN_RETENTION_MS = 30 * DAY_MS;

/** Throws RIGHT_MISSING unless whoever acts may move this case into the bin, or out of it. */
export const requireCanDelete = (ctx: Context, { found, access }: VisibleCase, purpose: string): void => {
  requireRight(access, 'Delete', purpose);
  if (!isOwn(ctx, found)) requireRight(access, 'AdminEntityUpdate', `${purpose}, which is another user's`);
};
