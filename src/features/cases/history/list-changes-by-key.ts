import type { Context } from '../../../platform/context.ts';
import { getReadableKey } from '../../keys/get-readable-key.ts';
import type { ChangePage, ChangePageRequest } from './case-change.ts';
import { findVisibleChanges } from './find-visible-changes.ts';

interface ListChangesByKey extends ChangePageRequest {
  readonly keyId: number;
}

/** What was changed with the key of cases that whoever acts sees now, newest first. Throws KEY_NOT_FOUND. */
export const listChangesByKey = async (ctx: Context, { keyId, ...page }: ListChangesByKey): Promise<ChangePage> => {
  const { id } = await getReadableKey(ctx, { keyId });
  return findVisibleChanges(ctx, { column: 'key_id', id, ...page });
};
