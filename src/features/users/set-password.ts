import { DomainError } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { appendEvent } from '../../platform/events/append-event.ts';
import { endSignIns } from '../keys/end-sign-ins.ts';
import { findUser } from './find-user.ts';
import { hashPassword, requireUsablePassword } from './password.ts';
import { hashLinkToken } from './password-link.ts';
import type { User } from './user.ts';
import { deletePasswordLinks, selectPasswordLink, updatePasswordHash } from './users.store.ts';

interface SetPassword {
  readonly token: string;
  readonly password: string;
}

/** The user whose password a link can set. Throws LINK_UNUSABLE. */
export const openPasswordLink = async (ctx: Context, { token }: { readonly token: string }): Promise<User> => {
  const link = await selectPasswordLink(ctx.db, hashLinkToken(token));
  const user = link && link.expiresAt > ctx.now ? await findUser(ctx, link.userId) : undefined;
  if (user === undefined || !user.active) throw new DomainError('LINK_UNUSABLE');
  return user;
};

/**
 * Sets the password of the link's user and uses the link up; who signed in with the old one has to do so again. Throws LINK_UNUSABLE, FIELDS_INVALID.
 */
export const setPassword = async (ctx: Context, { token, password }: SetPassword): Promise<User> => {
  requireUsablePassword(password);
  await openPasswordLink(ctx, { token });
  // Hashing takes long: it is done before the transaction, which checks the link once more.
  const passwordHash = await hashPassword(password);
  return ctx.inTransaction(async (tx) => {
    const user = await openPasswordLink(tx, { token });
    await updatePasswordHash(tx.db, user.id, passwordHash);
    await deletePasswordLinks(tx.db, user.id);
    await endSignIns(tx, { userId: user.id });
    await appendEvent(tx, { type: 'user.password_set', payload: { userId: user.id } });
    return user;
  });
};
