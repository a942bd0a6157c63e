import type { Context } from '../../platform/context.ts';
import { selectUsedKeys } from './attachments.store.ts';

const HOUR_MS = 60 * 60 * 1_000;

/** How long an upload that has not moved on may lie about, in milliseconds: far longer than uploads may take. */
const INCOMING_RETENTION_MS = 6 * HOUR_MS;
/** How long a file that nothing refers to may: its transaction may not have committed yet. */
const UNUSED_RETENTION_MS = 24 * HOUR_MS;

/** How many files are looked up at once. */
const BATCH = 100;

/**
 * Removes what crashes left behind: uploads that never came to their end, and files that nothing refers to: no
 * attachment, import, export or picture. Several processes may sweep at once.
 */
export const sweepFiles = async (ctx: Context): Promise<void> => {
  const { files } = ctx.platform;
  await files.removeIncoming({ before: ctx.now - INCOMING_RETENTION_MS });
  for await (const keys of files.keys()) {
    for (let start = 0; start < keys.length; start += BATCH) await sweepBatch(ctx, keys.slice(start, start + BATCH));
  }
};

const sweepBatch = async (ctx: Context, keys: readonly string[]): Promise<void> => {
  const used = await selectUsedKeys(ctx.db, keys);
  for (const key of keys.filter((each) => !used.has(each))) {
    if (await ctx.platform.files.isOlder(key, ctx.now - UNUSED_RETENTION_MS)) await ctx.platform.files.remove(key);
  }
};
