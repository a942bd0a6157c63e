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

const tag = Type.String({ minLength: 1, description: 'The tag, without regard to case and accents.' });

/** The body that gives a tag another name. */
export const TagRename = Type.Object(
  {
    tag,
    name: Type.String({
      minLength: 1,
      description:
        'The new name: at most 100 characters, without a comma. When other cases have it, the two become one.',
    }),
  },
  { $id: 'TagRename', examples: [{ tag: 'email', name: 'mail' }], additionalProperties: false },
);

/** The body that takes a tag away. */
export const TagRemoval = Type.Object(
  { tag },
  { $id: 'TagRemoval', examples: [{ tag: 'wording' }], additionalProperties: false },
);

/** What became of a tag. */
export const ChangedTag = Type.Object(
  { changedCaseCount: Type.Integer({ minimum: 0, description: 'How many cases were changed.' }) },
  { $id: 'ChangedTag', additionalProperties: false, description: 'What was changed.' },
);

export const TagPage = pageOf(ApiTag);

/** The tag behind which the list goes on; undefined for its beginning. Throws FIELDS_INVALID. */
export const readTagCursor = (cursor: string | undefined): string | undefined => {
  if (cursor === undefined) return undefined;
  const [name, ...others] = decodeCursor(cursor);
  if (typeof name === 'string' && name.isWellFormed() && !name.includes('\u0000') && others.length === 0) return name;
  throw foreignCursor();
};
