import type { Context } from '../../../platform/context.ts';
import { maySeeWork } from '../may-see-work.ts';
import type { ImportSummary } from './import.ts';
import { selectImports } from './imports.store.ts';

interface ListImports {
  readonly limit: number;
  /** Only those that were begun before this one. */
  readonly before?: number | undefined;
}

/**
 * The imports that whoever acts has begun, into spaces that they see now, the latest first; all of them for the operator.
 */
export const listImports = async (ctx: Context, { limit, before }: ListImports): Promise<ImportSummary[]> => {
  const userId = ctx.actor.userId ?? 'all';
  const seen: ImportSummary[] = [];
  let place = before;
  while (seen.length < limit) {
    const found = await selectImports(ctx.db, { userId, before: place, limit });
    for (const each of found) if (seen.length < limit && (await maySeeWork(ctx, each))) seen.push(each);
    place = found.at(-1)?.id;
    if (found.length < limit) break;
  }
  return seen;
};
