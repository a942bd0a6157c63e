import type { Context } from '../../platform/context.ts';
import type { ConfiguredProperty } from './case.ts';
import { countReferring } from './reassign-cases.store.ts';

interface CountReferringCases {
  readonly property: ConfiguredProperty;
  readonly id: number;
}

/** How many cases refer to something in the configuration of their space, and how many of those are in the bin. */
export const countReferringCases = (
  ctx: Context,
  referring: CountReferringCases,
): Promise<{ readonly all: number; readonly binned: number }> => countReferring(ctx.db, referring);
