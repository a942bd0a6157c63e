import type { Context } from '../../platform/context.ts';
import { type PostAnswer, post, UnansweredError } from '../../platform/outgoing/post.ts';
import { releaseDelivery } from './deliveries.store.ts';
import type { Delivery } from './delivery.ts';
import { type AttemptAnswer, recordAttempt } from './record-attempt.ts';
import { signatureHeaders } from './signature.ts';
import type { Webhook } from './webhook.ts';

interface AttemptDelivery {
  readonly webhook: Webhook;
  readonly delivery: Delivery;
  readonly signal: AbortSignal | undefined;
}

/** Sends a delivery once and writes down how it went. */
export const attemptDelivery = async (ctx: Context, { webhook, delivery, signal }: AttemptDelivery): Promise<void> => {
  const answer = await send(ctx, { webhook, delivery, signal });
  // Cut off because the program stops: that says nothing about the other side, and somebody else sends it again.
  if (signal?.aborted === true && answer.status === null) {
    await ctx.inTransaction((tx) => releaseDelivery(tx.db, delivery.id));
    return;
  }
  await ctx.inTransaction((tx) => recordAttempt(tx, { delivery, answer }));
};

const send = async (
  { platform, now }: Context,
  { webhook, delivery, signal }: AttemptDelivery,
): Promise<AttemptAnswer> => {
  const { messageId, body } = delivery;
  const timestamp = Math.floor(now / 1_000);
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'user-agent': 'Casekeep',
    ...signatureHeaders({ messageId, timestamp, body, secrets: validSecrets(webhook, now) }),
  };
  const allowPrivate = platform.allowPrivateWebhooks;
  const answer: PostAnswer | UnansweredError = await post({
    url: webhook.url,
    headers,
    body,
    allowPrivate,
    signal,
  }).catch((error: unknown) => {
    if (error instanceof UnansweredError) return error;
    throw error;
  });
  return answer instanceof UnansweredError
    ? { status: null, body: null, retryAfterMs: null, error: answer.message }
    : { ...answer, error: null };
};

const validSecrets = ({ secrets }: Webhook, now: number): string[] => {
  const { secret, oldSecret, oldSecretUntil } = secrets;
  return oldSecret !== null && (oldSecretUntil ?? 0) > now ? [secret, oldSecret] : [secret];
};
