import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
/** Source: NIST SP 800-38D, section 8.2. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

interface SealFor {
  /** What whoever asks has shown: an API key, or the secret of a session. The database knows only its hash. */
  readonly credential: string;
  /** The idempotency key. */
  readonly key: string;
}

/** What only whoever asked can open, or even recognise: the database alone discloses nothing of it. */
export interface AnswerSeal {
  /** The same for the same text and whoever asks only. */
  readonly fingerprintOf: (text: string) => string;
  readonly seal: (text: string) => string;
  /** Throws when it was sealed by somebody else, or was changed: fingerprints tell before. */
  readonly open: (sealed: string) => string;
}

/** The seal of one idempotency key in the hands of one credential. Source: RFC 5869, docs/adr/0020. */
export const answerSeal = ({ credential, key }: SealFor): AnswerSeal => {
  const derived = Buffer.from(hkdfSync('sha256', credential, key, 'casekeep kept answer', 2 * KEY_BYTES));
  const [forText, forFingerprint] = [derived.subarray(0, KEY_BYTES), derived.subarray(KEY_BYTES)];
  return {
    fingerprintOf: (text) => createHmac('sha256', forFingerprint).update(text).digest('base64url'),
    seal: (text) => {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, forText, nonce);
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64');
    },
    open: (sealed) => {
      const bytes = Buffer.from(sealed, 'base64');
      const decipher = createDecipheriv(CIPHER, forText, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
      decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      const text = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES));
      return Buffer.concat([text, decipher.final()]).toString('utf8');
    },
  };
};
