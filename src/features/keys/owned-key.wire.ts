import { type Static, Type } from 'typebox';
import { personOf } from '../../kernel/person.ts';
import type { Context } from '../../platform/context.ts';
import { Id } from '../../platform/http/api/ids.ts';
import { cutPage, pageOf } from '../../platform/http/api/page.ts';
import { personProperties } from '../../platform/http/api/person-properties.ts';
import { keyProperties, keyQuery, presentKey } from './key.wire.ts';
import type { OwnedKey as FoundKey } from './owned-keys.ts';

/** The parameters of the list of everybody's keys. */
export const OwnedKeyQuery = Type.Object(
  { ...keyQuery, userId: Type.Optional(Id('Only keys of this user.')) },
  { additionalProperties: false },
);

const Owner = Type.Object(
  { ...personProperties, isActive: Type.Boolean() },
  { additionalProperties: false, description: 'In whose name it works; keys of deactivated people work no more.' },
);

/** A key among those of everybody. */
const OwnedKey = Type.Object(
  { ...keyProperties, owner: Owner },
  { $id: 'OwnedApiKey', additionalProperties: false, description: 'An API key, and whose it is.' },
);

export const OwnedKeyPage = pageOf(OwnedKey);

/** A page of everybody's keys, of which one more than its length was looked for. */
export const presentOwnedKeyPage = (
  ctx: Context,
  found: readonly FoundKey[],
  limit: number,
): Static<typeof OwnedKeyPage> => {
  const { items, next } = cutPage(found, limit, ({ key }) => [key.id]);
  return { items: items.map((each) => presentOwnedKey(ctx, each)), next };
};

const presentOwnedKey = (ctx: Context, { key, owner }: FoundKey): Static<typeof OwnedKey> => ({
  ...presentKey(ctx, key),
  owner: { ...personOf(owner), isActive: owner.active },
});
