import { invalidField } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { appendEvent } from '../../platform/events/append-event.ts';
import { endPasswordLinks } from '../users/end-password-links.ts';
import { getPerson } from '../users/get-person.ts';
import { requireAdministrator } from '../users/require-administrator.ts';
import type { MailLanguage } from './mail.ts';
import { insertMail } from './mails.store.ts';
import { requireMailer } from './require-mailer.ts';

interface MailPasswordLink {
  readonly userId: number;
  readonly language: MailLanguage;
}

/**
 * Lets a mail be sent to a user, with a link to set a password. Earlier links of the user stop working. Throws RIGHT_MISSING, USER_NOT_FOUND, FIELDS_INVALID when the user is deactivated or has no e-mail address,
 * MAIL_NOT_CONFIGURED.
 */
export const mailPasswordLink = (ctx: Context, { userId, language }: MailPasswordLink): Promise<void> =>
  ctx.inTransaction(async (tx) => {
    await requireAdministrator(tx, 'issue links to set passwords');
    const { active, username, email } = await getPerson(tx, { userId });
    if (!active) throw invalidField('username', `must be active: ${username} is deactivated`);
    if (email === '') throw invalidField('email', `must be known: ${username} has no e-mail address`);
    requireMailer(tx);
    await endPasswordLinks(tx, { userId });
    await insertMail(tx.db, { kind: 'password-link', userId, language, createdAt: tx.now });
    await appendEvent(tx, { type: 'user.password_link_issued', payload: { userId } });
  });
