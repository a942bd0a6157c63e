import { invalidField } from '../../../kernel/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { parseQuery } from '../../queries/parse-query.ts';
import type { Query, QueryHint } from '../../queries/query.ts';
import { resolveQuery } from '../../queries/resolve-query.ts';
import { matchingCaseIds } from '../list/matching-case-ids.ts';

/** How many cases one bulk change may have. */
const MAX_SELECTED = 200_000;

/** Which cases a bulk change is about: one of the three. */
export interface BulkSelection {
  readonly ids?: readonly number[] | undefined;
  readonly query?: string | undefined;
  /** All that can be seen: said in so many words, because it cannot be meant by a query that was left empty. */
  readonly all?: true | undefined;
}

/** The cases that a bulk change is about. */
interface SelectedCases {
  /** In ascending order, each once. */
  readonly caseIds: readonly number[];
  /** What the query was probably meant to say; none without a query. */
  readonly hints: readonly QueryHint[];
}

/** The cases of a selection. Throws FIELDS_INVALID. */
export const selectCases = async (ctx: Context, { ids, query, all }: BulkSelection): Promise<SelectedCases> => {
  if ([ids, query, all].filter((each) => each !== undefined).length !== 1) {
    throw invalidField('selection', 'must have ids, a query or all, one of the three');
  }
  const parsed = parseQuery(query ?? '');
  if (query !== undefined) requireCondition(parsed);
  const selected = ids ?? (await matching(ctx, parsed));
  if (selected.length > MAX_SELECTED) {
    throw invalidField('selection', `must be of at most ${MAX_SELECTED.toLocaleString('en')} cases`);
  }
  return { caseIds: [...new Set(selected)].sort((one, other) => one - other), hints: parsed.hints };
};

/** Throws FIELDS_INVALID for a query that says nothing of which cases: a client's empty variable would change them all. */
const requireCondition = ({ where, faults }: Query): void => {
  if (where !== null || faults.length > 0) return;
  throw invalidField('selection.query', 'must name a condition; to change all cases that you see, say "all": true');
};

const matching = async (ctx: Context, query: Query): Promise<number[]> => {
  const selected: number[] = [];
  for await (const portion of matchingCaseIds(ctx, await resolveQuery(ctx, query))) {
    selected.push(...portion);
    if (selected.length > MAX_SELECTED) break;
  }
  return selected;
};
