import type { Context } from '../platform/context.ts';
import { announceConfigurationChange } from '../platform/database/configuration-change.ts';
import { eraseEverything } from '../platform/database/erase.ts';
import { fillSandbox } from './fill-sandbox.ts';

/**
 * Restores the example data, in one transaction: requests see it as it was or as it is, nothing between. Files that
 * were attached go after that.
 */
export const resetSandbox = async (ctx: Context): Promise<void> => {
  await ctx.inTransaction(async (tx) => {
    await announceConfigurationChange(tx.db);
    await eraseEverything(tx.db);
    await fillSandbox(tx);
  });
  await ctx.platform.files.clear();
};
