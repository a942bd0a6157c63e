import type { Context } from '../../platform/context.ts';
import { appendConfigurationEvent } from '../../platform/events/append-event.ts';
import { usableName } from '../choices/choice.ts';
import { getKey } from './get-key.ts';
import { updateName } from './keys.store.ts';
import { requireKeysOf } from './require-keys-of.ts';

interface RenameKey {
  readonly keyId: number;
  /** What the key is for, in its owner's words. */
  readonly name: string;
}

/** Says anew what a key is for. Throws KEY_NOT_FOUND, RIGHT_MISSING, FIELDS_INVALID. */
export const renameKey = (ctx: Context, { keyId, name }: RenameKey): Promise<void> =>
  ctx.inTransaction(async (tx) => {
    const { userId, name: oldName } = await getKey(tx, { keyId });
    await requireKeysOf(tx, { userId, purpose: `rename API key ${keyId}` });
    const newName = usableName('name', name);
    if (newName === oldName) return;
    await updateName(tx.db, keyId, newName);
    await appendConfigurationEvent(tx, { type: 'key.renamed', payload: { keyId, userId, name: newName, oldName } });
  });
