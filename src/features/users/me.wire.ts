import { type Static, Type } from 'typebox';
import { rights, spaceRoles } from '../../kernel/permissions.ts';
import type { Context } from '../../platform/context.ts';
import { optionalTimestamp } from '../../platform/http/api/instants.ts';
import type { Me, OwnSpace } from './describe-me.ts';
import { presentUser, userProperties } from './user.wire.ts';

const RightName = Type.Enum([...rights]);

const OwnSpaceShape = Type.Object(
  {
    id: Type.Integer({ minimum: 1, description: 'The ID of the space.' }),
    name: Type.String({ description: 'The name of the space.' }),
    role: Type.Enum([...spaceRoles], { description: 'Your role in the space.' }),
    isMember: Type.Boolean({
      description: 'Whether the role was given to you; otherwise the space is public, or you are an administrator.',
    }),
    rights: Type.Array(RightName, { description: 'What you may do in the space with this key.' }),
  },
  { $id: 'OwnSpace', additionalProperties: false, description: 'A space you can see, and what you may do there.' },
);

const CurrentKey = Type.Object(
  {
    id: Type.Integer({ minimum: 1, description: 'The ID of the key, or of the session.' }),
    name: Type.String({ description: 'What the key is for.' }),
    origin: Type.Enum(['issued', 'sign-in', 'session'], {
      description: 'Issued for a purpose, from signing in through the old API, or the session of a browser.',
    }),
    expiresAt: Type.Union([Type.String({ format: 'date-time' }), Type.Null()], {
      description: 'When it ends at the latest; null for never.',
    }),
    spaceIds: Type.Union([Type.Array(Type.Integer()), Type.Null()], {
      description: 'The only spaces it works in; null for all that you can see.',
    }),
    rights: Type.Union([Type.Array(RightName), Type.Null()], {
      description: 'The only rights it has, if you have them; null for all of yours, an empty list for reading only.',
    }),
  },
  { $id: 'CurrentKey', additionalProperties: false, description: 'The key or session of this request.' },
);

/** Whoever asks. */
export const ApiMe = Type.Object(
  {
    ...userProperties,
    key: CurrentKey,
    isAdministrator: Type.Boolean({ description: 'Whether you may administer the workspace with this key.' }),
    rights: Type.Array(RightName, { description: 'What you may do in one space or another with this key.' }),
    spaces: Type.Array(OwnSpaceShape, { description: 'The spaces that you can see and that are in use, by name.' }),
    eventCursor: Type.String({
      description:
        'Where the event log ended before this was read: as `after` of a stream it tells every change of this, and of what was asked for later.',
    }),
  },
  { $id: 'Me', additionalProperties: false, description: 'Who you are, and what you may do with this key.' },
);

/** Whoever asks, on the wire. */
export const presentMe = async (
  ctx: Context,
  { user, key, spaces, eventCursor }: Me,
): Promise<Static<typeof ApiMe>> => ({
  ...(await presentUser(ctx, user)),
  key: {
    id: key.id,
    name: key.name,
    origin: key.origin,
    expiresAt: optionalTimestamp(key.expiresAt),
    spaceIds: key.spaceIds as number[] | null,
    rights: key.rights as Static<typeof RightName>[] | null,
  },
  isAdministrator: user.role === 'administrator' && ctx.actor.scope === undefined,
  rights: rights.filter((right) => spaces.some((each) => each.rights.includes(right))),
  spaces: spaces.map(presentSpace),
  eventCursor,
});

const presentSpace = ({ space, role, isMember, rights: held }: OwnSpace): Static<typeof OwnSpaceShape> => ({
  id: space.id,
  name: space.name,
  role,
  isMember,
  rights: [...held],
});
