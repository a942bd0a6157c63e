import type { Context } from '../../../platform/context.ts';
import type { ChangePage, ChangePageRequest } from '../history/case-change.ts';
import { findVisibleChanges } from '../history/find-visible-changes.ts';
import { getBulkChange } from './get-bulk-change.ts';

interface ListChangesOfBulk extends ChangePageRequest {
  readonly bulkId: number;
}

/** What a bulk change did to cases that whoever acts sees now, newest first. Throws BULK_NOT_FOUND. */
export const listChangesOfBulk = async (ctx: Context, { bulkId, ...page }: ListChangesOfBulk): Promise<ChangePage> => {
  const { id } = await getBulkChange(ctx, { bulkId });
  return findVisibleChanges(ctx, { column: 'group_id', id, ...page });
};
