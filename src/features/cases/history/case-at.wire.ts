import { type Static, Type } from 'typebox';
import { optionalTimestamp, readTimestamp, Timestamp } from '../../../platform/http/api/instants.ts';
import type { Case } from '../case.ts';
import { ApiCase, ownProperties } from '../case.wire.ts';
import { caseIncludes } from '../case-references.ts';

/** Which moment is asked for: one of the two. */
export const momentQuery = Type.Object(
  {
    revision: Type.Optional(
      Type.Integer({
        minimum: 1,
        description: 'The revision: as the case was from then until the next change. Instead of `time`.',
      }),
    ),
    time: Type.Optional(
      Type.String({ format: 'date-time', description: 'The time, for example 2026-01-31T12:00:00Z.' }),
    ),
  },
  { additionalProperties: false },
);

/** The moment that the parameters name. Throws FIELDS_INVALID. */
export const readMoment = ({ revision, time }: Static<typeof momentQuery>) => ({
  revision,
  time: time === undefined ? undefined : readTimestamp('time', time),
});

/** A case as it was. */
export const ApiCaseAt = Type.Object(
  {
    ...Type.Omit(ApiCase, [...caseIncludes]).properties,
    deletedAt: Type.Union([Timestamp('When it was moved to the bin.'), Type.Null()], {
      description: 'Since when it was in the bin at that time; null when it was not.',
    }),
  },
  { $id: 'CaseAt', additionalProperties: false, description: 'A case as it was at a moment.' },
);

/** The case as it was, on the wire. */
export const presentCaseAt = ({ found, commentCount }: { readonly found: Case; readonly commentCount: number }) =>
  ({
    ...ownProperties(found, commentCount),
    deletedAt: optionalTimestamp(found.deletedAt),
  }) as Static<typeof ApiCaseAt>;
