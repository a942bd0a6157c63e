import type { Context } from '../../../platform/context.ts';
import { getImport } from './get-import.ts';
import type { RefusedRow } from './import.ts';
import { selectRefusals } from './imports.store.ts';

interface ListRefusedRows {
  readonly importId: number;
  readonly limit: number;
  /** Only those on later lines. */
  readonly after?: number | undefined;
}

/** The rows of an import that were refused, by line. Throws IMPORT_NOT_FOUND. */
export const listRefusedRows = async (
  ctx: Context,
  { importId, limit, after = 0 }: ListRefusedRows,
): Promise<RefusedRow[]> => {
  const { id } = await getImport(ctx, { importId });
  return selectRefusals(ctx.db, { id, after, limit });
};
