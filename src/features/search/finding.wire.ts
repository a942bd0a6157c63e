import { type Static, Type } from 'typebox';
import { decodeCursor, encodeCursor } from '../../platform/http/api/cursor.ts';
import { Id } from '../../platform/http/api/ids.ts';
import { Timestamp, timestamp } from '../../platform/http/api/instants.ts';
import { pageOf, pageQuery } from '../../platform/http/api/page.ts';
import { presentQueryHints, queryHints } from '../../platform/http/api/text-hint.ts';
import type { FoundByQuery } from './search-by-query.ts';

/** A found case: what a list of results shows of it. */
const Finding = Type.Object(
  {
    id: Id('The number of the case.'),
    title: Type.String({ description: 'Plain text.' }),
    excerpt: Type.String({ description: 'What its description says around the first of the texts; plain text.' }),
    spaceId: Id('The space it is in.'),
    statusId: Id('The status.'),
    assigneeId: Type.Union([Id('Who works on it.'), Type.Null()], { description: 'Who works on it; null for nobody.' }),
    tags: Type.Array(Type.String()),
    updatedAt: Timestamp('When it was last changed.'),
  },
  { $id: 'Finding', additionalProperties: false },
);

export const FindingPage = Type.Object({ ...pageOf(Finding).properties, ...queryHints });

export const searchQuery = Type.Object(
  {
    query: Type.String({
      description: 'What to look for, in the language of queries: for example `printer "paper jam" status:open`.',
    }),
    ...pageQuery,
  },
  { additionalProperties: false },
);

/** What a request asks for. Throws FIELDS_INVALID. */
export const readSearch = ({ query, limit, cursor }: Static<typeof searchQuery>) => ({
  ...{ query, limit },
  after: cursor === undefined ? undefined : decodeCursor(cursor),
});

export const presentFindings = ({ results, next, hints }: FoundByQuery): Static<typeof FindingPage> => ({
  items: results.map(({ found, excerpt }) => ({
    id: found.id,
    title: found.title,
    excerpt,
    spaceId: found.spaceId,
    statusId: found.statusId,
    assigneeId: found.assigneeId,
    tags: [...found.tags],
    updatedAt: timestamp(found.updatedAt),
  })),
  next: next === null ? null : encodeCursor(next),
  ...presentQueryHints(hints),
});
