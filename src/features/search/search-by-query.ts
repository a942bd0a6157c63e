import { invalidField } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import type { Case } from '../cases/case.ts';
import { casesWithIds } from '../cases/cases-with-ids.ts';
import type { CaseCondition } from '../cases/list/case-selection.ts';
import { casesFulfilling } from '../cases/list/cases-fulfilling.ts';
import { listCasesByQuery } from '../cases/list/list-cases-by-query.ts';
import type { Mark } from '../cases/list/list-mark.ts';
import { partsOf } from '../cases/list/split-condition.ts';
import { parseQuery } from '../queries/parse-query.ts';
import type { QueryHint } from '../queries/query.ts';
import { resolveQuery } from '../queries/resolve-query.ts';
import { visibleSpaceIds } from '../spaces/space-access.ts';
import { numberIn } from './case-with-number.ts';
import { excerptOfCase } from './excerpt-of-case.ts';
import { MAX_RESULTS, rankedMatches } from './ranked-matches.ts';

interface SearchByQuery {
  readonly query: string;
  readonly limit: number;
  /** What a page before has answered as `next`. */
  readonly after: Mark | undefined;
}

interface Found {
  readonly found: Case;
  /** What the case says around the first of the texts. */
  readonly excerpt: string;
}

export interface FoundByQuery {
  readonly results: readonly Found[];
  /** Null when there are none after them. */
  readonly next: Mark | null;
  readonly hints: readonly QueryHint[];
}

/**
 * A page of the cases that whoever acts can see and that a query is about, the best first, as `searchCases` ranks them;
 * in the order of the list when the query names an order, or no text to look for. Throws FIELDS_INVALID.
 */
export const searchByQuery = async (ctx: Context, { query, limit, after }: SearchByQuery): Promise<FoundByQuery> => {
  const parsed = parseQuery(query);
  const { hints } = parsed;
  const { where } = await resolveQuery(ctx, parsed);
  const parts = partsOf(where);
  const words = parts.flatMap((part) => (part.kind === 'text' ? [part.text] : []));
  if (words.length === 0 || parsed.sort.length > 0) {
    const { cases, next } = await listCasesByQuery(ctx, { query, limit, after, isCounted: false });
    return { results: withExcerpts(cases, words), next, hints };
  }
  const others = parts.filter(({ kind }) => kind !== 'text');
  const first = offsetOf(after);
  const end = Math.min(first + limit, MAX_RESULTS);
  const ids = await rankedIds(ctx, { words, others, count: end + 1 });
  const cases = await casesWithIds(ctx, { ids: ids.slice(first, end) });
  return { results: withExcerpts(cases, words), next: ids.length > end && end < MAX_RESULTS ? [end] : null, hints };
};

/** Ranks may change between two pages: those go on by how many were shown. Throws FIELDS_INVALID. */
const offsetOf = (after: Mark = [0]): number => {
  const [offset, ...rest] = after;
  if (rest.length === 0 && Number.isSafeInteger(offset) && Number(offset) >= 0) return Number(offset);
  throw invalidField('cursor', 'must be a cursor that this search has answered as "next"');
};

interface RankedIds {
  readonly words: readonly string[];
  readonly others: readonly CaseCondition[];
  readonly count: number;
}

const rankedIds = async (ctx: Context, { words, others, count }: RankedIds): Promise<number[]> =>
  rankedMatches(ctx, {
    ...{ words, count },
    number: numberIn(words.join(' ')),
    scope: { spaceIds: await visibleSpaceIds(ctx) },
    ...(others.length === 0
      ? {}
      : { keep: (ids: readonly number[]) => casesFulfilling(ctx, { where: { kind: 'all', of: others }, ids }) }),
  });

const withExcerpts = (cases: readonly Case[], words: readonly string[]): Found[] =>
  cases.map((found) => ({ found, excerpt: excerptOfCase(found, words) }));
