import type { Context } from '../../../platform/context.ts';
import { insertGroup, type Reverts } from './history-groups.store.ts';

/** The same transaction and actor; all changes of cases that are made with it belong together in the history. */
export const beginGroup = async (tx: Context, { reverts = {} }: { readonly reverts?: Reverts } = {}) => {
  const groupId = await insertGroup(tx.db, { actor: tx.actor, at: tx.now, reverts });
  return { groupId, tx: tx.as({ ...tx.actor, groupId }) };
};
