import type { Context } from '../../platform/context.ts';
import { hashLinkToken, newLinkToken, PASSWORD_LINK_TTL_MS } from './password-link.ts';
import { deleteExpiredPasswordLinks, insertPasswordLink } from './users.store.ts';

interface MakePasswordLink {
  readonly userId: number;
}

/**
 * A secret with which the user can set a password once, within a day, as part of the transaction. Earlier ones go on
 * working until the password is set: otherwise whoever asks for one by mail could end that of an administrator. Rights
 * are asked for, and the event is written, by whoever lets it be made.
 */
export const makePasswordLink = async (tx: Context, { userId }: MakePasswordLink): Promise<string> => {
  const token = newLinkToken();
  await deleteExpiredPasswordLinks(tx.db, { userId, now: tx.now });
  await insertPasswordLink(tx.db, {
    tokenHash: hashLinkToken(token),
    userId,
    expiresAt: tx.now + PASSWORD_LINK_TTL_MS,
  });
  return token;
};
