import { perMinute } from '../../platform/attempts/attempt-limit.ts';
import { beginAttempt } from '../../platform/attempts/attempts.ts';
import { networkOf } from '../../platform/attempts/network-of.ts';
import type { Context } from '../../platform/context.ts';

/** How often one address may try to sign in, a minute: hashing is costly, and guessing must be slow. */
const SIGN_IN_ATTEMPTS_PER_MINUTE = 20;

const signIns = perMinute('sign-in', SIGN_IN_ATTEMPTS_PER_MINUTE);

interface LimitSignIns {
  /** The IP address from which somebody tries to sign in. */
  readonly address: string;
}

/** Counts an attempt to sign in from an address, through whatever door. Throws TOO_MANY_ATTEMPTS. */
export const limitSignIns = (ctx: Context, { address }: LimitSignIns): Promise<void> =>
  beginAttempt(ctx, { limit: signIns, subject: networkOf(address) });
