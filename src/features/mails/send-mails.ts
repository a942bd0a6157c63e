import { leasedJob } from '../../platform/jobs/leased-job.ts';
import { SENDING_TIMEOUT_MS } from '../../platform/mail/mailer.ts';
import { attemptMail } from './attempt-mail.ts';
import { leaseMail, selectDueMail } from './mails.store.ts';
import { whereMailIsSent } from './where-mail-is-sent.ts';

/** Sends what is due, one mail after the other. */
export const sendMails = whereMailIsSent(
  leasedJob({
    name: 'send mails',
    selectWaiting: selectDueMail,
    lease: leaseMail,
    leaseMs: 2 * SENDING_TIMEOUT_MS,
    perform: attemptMail,
  }),
);
