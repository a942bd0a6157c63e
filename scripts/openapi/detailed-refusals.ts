import { CaseConflict } from '../../src/features/cases/case-conflict.wire.ts';
import { parseQuery } from '../../src/features/queries/parse-query.ts';
import { QueryProblem } from '../../src/features/queries/query-problem.wire.ts';
import { queryRefusal } from '../../src/features/queries/query-refusal.ts';
import { DomainError, type ErrorCode } from '../../src/kernel/errors.ts';
import { isObject, type JsonObject } from './json.ts';

/** Refusals that tell more than every problem does. */
interface DetailedRefusal {
  /** What the name of its response and its examples begin with. */
  readonly prefix: string;
  readonly schema: object;
  readonly code: ErrorCode;
  /** One that tells all. */
  readonly refusal: DomainError;
}

const caseConflict: DetailedRefusal = {
  ...{ prefix: '', schema: CaseConflict, code: 'CASE_CONFLICT' },
  refusal: new DomainError('CASE_CONFLICT', {
    message: 'Case 2304 is at revision 4, not at 3: read it again.',
    details: {
      revision: 4,
      conflicts: [
        {
          property: 'title',
          currentValue: 'Unable to load the page.',
          revision: 4,
          changedBy: { id: 3, displayName: 'Anna Lindqvist' },
          changedAt: '2026-11-24T09:30:00.000Z',
        },
      ],
    },
  }),
};

const queryProblem: DetailedRefusal = {
  ...{ prefix: 'Query', schema: QueryProblem, code: 'FIELDS_INVALID' },
  refusal: queryRefusal(parseQuery('state:open').faults),
};

/** Those of an operation with these parameters that may refuse with these codes. */
export const detailedRefusals = (parameters: unknown, codes: readonly ErrorCode[]): DetailedRefusal[] => [
  ...(codes.includes('CASE_CONFLICT') ? [caseConflict] : []),
  ...(hasQuery(parameters) ? [queryProblem] : []),
];

const hasQuery = (schema: unknown): boolean =>
  isObject(schema) && 'query' in ((schema['properties'] ?? {}) as JsonObject);
