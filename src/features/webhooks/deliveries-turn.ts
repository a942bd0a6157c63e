import type { Context } from '../../platform/context.ts';
import { waitForTurn } from '../../platform/database/exclusive.ts';

/**
 * Lets one transaction at a time change what waits for a webhook: two that do not see each other's rows would both believe
 * that somebody else is first in a lane.
 */
export const waitForDeliveries = (tx: Context, { webhookId }: { readonly webhookId: number }): Promise<void> =>
  waitForTurn(tx.db, `deliveries of webhook ${webhookId}`);
