import { DomainError, invalidField } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { appendEvent } from '../../platform/events/append-event.ts';
import { endSignIns } from '../keys/end-sign-ins.ts';
import { findByPassword } from './check-password.ts';
import { getMe } from './get-me.ts';
import { hashPassword, requireUsablePassword } from './password.ts';
import { deletePasswordLinks, updatePasswordHash } from './users.store.ts';

interface ChangePassword {
  readonly oldPassword: string;
  readonly newPassword: string;
}

/**
 * Gives whoever acts another password, outside of transactions; who signed in with the old one has to do so again, but
 * for the session or key that acts. Throws FIELDS_INVALID, RIGHT_MISSING, TOO_MANY_ATTEMPTS.
 */
export const changePassword = async (ctx: Context, { oldPassword, newPassword }: ChangePassword): Promise<void> => {
  const { username, id: userId } = await getMe(ctx);
  if (ctx.actor.scope !== undefined) {
    throw new DomainError('RIGHT_MISSING', { message: 'You may not change the password: this API key is narrowed.' });
  }
  requireUsablePassword(newPassword, 'newPassword');
  const user = await findByPassword(ctx, { username, password: oldPassword });
  if (user === undefined) throw invalidField('oldPassword', 'must be the password that is yours until now');
  // Hashing takes long: it is done before the transaction.
  const passwordHash = await hashPassword(newPassword);
  await ctx.inTransaction(async (tx) => {
    await updatePasswordHash(tx.db, userId, passwordHash);
    await deletePasswordLinks(tx.db, userId);
    await endSignIns(tx, { userId, exceptId: tx.actor.keyId ?? 0 });
    await appendEvent(tx, { type: 'user.password_set', payload: { userId } });
  });
};
