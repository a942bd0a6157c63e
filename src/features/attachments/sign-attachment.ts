import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Context } from '../../platform/context.ts';
import { secretFor } from '../../platform/secrets/secret-for.ts';

/** Links made within the same span expire together: their addresses stay the same, so that browsers keep the files. */
const SPAN_MS = 6 * 60 * 60 * 1_000;
/** How long a link lasts at least, in spans. */
const LEAST_SPANS = 2;

interface SignAttachment {
  readonly attachmentId: number;
}

/** What lets whoever has it read the attachment, without a key, for twelve to eighteen hours. */
export const signAttachment = async (ctx: Context, { attachmentId }: SignAttachment): Promise<string> => {
  const expiresAt = (Math.floor(ctx.now / SPAN_MS) + 1 + LEAST_SPANS) * SPAN_MS;
  return signatureOf(await secret(ctx), attachmentId, expiresAt.toString(36));
};

/** Whether the signature is one of this installation, for this attachment, and has not expired. */
export const isSigned = async (
  ctx: Context,
  { attachmentId, signature }: SignAttachment & { readonly signature: string },
): Promise<boolean> => {
  const [expiry = ''] = signature.split('.', 1);
  const expected = Buffer.from(signatureOf(await secret(ctx), attachmentId, expiry));
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected) && Number.parseInt(expiry, 36) > ctx.now;
};

/** When a signature expires, in milliseconds since 1970-01-01T00:00:00Z. */
export const expiryOf = (signature: string): number => Number.parseInt(signature.split('.', 1)[0] ?? '', 36);

/** Sees to it that links can be signed in a transaction: a secret that is made there might be taken back. */
export const prepareSigning = async (ctx: Context): Promise<void> => {
  await secret(ctx);
};

const secret = (ctx: Context): Promise<string> => secretFor(ctx, 'links to attachments');

/** `<expiry>.<proof>` */
const signatureOf = (key: string, attachmentId: number, expiry: string): string =>
  `${expiry}.${createHmac('sha256', key).update(`${attachmentId} ${expiry}`).digest('base64url')}`;
