import type { Context } from '../../platform/context.ts';
import type { MailLanguage } from './mail.ts';
import { usableSought } from './password-request.ts';
import { insertPasswordRequest } from './password-requests.store.ts';
import { requireMailer } from './require-mailer.ts';

interface RequestPasswordLink {
  readonly usernameOrEmail: string;
  readonly language: MailLanguage;
}

/**
 * Notes that somebody wants a link to set a password. Who that is, a job finds out later: what is answered, and how long
 * it takes, tells nothing of who there is. Throws MAIL_NOT_CONFIGURED.
 */
export const requestPasswordLink = async (
  ctx: Context,
  { usernameOrEmail, language }: RequestPasswordLink,
): Promise<void> => {
  requireMailer(ctx);
  const sought = usableSought(usernameOrEmail);
  await ctx.inTransaction((tx) => insertPasswordRequest(tx.db, { sought, language, createdAt: tx.now }));
};
