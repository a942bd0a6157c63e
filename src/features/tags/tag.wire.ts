import { Type } from 'typebox';
import { decodeCursor, foreignCursor } from '../../platform/http/api/cursor.ts';
import { pageOf, pageQuery } from '../../platform/http/api/page.ts';

/** A tag of a space in the new API. */
const ApiTag = Type.Object(
  {
    name: Type.String({ description: 'The tag, in the spelling that most cases have.' }),
    caseCount: Type.Integer({
      minimum: 0,
      description: 'How many cases have it, in whatever spelling; those in the bin do not count.',
    }),
  },
  { $id: 'Tag', additionalProperties: false, description: 'A tag as it is used in a space.' },
);

/** The parameters of the list. */
export const TagQuery = Type.Object(
  {
    ...pageQuery,
    q: Type.Optional(Type.String({ description: 'What the tags begin with, without regard to case and accents.' })),
  },
  { additionalProperties: false },
);

export const TagPage = pageOf(ApiTag);

/** The tag behind which the list goes on; undefined for its beginning. Throws FIELDS_INVALID. */
export const readTagCursor = (cursor: string | undefined): string | undefined => {
  if (cursor === undefined) return undefined;
  const [name, ...others] = decodeCursor(cursor);
  if (typeof name === 'string' && name.isWellFormed() && !name.includes('\u0000') && others.length === 0) return name;
  throw foreignCursor();
};
