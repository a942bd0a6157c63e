import { DomainError } from '../../../kernel/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { maySeeWork } from '../may-see-work.ts';
import type { Import } from './import.ts';
import { selectImport } from './imports.store.ts';

interface GetImport {
  readonly importId: number;
}

/** The import, for whoever began it and for administrators. Throws IMPORT_NOT_FOUND when there is none for whoever acts. */
export const getImport = async (ctx: Context, { importId }: GetImport): Promise<Import> => {
  const found = await selectImport(ctx.db, importId);
  if (found !== undefined && (await maySeeWork(ctx, found))) return found;
  throw new DomainError('IMPORT_NOT_FOUND', { message: `There is no import ${importId}.` });
};
