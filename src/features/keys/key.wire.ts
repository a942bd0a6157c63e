import { type Static, Type } from 'typebox';
import { rights } from '../../kernel/permissions.ts';
import type { Context } from '../../platform/context.ts';
import { Id } from '../../platform/http/api/ids.ts';
import {
  OptionalTimestamp,
  optionalTimestamp,
  readTimestamp,
  Timestamp,
  timestamp,
} from '../../platform/http/api/instants.ts';
import { cutPage, pageOf, pageQuery } from '../../platform/http/api/page.ts';
import type { IssuedKey } from './issue-key-for.ts';
import { type ApiKey, keyStates, stateOf } from './key.ts';

/** The most spaces that one key can be narrowed to. */
const MAX_SPACES = 1_000;

const name = Type.String({
  minLength: 1,
  description: 'What the key is for: one line of plain text, at most 200 characters.',
  examples: ['Warehouse sync'],
});
const spaceIds = Type.Union([Type.Array(Id('A space.'), { maxItems: MAX_SPACES }), Type.Null()], {
  description: 'The only spaces it works in; null for all that its user can see.',
});
const heldRights = Type.Union([Type.Array(Type.Enum([...rights]), { maxItems: rights.length }), Type.Null()], {
  description: 'The only rights it has, if its user has them; null for all of them, an empty list for reading only.',
});

/** What is told of a key. */
export const keyProperties = {
  id: Id('The ID of the key.'),
  userId: Id('In whose name it works.'),
  name,
  origin: Type.Enum(['issued', 'sign-in'], {
    description: 'Issued for a purpose, or from signing in through the old API.',
  }),
  state: Type.Enum([...keyStates], { description: 'Whether it works, or why it does not.' }),
  isCurrent: Type.Boolean({ description: 'Whether it is the key of this request.' }),
  spaceIds,
  rights: heldRights,
  createdAt: Timestamp('When it was made.'),
  expiresAt: OptionalTimestamp('When it ends by itself; null for never.'),
  revokedAt: OptionalTimestamp('When it was ended; null when it was not.'),
  lastUsedAt: OptionalTimestamp('When it was last used, to within five minutes; null for never.'),
  madeWithKeyId: Type.Union([Id('The other key.'), Type.Null()], {
    description: 'The key with which it was made, and with which it ends; null when it stands on its own.',
  }),
};

/** An API key in the new API, without the key itself. */
export const ApiKeyShape = Type.Object(keyProperties, {
  $id: 'ApiKey',
  additionalProperties: false,
  description: 'An API key. The key itself is not kept, so it cannot be shown.',
});

export const KeyPage = pageOf(ApiKeyShape);

/** The same, the only time that the key itself is told. */
export const NewlyIssuedKey = Type.Object(
  { ...keyProperties, key: Type.String({ description: 'The key itself. It is told here and never again.' }) },
  { $id: 'IssuedApiKey', additionalProperties: false, description: 'An API key that was just issued.' },
);

/** The body of a new key. */
export const NewApiKey = Type.Object(
  {
    name,
    expiresAt: Type.Optional(OptionalTimestamp('When it ends by itself; null or left out for never.')),
    spaceIds: Type.Optional(spaceIds),
    rights: Type.Optional(heldRights),
  },
  {
    $id: 'NewApiKey',
    examples: [{ name: 'Warehouse sync', spaceIds: [1], rights: ['Create', 'Update', 'CreateComment'] }],
    additionalProperties: false,
  },
);

/** The body of an update: a merge patch (RFC 7396). */
export const ApiKeyPatch = Type.Object(
  { name },
  { $id: 'ApiKeyPatch', examples: [{ name: 'Warehouse sync, since October' }], additionalProperties: false },
);

/** The parameters of every list of keys. */
export const keyQuery = {
  ...pageQuery,
  state: Type.Enum([...keyStates, 'all'], { default: 'active', description: 'Only keys in this state.' }),
};

export const KeyQuery = Type.Object(keyQuery, { additionalProperties: false });

/** What the body asks for. Throws FIELDS_INVALID. */
export const readNewKey = ({ expiresAt = null, ...key }: Static<typeof NewApiKey>) => ({
  ...key,
  expiresAt: expiresAt === null ? null : readTimestamp('expiresAt', expiresAt),
});

/** The key on the wire. */
export const presentKey = ({ actor, now }: Context, key: ApiKey): Static<typeof ApiKeyShape> => ({
  id: key.id,
  userId: key.userId,
  name: key.name,
  origin: key.origin === 'issued' ? 'issued' : 'sign-in',
  state: stateOf(key, now),
  isCurrent: key.id === actor.keyId,
  spaceIds: key.spaceIds && [...key.spaceIds],
  rights: key.rights && [...key.rights],
  createdAt: timestamp(key.createdAt),
  expiresAt: optionalTimestamp(key.expiresAt),
  revokedAt: optionalTimestamp(key.revokedAt),
  lastUsedAt: optionalTimestamp(key.lastUsedAt),
  madeWithKeyId: key.madeWithKeyId,
});

/** The new key with itself. */
export const presentIssuedKey = (ctx: Context, { issued, key }: IssuedKey): Static<typeof NewlyIssuedKey> => ({
  ...presentKey(ctx, issued),
  key,
});

/** A page of keys, of which one more than its length was looked for. */
export const presentKeyPage = (ctx: Context, found: readonly ApiKey[], limit: number): Static<typeof KeyPage> => {
  const { items, next } = cutPage(found, limit, ({ id }) => [id]);
  return { items: items.map((key) => presentKey(ctx, key)), next };
};
