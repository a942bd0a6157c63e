import { DomainError } from '../../../kernel/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { maySeeWork } from '../may-see-work.ts';
import type { BulkChange } from './bulk-change.ts';
import { selectBulkChange } from './bulk-progress.store.ts';

interface GetBulkChange {
  readonly bulkId: number;
}

/**
 * The bulk change, for whoever began it and for administrators; a narrowed key sees only its own. Throws BULK_NOT_FOUND
 * when there is none for whoever acts.
 */
export const getBulkChange = async (ctx: Context, { bulkId }: GetBulkChange): Promise<BulkChange> => {
  const found = await selectBulkChange(ctx.db, bulkId);
  if (found !== undefined && (await maySeeWork(ctx, found))) return found;
  throw new DomainError('BULK_NOT_FOUND', { message: `There is no bulk change ${bulkId}.` });
};
