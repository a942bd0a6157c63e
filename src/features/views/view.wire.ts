import { type Static, Type } from 'typebox';
import { decodeCursor, encodeCursor, foreignCursor } from '../../platform/http/api/cursor.ts';
import { Id } from '../../platform/http/api/ids.ts';
import { Timestamp, timestamp } from '../../platform/http/api/instants.ts';
import { pageOf, pageQuery } from '../../platform/http/api/page.ts';
import { usualColumns, type View, viewColumns } from './view.ts';

const properties = {
  name: Type.String({
    minLength: 1,
    description: 'One line of plain text, at most 200 characters.',
    examples: ['Due this week'],
  }),
  query: Type.String({
    description:
      'In the language of queries, for example `status:open assignee:me sort:-updated`; "me" is whoever reads it.',
  }),
  spaceId: Type.Union([Id('The space.'), Type.Null()], {
    description: 'The space with whose people it is shared; null when only its author sees it.',
  }),
  columns: Type.Array(Type.Enum([...viewColumns]), {
    minItems: 1,
    maxItems: viewColumns.length,
    description: `What it shows of each case; ${usualColumns.join(', ')} unless told.`,
  }),
};

/** A saved view in the new API. */
export const ApiView = Type.Object(
  {
    id: Id('The ID of the view.'),
    ...properties,
    authorId: Id('Who made it.'),
    createdAt: Timestamp('When it was made.'),
    updatedAt: Timestamp('When it was last changed.'),
  },
  { $id: 'View', additionalProperties: false },
);

export const ViewPage = pageOf(ApiView);

/** The body of a new view. */
export const NewView = Type.Object(
  { ...Type.Partial(Type.Object(properties)).properties, name: properties.name, query: properties.query },
  {
    $id: 'NewView',
    examples: [{ name: 'Due this week', query: 'is:open due:<7d sort:due', spaceId: 1 }],
    additionalProperties: false,
  },
);

/** The body of an update: a merge patch (RFC 7396). */
export const ViewPatch = Type.Partial(Type.Object(properties), {
  $id: 'ViewPatch',
  examples: [{ name: 'Due soon', query: 'is:open due:<2w sort:due' }],
  additionalProperties: false,
  minProperties: 1,
});

export const viewQuery = Type.Object(
  { ...pageQuery, spaceId: Type.Optional(Id('Only those shared with this space.')) },
  { additionalProperties: false },
);

/** What a request for a list asks for. Throws FIELDS_INVALID. */
export const readViewList = ({ cursor, limit, spaceId }: Static<typeof viewQuery>) => {
  const [after = 0, ...rest] = cursor === undefined ? [] : decodeCursor(cursor);
  if (rest.length > 0 || !Number.isSafeInteger(after)) throw foreignCursor();
  return { after: Number(after), limit: limit + 1, spaceId };
};

export const presentView = ({ columns, createdAt, updatedAt, ...view }: View): Static<typeof ApiView> => ({
  id: view.id,
  name: view.name,
  query: view.query,
  spaceId: view.spaceId,
  columns: [...columns],
  authorId: view.authorId,
  createdAt: timestamp(createdAt),
  updatedAt: timestamp(updatedAt),
});

/** A page of the views, of which one more than the limit was looked for. */
export const presentViewPage = (found: readonly View[], limit: number): Static<typeof ViewPage> => {
  const shown = found.slice(0, limit);
  return {
    items: shown.map(presentView),
    next: found.length > limit ? encodeCursor([shown.at(-1)?.id ?? 0]) : null,
  };
};
