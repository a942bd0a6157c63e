import type { Context } from '../../platform/context.ts';
import { findUserByName } from '../users/find-user.ts';
import { beginningOf, type SignInOrigin, usableUserAgent } from './sign-in-attempt.ts';
import { insertSignIn } from './sign-ins.store.ts';

interface NoteSignIn {
  /** The name as it was typed. */
  readonly username: string;
  readonly from: SignInOrigin;
  /** The session or key that came of it; without one it failed. */
  readonly keyId?: number;
}

/** Notes, as part of the transaction, that somebody signed in or tried to. */
export const noteSignIn = async (tx: Context, { username, from, keyId }: NoteSignIn): Promise<void> => {
  const user = await findUserByName(tx, username);
  await insertSignIn(tx.db, {
    at: tx.now,
    succeeded: keyId !== undefined,
    userId: user?.id ?? null,
    name: user === undefined ? beginningOf(username) : '',
    address: from.address,
    userAgent: usableUserAgent(from.userAgent),
    door: tx.actor.door,
    keyId: keyId ?? null,
  });
};
