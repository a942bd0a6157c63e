import { DomainError } from '../../../kernel/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { keepActor } from '../kept-actor.ts';
import type { Export, ExportRequest } from './export.ts';
import { exportedSelection } from './export-cases.ts';
import { countExports, insertExport } from './exports.store.ts';
import { getExport } from './get-export.ts';

/** How many exports of one person are kept or under way at the same time: their files take room. */
const MOST_KEPT = 10;

/**
 * Lets a job put a file with cases together, as whoever acts sees them. Throws FIELDS_INVALID of the query,
 * EXPORT_LIMIT_REACHED.
 */
export const beginExport = async (ctx: Context, request: ExportRequest): Promise<Export> => {
  await exportedSelection(ctx, request);
  return ctx.inTransaction(async (tx) => {
    const { userId } = tx.actor;
    if (userId !== null && (await countExports(tx.db, userId)) >= MOST_KEPT) {
      throw new DomainError('EXPORT_LIMIT_REACHED', {
        message: `You have ${MOST_KEPT} exports already: delete some, or wait until they are forgotten.`,
      });
    }
    const exportId = await insertExport(tx.db, { actor: keepActor(tx.actor), request, createdAt: tx.now });
    return getExport(tx, { exportId });
  });
};
