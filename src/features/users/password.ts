import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { invalidField } from '../../kernel/errors.ts';

/** The fewest characters of a new password. Source: NIST SP 800-63B, section 3.1.1. */
const MIN_PASSWORD_LENGTH = 12;
/** The most characters of a password, so that hashing has a bound. */
const MAX_PASSWORD_LENGTH = 1_000;

/** Source: OWASP Password Storage Cheat Sheet, Argon2id with 19 MiB, two passes, one lane. */
const cost = { memory: 19_456, passes: 2, parallelism: 1 };
const SALT_BYTES = 16;
const HASH_BYTES = 32;

const derive = promisify(argon2);

/** Throws FIELDS_INVALID, for the field with this name, when the password may not be chosen. */
export const requireUsablePassword = (password: string, field = 'password'): void => {
  if (password.length < MIN_PASSWORD_LENGTH || password.length > MAX_PASSWORD_LENGTH) {
    throw invalidField(field, `must have ${MIN_PASSWORD_LENGTH} to ${MAX_PASSWORD_LENGTH} characters`);
  }
};

/** The Argon2id hash of a password with a new salt, in the PHC string format. Takes tens of milliseconds. */
export const hashPassword = async (password: string): Promise<string> => {
  const salt = randomBytes(SALT_BYTES);
  const hash = await hashWith(password, salt);
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${encode(salt)}$${encode(hash)}`;
};

/** Whether the password is the one hashed. Takes the same time when there is no hash, so that users cannot be guessed. */
export const isPassword = async (password: string, phc: string | null): Promise<boolean> => {
  if (password.length > MAX_PASSWORD_LENGTH) return false;
  const [, , , parameters = '', salt = '', hash = ''] = (phc ?? '').split('$');
  const expected = Buffer.from(hash, 'base64');
  const nonce = phc === null ? randomBytes(SALT_BYTES) : Buffer.from(salt, 'base64');
  const actual = await hashWith(password, nonce, phc === null ? cost : costOf(parameters));
  return expected.length === actual.length && timingSafeEqual(expected, actual);
};

const hashWith = (password: string, nonce: Buffer, { memory, passes, parallelism } = cost): Promise<Buffer> =>
  derive('argon2id', {
    message: password.normalize('NFKC'),
    nonce,
    tagLength: HASH_BYTES,
    memory,
    passes,
    parallelism,
  });

/** What a hash was made with, so that older ones stay valid when the cost is raised: `m=19456,t=2,p=1`. */
const costOf = (parameters: string): typeof cost => {
  const values = Object.fromEntries(parameters.split(',').map((each) => each.split('=')));
  return { memory: Number(values['m']), passes: Number(values['t']), parallelism: Number(values['p']) };
};

const encode = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/u, '');
