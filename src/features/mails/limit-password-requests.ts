import { perMinute } from '../../platform/attempts/attempt-limit.ts';
import { beginAttempt } from '../../platform/attempts/attempts.ts';
import { networkOf } from '../../platform/attempts/network-of.ts';
import type { Context } from '../../platform/context.ts';
import { requireMailer } from './require-mailer.ts';

/** How often one address may ask for a new password, a minute: each time may be a mail to somebody else. */
const REQUESTS_PER_MINUTE = 5;

const requests = perMinute('password request', REQUESTS_PER_MINUTE);

interface LimitPasswordRequests {
  /** The IP address from which somebody asks. */
  readonly address: string;
}

/** Counts a request for a new password from an address. Throws MAIL_NOT_CONFIGURED, TOO_MANY_ATTEMPTS. */
export const limitPasswordRequests = async (ctx: Context, { address }: LimitPasswordRequests): Promise<void> => {
  requireMailer(ctx);
  await beginAttempt(ctx, { limit: requests, subject: networkOf(address) });
};
