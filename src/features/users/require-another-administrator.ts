import { DomainError } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { waitForTurn } from '../../platform/database/exclusive.ts';
import type { User } from './user.ts';
import { selectActiveAdministratorIds } from './users.store.ts';

interface RequireAnotherAdministrator {
  /** Who is about to be none any more. */
  readonly user: User;
}

/**
 * Throws LAST_ADMINISTRATOR when the user is the only active administrator; of two who leave at the same time, one
 * stays.
 */
export const requireAnotherAdministrator = async (
  tx: Context,
  { user }: RequireAnotherAdministrator,
): Promise<void> => {
  await waitForTurn(tx.db, 'administrators');
  const ids = await selectActiveAdministratorIds(tx.db);
  if (ids.length !== 1 || ids[0] !== user.id) return;
  throw new DomainError('LAST_ADMINISTRATOR', {
    message: `${user.username} is the only active administrator: make somebody else one first.`,
  });
};
