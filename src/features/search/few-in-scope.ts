import type { Context } from '../../platform/context.ts';
import { type SearchScope, selectIdsInScope } from './search.store.ts';

/** How many cases are so few that their texts are rather read than all cases with a word compared with them. */
const FEW = 1_000;

/** The IDs of all cases that the scope leaves, highest first; undefined when they are many. */
export const fewInScope = async (ctx: Context, scope: SearchScope): Promise<readonly number[] | undefined> => {
  if (scope.spaceIds === 'all' && scope.reporterIds === undefined) return undefined;
  const ids = (await inMemory(ctx, scope)) ?? (await selectIdsInScope(ctx.db, scope, FEW + 1));
  return ids.length > FEW ? undefined : ids.toSorted((one, other) => other - one);
};

const inMemory = async (ctx: Context, { spaceIds, reporterIds }: SearchScope): Promise<number[] | undefined> => {
  const found: number[] = [];
  for (const conditions of reporterIds?.map((id) => ({ reporter_id: id })) ?? [{}]) {
    const some = await ctx.caseOrder?.find({ conditions, spaceIds, offset: 0, length: FEW + 1 });
    if (some === undefined) return undefined;
    found.push(...some);
    if (found.length > FEW) break;
  }
  return found;
};
