import type { Event, WebhookPing } from './generated/types.ts';

/** How old a delivery may be, and how far ahead its clock, in seconds. Source: standardwebhooks.com, verifying. */
const TOLERANCE_SECONDS = 300;
const SECRET_PREFIX = 'whsec_';

/** A delivery that is not genuine, or too old. */
export class WebhookForged extends Error {
  override readonly name = 'WebhookForged';
}

interface VerifyWebhook {
  /** The body as it arrived, to the byte: JSON that was parsed and written again is another text. */
  readonly body: string | Uint8Array;
  readonly headers: Headers | Readonly<Record<string, string | readonly string[] | undefined>>;
  /** The secret of the webhook, `whsec_…`; several while one is replaced. */
  readonly secret: string | readonly string[];
  /** Seconds since 1970. */
  readonly now?: number;
}

/**
 * What a delivery says, once it is sure that the server has sent it. Its `webhook-id` is the same for each attempt: who
 * has seen it already has seen this. Throws WebhookForged. Source: standardwebhooks.com, version 1.
 */
export const verifyWebhook = async <Payload = Event | WebhookPing>(delivery: VerifyWebhook): Promise<Payload> => {
  const { body, secret, now = Math.floor(Date.now() / 1_000) } = delivery;
  const [id, timestamp, signatures] = ['id', 'timestamp', 'signature'].map((name) => headerOf(delivery, name));
  if (id === undefined || timestamp === undefined || signatures === undefined) {
    throw new WebhookForged('The headers webhook-id, webhook-timestamp and webhook-signature are required.');
  }
  if (!/^\d+$/u.test(timestamp) || Math.abs(now - Number(timestamp)) > TOLERANCE_SECONDS) {
    throw new WebhookForged('The delivery is too old, or one of the clocks is wrong.');
  }
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  const signed = concatenated(new TextEncoder().encode(`${id}.${timestamp}.`), bytes);
  if (!(await isSignedByAny([secret].flat(), signed, signatures))) throw new WebhookForged('The signature is wrong.');
  return JSON.parse(new TextDecoder().decode(bytes)) as Payload;
};

const headerOf = ({ headers }: VerifyWebhook, name: string): string | undefined => {
  const value = headers instanceof Headers ? headers.get(`webhook-${name}`) : headers[`webhook-${name}`];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

const concatenated = (first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> => {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
};

const isSignedByAny = async (
  secrets: readonly string[],
  signed: Uint8Array<ArrayBuffer>,
  signatures: string,
): Promise<boolean> => {
  const offered = signatures.split(' ').flatMap((each) => (each.startsWith('v1,') ? [bytesOf(each.slice(3))] : []));
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  for (const secret of secrets) {
    const raw = bytesOf(secret.startsWith(SECRET_PREFIX) ? secret.slice(SECRET_PREFIX.length) : secret);
    if (raw === undefined) throw new TypeError('The secret of a webhook is base64 after "whsec_".');
    const key = await crypto.subtle.importKey('raw', raw, algorithm, false, ['verify']);
    for (const signature of offered) {
      // Takes the same time whatever is wrong.
      if (signature !== undefined && (await crypto.subtle.verify(algorithm, key, signature, signed))) return true;
    }
  }
  return false;
};

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> | undefined => {
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
};
