import { type Static, Type } from 'typebox';
import type { Context } from '../../../platform/context.ts';
import { decodeCursor, encodeCursor } from '../../../platform/http/api/cursor.ts';
import { pageOf, pageQuery } from '../../../platform/http/api/page.ts';
import { presentQueryHints, queryHints } from '../../../platform/http/api/text-hint.ts';
import { ShapedCase, shapeQuery } from '../case.wire.ts';
import { type CaseShape, presentCases } from '../case-shape.wire.ts';
import type { CasesByQuery } from './list-cases-by-query.ts';

/** The parameter of everything that is about the cases of a query. */
export const caseQuery = Type.String({
  default: '',
  description: `Which cases, and in which order, for example
\`status:open assignee:me -tag:legal milestone:"1.2" updated:>2026-01-01 due:<7d "exact words" sort:-updated\`.
All cases that can be seen, newest update first, when it is empty.`,
});

/** The parameters of the list of cases. */
export const listQuery = Type.Object(
  {
    query: caseQuery,
    ...pageQuery,
    ...shapeQuery,
    count: Type.Optional(
      Type.Boolean({ description: 'Whether to count how many cases there are on all pages, as `total`.' }),
    ),
  },
  { additionalProperties: false },
);

/** How many cases there are. */
const CaseTotal = Type.Object(
  {
    value: Type.Integer({ minimum: 0, description: 'How many, or how many at least.' }),
    isExact: Type.Boolean({
      description: 'False when there may be more: counting ends at 10,000, or when it takes long.',
    }),
  },
  { $id: 'CaseTotal', additionalProperties: false },
);

/** A page of cases. */
export const CaseList = Type.Object(
  { ...pageOf(ShapedCase).properties, total: Type.Optional(CaseTotal), ...queryHints },
  { $id: 'CaseList', additionalProperties: false },
);

/** What a request for a list asks for. Throws FIELDS_INVALID. */
export const readCaseList = ({ query, limit, cursor, count = false }: Static<typeof listQuery>) => ({
  ...{ query, limit, isCounted: count },
  after: cursor === undefined ? undefined : decodeCursor(cursor),
});

/** A page of cases in the shape that was asked for. */
export const presentCaseList = async (
  ctx: Context,
  { cases, next, total, hints }: CasesByQuery,
  shape: CaseShape,
): Promise<Static<typeof CaseList>> => ({
  items: await presentCases(ctx, cases, shape),
  next: next === null ? null : encodeCursor(next),
  ...(total === undefined ? {} : { total }),
  ...presentQueryHints(hints),
});
