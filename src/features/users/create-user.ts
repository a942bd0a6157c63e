import { invalidField } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { waitForTurn } from '../../platform/database/exclusive.ts';
import { continueIdsAfterHighest } from '../../platform/database/identity.ts';
import { appendEvent } from '../../platform/events/append-event.ts';
import { requireAdministrator } from './require-administrator.ts';
import { completeUser, type NewUser } from './user.ts';
import { insertUser, selectUserByName } from './users.store.ts';

/** Creates a user without a password and answers with the ID. Throws FIELDS_INVALID, RIGHT_MISSING. */
export const createUser = (ctx: Context, newUser: NewUser): Promise<number> => {
  const user = completeUser(newUser);
  return ctx.inTransaction(async (tx) => {
    await requireAdministrator(tx, 'create users');
    await waitForTurn(tx.db, 'user names');
    if ((await selectUserByName(tx.db, user.username)) !== undefined) {
      throw invalidField('username', `must be new: there is already a user ${user.username}`);
    }
    const given = newUser.id === undefined ? {} : { id: newUser.id };
    const id = await insertUser(tx.db, { ...user, ...given, createdAt: tx.now });
    if (newUser.id !== undefined) await continueIdsAfterHighest(tx.db, 'users');
    await appendEvent(tx, { type: 'user.created', payload: { userId: id, username: user.username } });
    return id;
  });
};
