import type { Context } from '../../platform/context.ts';
import type { Case } from './case.ts';
import { selectExternalIds } from './external-ids.store.ts';

interface ExternalIdsOf {
  readonly cases: readonly Pick<Case, 'id'>[];
}

/** What cases are called where they were imported from, by number; those that were not are not in it. */
export const externalIdsOf = (ctx: Context, { cases }: ExternalIdsOf): Promise<ReadonlyMap<number, string>> =>
  selectExternalIds(
    ctx.db,
    cases.map(({ id }) => id),
  );
