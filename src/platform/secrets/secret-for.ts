import { randomBytes } from 'node:crypto';
import type { Context } from '../context.ts';
import { insertSecret, selectSecret } from './secrets.store.ts';

const SECRET_BYTES = 32;

/** What this installation signs with, for one purpose: made when it is first needed, the same in every process. */
export const secretFor = async (ctx: Context, purpose: string): Promise<string> =>
  ctx.remember(`secret ${purpose}`, async () => (await selectSecret(ctx.db, purpose)) ?? makeSecret(ctx, purpose));

const makeSecret = (ctx: Context, purpose: string): Promise<string> =>
  ctx.inTransaction(async (tx) => {
    await insertSecret(tx.db, purpose, randomBytes(SECRET_BYTES).toString('base64url'));
    const secret = await selectSecret(tx.db, purpose);
    if (secret === undefined) throw new Error(`The secret for ${purpose} was not kept.`);
    return secret;
  });
