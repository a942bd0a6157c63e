import type { Context } from '../../../platform/context.ts';
import { isUnlimitedAdministrator } from '../../users/is-unlimited-administrator.ts';
import { maySeeWork } from '../may-see-work.ts';
import type { BulkChange } from './bulk-change.ts';
import { selectBulkChanges } from './bulk-progress.store.ts';

interface ListBulkChanges {
  readonly limit: number;
  /** Only those that were begun before this one. */
  readonly before?: number | undefined;
}

/**
 * The bulk changes that whoever acts may see, the latest first: their own, and those of everybody for administrators and
 * the operator; with a narrowed key only those that were begun with it.
 */
export const listBulkChanges = async (ctx: Context, { limit, before }: ListBulkChanges): Promise<BulkChange[]> => {
  const userId = (await isUnlimitedAdministrator(ctx)) ? 'all' : (ctx.actor.userId ?? 0);
  const seen: BulkChange[] = [];
  let place = before;
  for (;;) {
    const found = await selectBulkChanges(ctx.db, { userId, before: place, limit });
    for (const each of found) if (await maySeeWork(ctx, each)) seen.push(each);
    place = found.at(-1)?.id;
    if (seen.length >= limit || found.length < limit) return seen.slice(0, limit);
  }
};
