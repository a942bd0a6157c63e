import { DomainError } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { appendEvent } from '../../platform/events/append-event.ts';
import { endSignIns } from '../keys/end-sign-ins.ts';
import { getWorkspace } from '../workspace/get-workspace.ts';
import { renameWorkspace } from '../workspace/rename-workspace.ts';
import { usableWorkspaceName } from '../workspace/workspace.ts';
import { findUser } from './find-user.ts';
import { hashPassword, requireUsablePassword } from './password.ts';
import { hashLinkToken } from './password-link.ts';
import type { User } from './user.ts';
import { deletePasswordLinks, selectPasswordLink, updatePasswordHash } from './users.store.ts';

interface SetPassword {
  readonly token: string;
  readonly password: string;
  /** What the workspace is to be called, where the link's user is the one to name it. */
  readonly workspaceName?: string | undefined;
}

/** Whether the user is to name the workspace with the first password: an administrator, as long as nobody has. */
export const isToNameWorkspace = async (ctx: Context, { role }: User): Promise<boolean> =>
  role === 'administrator' && !(await getWorkspace(ctx)).isNamed;

/** The user whose password a link can set. Throws LINK_UNUSABLE. */
export const openPasswordLink = async (ctx: Context, { token }: { readonly token: string }): Promise<User> => {
  const link = await selectPasswordLink(ctx.db, hashLinkToken(token));
  const user = link && link.expiresAt > ctx.now ? await findUser(ctx, link.userId) : undefined;
  if (user === undefined || !user.active) throw new DomainError('LINK_UNUSABLE');
  return user;
};

/**
 * Sets the password of the link's user and uses the link up; who signed in with the old one has to do so again. The
 * workspace is named with it, both or neither. Throws LINK_UNUSABLE, FIELDS_INVALID.
 */
export const setPassword = async (ctx: Context, { token, password, workspaceName }: SetPassword): Promise<User> => {
  const known = await openPasswordLink(ctx, { token });
  if (workspaceName !== undefined && (await isToNameWorkspace(ctx, known))) {
    usableWorkspaceName('name of the workspace', workspaceName);
  }
  requireUsablePassword(password);
  // Hashing takes long: it is done before the transaction, which checks the link once more.
  const passwordHash = await hashPassword(password);
  return ctx.inTransaction(async (tx) => {
    const user = await openPasswordLink(tx, { token });
    await updatePasswordHash(tx.db, user.id, passwordHash);
    await deletePasswordLinks(tx.db, user.id);
    if (workspaceName !== undefined && (await isToNameWorkspace(tx, user))) {
      await renameWorkspace(tx, { name: workspaceName });
    }
    await endSignIns(tx, { userId: user.id });
    await appendEvent(tx, { type: 'user.password_set', payload: { userId: user.id } });
    return user;
  });
};
