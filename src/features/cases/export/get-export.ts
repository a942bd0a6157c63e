import { DomainError } from '../../../kernel/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { maySeeWork } from '../may-see-work.ts';
import { EXPORT_RETENTION_MS, type Export } from './export.ts';
import { selectExport } from './exports.store.ts';

interface GetExport {
  readonly exportId: number;
}

/**
 * The export, for whoever began it and for administrators; a narrowed key sees only its own. Throws EXPORT_NOT_FOUND when
 * there is none for whoever acts, or none any more.
 */
export const getExport = async (ctx: Context, { exportId }: GetExport): Promise<Export> => {
  const found = await selectExport(ctx.db, exportId);
  if (found !== undefined && isKept(ctx, found) && (await maySeeWork(ctx, found.actor))) return found;
  throw new DomainError('EXPORT_NOT_FOUND', { message: `There is no export ${exportId}.` });
};

const isKept = ({ now }: Context, { createdAt }: Export): boolean => now - createdAt < EXPORT_RETENTION_MS;
