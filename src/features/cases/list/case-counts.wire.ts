import { type Static, Type } from 'typebox';
import { presentQueryHints, queryHints } from '../../../platform/http/api/text-hint.ts';
import { caseQuery } from './case-list.wire.ts';
import { type CaseCounts, countKeys } from './count-cases-by-query.ts';

const groupBy = Type.Enum([...countKeys], { description: 'The property by whose values cases are counted.' });

/** The parameters of the counts. */
export const countsQuery = Type.Object({ query: caseQuery, groupBy }, { additionalProperties: false });

/** How many cases there are of each kind. */
export const ApiCaseCounts = Type.Object(
  {
    groupBy,
    items: Type.Array(
      Type.Object(
        {
          value: Type.Union([Type.Integer({ minimum: 1 }), Type.Null()], {
            description: 'The ID that the cases have in the property; null for none.',
          }),
          count: Type.Integer({ minimum: 1, description: 'How many cases have it.' }),
        },
        { additionalProperties: false },
      ),
      { description: 'The value that most cases have first; at most 1,000 values.' },
    ),
    total: Type.Integer({ minimum: 0, description: 'How many cases there are together.' }),
    isExact: Type.Boolean({
      description:
        'False when there may be more: counting words ends after 2,000 cases that may have them, and all else at a million.',
    }),
    ...queryHints,
  },
  { $id: 'CaseCounts', additionalProperties: false },
);

/** The counts on the wire. */
export const presentCounts = (
  by: Static<typeof groupBy>,
  { counts, total, isExact, hints }: CaseCounts,
): Static<typeof ApiCaseCounts> => ({
  groupBy: by,
  items: counts.map((each) => ({ ...each })),
  total,
  isExact,
  ...presentQueryHints(hints),
});
