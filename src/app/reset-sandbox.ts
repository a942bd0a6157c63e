import type { Context } from '../platform/context.ts';
import { announceConfigurationChange } from '../platform/database/configuration-change.ts';
import { eraseEverything } from '../platform/database/erase.ts';
import { fillSandbox } from './fill-sandbox.ts';

/** Restores the example data, in one transaction: requests see it as it was or as it is, nothing between. */
export const resetSandbox = (ctx: Context): Promise<void> =>
  ctx.inTransaction(async (tx) => {
    await announceConfigurationChange(tx.db);
    await eraseEverything(tx.db);
    await fillSandbox(tx);
  });
