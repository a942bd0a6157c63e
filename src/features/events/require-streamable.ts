import { DomainError } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { type EventFilter, requireVisibleSpaces } from './event-filter.ts';

/** How many streams one process keeps open: half of its connections. */
const MAX_STREAMS = 5_000;

interface RequireStreamable {
  readonly filter: EventFilter;
  readonly hub: { readonly size: number };
}

/** Throws TOO_MANY_STREAMS, FIELDS_INVALID: while there can still be an answer that says so. */
export const requireStreamable = async (ctx: Context, { filter, hub }: RequireStreamable): Promise<void> => {
  if (hub.size >= MAX_STREAMS) throw new DomainError('TOO_MANY_STREAMS');
  await requireVisibleSpaces(ctx, filter);
};
