import { invalidField } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { appendEvent } from '../../platform/events/append-event.ts';
import { getPerson } from './get-person.ts';
import { makePasswordLink } from './make-password-link.ts';
import { requireAdministrator } from './require-administrator.ts';
import { deletePasswordLinks } from './users.store.ts';

interface IssuePasswordLink {
  readonly userId: number;
}

/**
 * A secret with which the user can set a password once, within a day. Earlier links of the user stop working. Throws
 * RIGHT_MISSING, USER_NOT_FOUND, FIELDS_INVALID when the user is deactivated.
 */
export const issuePasswordLink = (ctx: Context, { userId }: IssuePasswordLink): Promise<string> =>
  ctx.inTransaction(async (tx) => {
    await requireAdministrator(tx, 'issue links to set passwords');
    const { active, username } = await getPerson(tx, { userId });
    if (!active) throw invalidField('username', `must be active: ${username} is deactivated`);
    await deletePasswordLinks(tx.db, userId);
    const token = await makePasswordLink(tx, { userId });
    await appendEvent(tx, { type: 'user.password_link_issued', payload: { userId } });
    return token;
  });
