import { invalidField } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { getOwnKey } from '../keys/get-own-key.ts';
import { findByPassword } from './check-password.ts';
import { getMe } from './get-me.ts';
import { type Profile, usableProfile } from './profile.ts';
import { requireProfileOf, updateProfile } from './update-profile.ts';

interface UpdateOwnProfile {
  readonly changes: Partial<Profile>;
  /** Needed for another e-mail address only. */
  readonly currentPassword?: string | undefined;
}

/**
 * Looks whether the password that stands beside an e-mail address is that of whoever acts, outside of transactions, so
 * that guesses count that change nothing. Keys get no answer: with them there is no other address, whatever the password.
 * Throws FIELDS_INVALID, TOO_MANY_ATTEMPTS.
 */
export const confirmOwnProfile = async (
  ctx: Context,
  { changes, currentPassword }: UpdateOwnProfile,
): Promise<void> => {
  if (changes.email === undefined || currentPassword === undefined || !(await isInSession(ctx))) return;
  const { username } = await getMe(ctx);
  const user = await findByPassword(ctx, { username, password: currentPassword });
  if (user === undefined) throw invalidField('currentPassword', 'must be your password');
};

/**
 * Changes what whoever acts says of themselves, after {@link confirmOwnProfile}. Links to set a password go to the e-mail
 * address: another one takes a session and the password, or else a browser that was left alone could be made into a
 * password. Throws USER_NOT_FOUND, RIGHT_MISSING, FIELDS_INVALID.
 */
export const updateOwnProfile = (ctx: Context, { changes, currentPassword }: UpdateOwnProfile): Promise<void> =>
  ctx.inTransaction(async (tx) => {
    const { id: userId, email: before } = await getMe(tx);
    await requireProfileOf(tx, { userId, purpose: 'change these names and addresses' });
    const { email = before } = usableProfile(changes);
    if (email !== before) await requireConfirmation(tx, currentPassword);
    await updateProfile(tx, { userId, changes });
  });

const requireConfirmation = async (tx: Context, currentPassword: string | undefined): Promise<void> => {
  if (!(await isInSession(tx)))
    throw invalidField('email', 'can be changed only where you are signed in, not with a key');
  if (currentPassword !== undefined) return;
  throw invalidField('currentPassword', 'must be your password: the e-mail address is another one');
};

const isInSession = async (ctx: Context): Promise<boolean> => (await getOwnKey(ctx)).origin === 'session';
