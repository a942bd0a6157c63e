import { type Static, Type } from 'typebox';
import type { Context } from '../../platform/context.ts';
import { encodeCursor, idInCursor } from '../../platform/http/api/cursor.ts';
import { pageOf, pageQuery } from '../../platform/http/api/page.ts';
import { browsePeople } from './browse-people.ts';
import { personStates } from './people.ts';
import { ApiUser, presentUser } from './user.wire.ts';

/** The parameters of a list of people. */
export const UserQuery = Type.Object(
  {
    ...pageQuery,
    search: Type.Optional(
      Type.String({
        description: 'Words or parts of words that all occur in the names; an exact user name comes first.',
      }),
    ),
    spaceId: Type.Optional(
      Type.Integer({
        minimum: 1,
        description: 'Only those who can see this space: they can be assigned to its cases and be kept informed.',
      }),
    ),
    state: Type.Optional(
      Type.Enum([...personStates], {
        default: 'active',
        description: 'Only people who have access, who have none any more, or both; for administrators.',
      }),
    ),
  },
  { additionalProperties: false },
);

/** A page of people. */
export const UserPage = pageOf(ApiUser);

/** The page of people that the parameters ask for. Throws FIELDS_INVALID. */
export const userPage = async (
  ctx: Context,
  { limit, cursor, search = '', spaceId, state = 'active' }: Static<typeof UserQuery>,
): Promise<Static<typeof UserPage>> => {
  const afterId = idInCursor(cursor);
  // Neither database can keep NUL characters in a text, so none can be found.
  const words = search.toWellFormed().replaceAll('\u0000', ' ').trim();
  const found = await browsePeople(ctx, { search: words, state, spaceId, afterId, limit: limit + 1 });
  const people = found.slice(0, limit);
  const last = people.at(-1);
  return {
    items: await Promise.all(people.map((user) => presentUser(ctx, user))),
    next: found.length > limit && last !== undefined ? encodeCursor([last.id]) : null,
  };
};
