import type { FastifyBaseLogger } from 'fastify';
import type { MailFailure } from '../platform/mail/mailer.ts';

/** Tells the operator of mails that could not be sent: whoever waits for them cannot. */
export const tellMailFailure =
  (log: FastifyBaseLogger) =>
  ({ error: err, isGivenUp, ...mail }: MailFailure): void => {
    if (isGivenUp) log.error({ err, ...mail }, 'a mail could not be sent; it is given up');
    else log.warn({ err, ...mail }, 'a mail could not be sent; it is tried again');
  };
