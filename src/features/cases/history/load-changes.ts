import type { Context } from '../../../platform/context.ts';
import type { ChangePage } from './case-change.ts';
import { selectChangeSizes, selectChanges } from './changes.store.ts';
import type { Lead } from './leads.store.ts';

/** How much the values of the changes on one page may have, in bytes, unless it is a single change. */
const MAX_PAGE_BYTES = 4 * 1024 * 1024;

interface LoadChanges {
  readonly leads: readonly Lead[];
  /** Where the list goes on after them. */
  readonly next: number | undefined;
}

/** The changes of a page with all their entries: fewer of them when their texts are long. */
export const loadChanges = async (ctx: Context, { leads, next }: LoadChanges): Promise<ChangePage> => {
  if (leads.length === 0) return { changes: [], next };
  const sizes = await selectChangeSizes(ctx.db, idsOf(leads));
  const fitting = leads.slice(0, howManyFit(leads.map(({ entryId }) => sizes.get(entryId) ?? 0)));
  const changes = await selectChanges(ctx.db, idsOf(fitting));
  return {
    // A case that was purged between the statements takes its history with it.
    changes: fitting.flatMap(({ entryId }) => changes.get(entryId) ?? []),
    next: fitting.length < leads.length ? fitting.at(-1)?.place : next,
  };
};

const idsOf = (leads: readonly Lead[]): number[] => leads.map(({ entryId }) => entryId);

const howManyFit = (sizes: readonly number[]): number => {
  let total = 0;
  const tooMany = sizes.findIndex((size, index) => {
    total += size;
    return index > 0 && total > MAX_PAGE_BYTES;
  });
  return tooMany === -1 ? sizes.length : tooMany;
};
