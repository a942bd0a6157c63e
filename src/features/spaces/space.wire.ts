import { type Static, Type } from 'typebox';
import { rights, spaceRoles } from '../../kernel/permissions.ts';
import { decodeCursor, encodeCursor, foreignCursor } from '../../platform/http/api/cursor.ts';
import { Id } from '../../platform/http/api/ids.ts';
import { pageOf, pageQuery } from '../../platform/http/api/page.ts';
import type { VisibleSpace } from './get-space.ts';
import { spaceVisibilities } from './space.ts';

const changeable = {
  name: Type.String({
    minLength: 1,
    description: 'One line of plain text, at most 200 characters.',
    examples: ['Customer Support'],
  }),
  visibility: Type.Enum([...spaceVisibilities], {
    description: `Who sees it: only members (private), also everybody else to read (public), or only members, who are
hidden from all others unless they are members of other spaces too (isolated).`,
  }),
  archived: Type.Boolean({ description: 'Out of use: its cases can be read and not changed.' }),
};

/** A space in the new API. */
export const ApiSpace = Type.Object(
  {
    id: Id('The ID of the space.'),
    ...changeable,
    role: Type.Enum([...spaceRoles], { description: 'Your role in it.' }),
    isMember: Type.Boolean({
      description: 'Whether the role was given to you; otherwise the space is public, or you are an administrator.',
    }),
    rights: Type.Array(Type.Enum([...rights]), { description: 'What you may do in it with this key.' }),
  },
  { $id: 'Space', additionalProperties: false, description: 'A space, and what you may do there.' },
);
export type ApiSpace = Static<typeof ApiSpace>;

/** The body of a new space. */
export const NewSpace = Type.Object(
  { name: changeable.name, visibility: changeable.visibility },
  { $id: 'NewSpace', examples: [{ name: 'Human Resources', visibility: 'private' }], additionalProperties: false },
);

/** The body of an update: a merge patch (RFC 7396). */
export const SpacePatch = Type.Partial(Type.Object(changeable), {
  $id: 'SpacePatch',
  examples: [{ name: 'Customer Care' }],
  additionalProperties: false,
  minProperties: 1,
});

/** The parameters of the list. */
export const SpaceQuery = Type.Object(
  {
    ...pageQuery,
    archived: Type.Optional(
      Type.Boolean({ description: 'Only archived spaces, or only those in use; both unless told.' }),
    ),
  },
  { additionalProperties: false },
);

export const SpacePage = pageOf(ApiSpace);

/** Where the list of spaces goes on; undefined for its beginning. Throws FIELDS_INVALID. */
export const readSpaceCursor = (cursor: string | undefined): { name: string; id: number } | undefined => {
  if (cursor === undefined) return undefined;
  const [name, id] = decodeCursor(cursor);
  if (typeof name === 'string' && typeof id === 'number') return { name, id };
  throw foreignCursor();
};

/** The space as whoever acts sees it. */
export const presentSpace = (userId: number | null, { configuration, access }: VisibleSpace): ApiSpace => {
  const { id, name, visibility, archived } = configuration.space;
  const isMember = userId !== null && configuration.members.has(userId);
  return { id, name, visibility, archived, role: access.role, isMember, rights: rights.filter(access.may) };
};

/** A page of spaces, of which one more than its length was looked for. */
export const presentSpacePage = (
  userId: number | null,
  found: readonly VisibleSpace[],
  limit: number,
): Static<typeof SpacePage> => {
  const shown = found.slice(0, limit).map((each) => presentSpace(userId, each));
  const last = shown.at(-1);
  return { items: shown, next: found.length > limit && last ? encodeCursor([last.name, last.id]) : null };
};
