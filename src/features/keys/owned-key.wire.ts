import { type Static, Type } from 'typebox';
import type { Context } from '../../platform/context.ts';
import { Id } from '../../platform/http/api/ids.ts';
import { cutPage, pageOf } from '../../platform/http/api/page.ts';
import { findUser } from '../users/find-user.ts';
import type { ApiKey } from './key.ts';
import { keyProperties, keyQuery, presentKey } from './key.wire.ts';

/** The parameters of the list of everybody's keys. */
export const OwnedKeyQuery = Type.Object(
  { ...keyQuery, userId: Type.Optional(Id('Only keys of this user.')) },
  { additionalProperties: false },
);

const Owner = Type.Object(
  { id: Type.Integer(), username: Type.String(), displayName: Type.String(), isActive: Type.Boolean() },
  { additionalProperties: false, description: 'In whose name it works; keys of deactivated people work no more.' },
);

/** A key among those of everybody. */
const OwnedKey = Type.Object(
  { ...keyProperties, owner: Owner },
  { $id: 'OwnedApiKey', additionalProperties: false, description: 'An API key, and whose it is.' },
);

export const OwnedKeyPage = pageOf(OwnedKey);

/** A page of everybody's keys, of which one more than its length was looked for. */
export const presentOwnedKeyPage = async (
  ctx: Context,
  found: readonly ApiKey[],
  limit: number,
): Promise<Static<typeof OwnedKeyPage>> => {
  const { items, next } = cutPage(found, limit, ({ id }) => [id]);
  return { items: await Promise.all(items.map((key) => presentOwnedKey(ctx, key))), next };
};

const presentOwnedKey = async (ctx: Context, key: ApiKey): Promise<Static<typeof OwnedKey>> => {
  const user = await findUser(ctx, key.userId);
  if (user === undefined) throw new Error(`API key ${key.id} is of nobody.`);
  const { id, username, displayName, active } = user;
  return { ...presentKey(ctx, key), owner: { id, username, displayName, isActive: active } };
};
