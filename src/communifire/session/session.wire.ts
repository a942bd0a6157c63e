import { DomainError, refuseInvalidFields } from '../../kernel/errors.ts';
import { bodySchema } from '../documentation.ts';
import { bodyReader, type Fields } from '../fields.ts';
import { requiredText } from '../wire-types.ts';

interface Credentials {
  readonly UserName: string;
  readonly Password: string;
}

const fields = {
  UserName: { property: 'UserName', type: requiredText },
  Password: { property: 'Password', type: requiredText },
} as const satisfies Fields<Credentials>;

/** The body of "Sign in" for the documentation. */
export const CredentialsBody = bodySchema(fields, {
  name: 'CommunifireCredentials',
  required: ['UserName', 'Password'],
  example: { UserName: 'sara.lindqvist', Password: 'correct horse battery staple' },
});

const readFields = bodyReader<Credentials>(fields);

/** Reads user name and password. Throws BODY_MALFORMED, FIELDS_INVALID; never repeats what was sent. */
export const readCredentials = (
  body: unknown,
  tellIgnored: (names: readonly string[]) => void,
): { readonly username: string; readonly password: string } => {
  const { values } = readFields(body, tellIgnored);
  const missing = (['UserName', 'Password'] as const).filter((field) => values[field] === undefined);
  refuseInvalidFields(missing.map((field) => ({ field, problem: 'is required' })));
  const { UserName: username, Password: password } = values;
  if (username === undefined || password === undefined) throw new DomainError('BODY_MALFORMED');
  return { username, password };
};
