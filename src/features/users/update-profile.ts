import { DomainError } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { appendConfigurationEvent } from '../../platform/events/append-event.ts';
import { getPerson } from './get-person.ts';
import { type Profile, usableProfile } from './profile.ts';
import { requireAdministrator } from './require-administrator.ts';
import { deletePasswordLinks, updateUserRow } from './users.store.ts';

interface UpdateProfile {
  readonly userId: number;
  readonly changes: Partial<Profile>;
}

/**
 * Changes names, e-mail address and time zone of oneself or, as an administrator, of somebody else; not with a narrowed
 * key. With another address, links to set a password that went to the one before stop working. Throws USER_NOT_FOUND, RIGHT_MISSING, FIELDS_INVALID.
 */
export const updateProfile = (ctx: Context, { userId, changes }: UpdateProfile): Promise<void> =>
  ctx.inTransaction(async (tx) => {
    const before = await getPerson(tx, { userId });
    await requireProfileOf(tx, { userId, purpose: 'change these names and addresses' });
    const usable = usableProfile(changes);
    const changed = (Object.keys(usable) as (keyof Profile)[]).filter((each) => usable[each] !== before[each]);
    if (changed.length === 0) return;
    await updateUserRow(tx.db, { ...before, ...usable });
    if (changed.includes('email')) await deletePasswordLinks(tx.db, userId);
    // What they are now is for those who may read it: the log tells only what to read again.
    await appendConfigurationEvent(tx, { type: 'user.updated', payload: { userId, changed } });
  });

interface ProfileOf {
  readonly userId: number;
  /** What they are about to do, after "You may not". */
  readonly purpose: string;
}

/** Throws RIGHT_MISSING unless what others see of this user is for whoever acts to say. */
export const requireProfileOf = async (tx: Context, { userId, purpose }: ProfileOf): Promise<void> => {
  if (tx.actor.userId !== userId) return requireAdministrator(tx, purpose);
  if (tx.actor.scope === undefined) return undefined;
  throw new DomainError('RIGHT_MISSING', { message: `You may not ${purpose}: this API key is narrowed.` });
};
