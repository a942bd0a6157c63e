import { DomainError } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import type { Mailer } from '../../platform/mail/mailer.ts';

/** What sends mails. Throws MAIL_NOT_CONFIGURED when the operator has named no server for them. */
export const requireMailer = ({ platform }: Context): Mailer => {
  if (platform.mailer === undefined) throw new DomainError('MAIL_NOT_CONFIGURED');
  return platform.mailer;
};
