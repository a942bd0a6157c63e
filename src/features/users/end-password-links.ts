import type { Context } from '../../platform/context.ts';
import { deletePasswordLinks } from './users.store.ts';

/** Lets the links stop working with which this user could set a password, in the transaction of whoever has the right. */
export const endPasswordLinks = (tx: Context, { userId }: { readonly userId: number }): Promise<void> =>
  deletePasswordLinks(tx.db, userId);
