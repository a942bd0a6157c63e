import type { Context } from '../../platform/context.ts';
import { appendEvent } from '../../platform/events/append-event.ts';
import { requireAdministrator } from './require-administrator.ts';
import { updatePasswordHash } from './users.store.ts';

interface TakeOverPassword {
  readonly userId: number;
  /** An Argon2id hash in the PHC string format. */
  readonly passwordHash: string;
}

/** Gives a user a password that was hashed elsewhere: only for people who are brought along with it. Throws RIGHT_MISSING. */
export const takeOverPassword = (ctx: Context, { userId, passwordHash }: TakeOverPassword): Promise<void> =>
  ctx.inTransaction(async (tx) => {
    await requireAdministrator(tx, 'set the passwords of others');
    await updatePasswordHash(tx.db, userId, passwordHash);
    await appendEvent(tx, { type: 'user.password_set', payload: { userId } });
  });
