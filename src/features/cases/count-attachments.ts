import type { Context } from '../../platform/context.ts';
import { addAttachments } from './case-counters.store.ts';

interface CountAttachments {
  readonly caseId: number;
  /** How many files were added; below 0 when some were deleted. */
  readonly count: number;
}

/** Counts files at a locked case itself, not at its comments; the case is updated by them. */
export const countAttachments = (tx: Context, { caseId, count }: CountAttachments): Promise<void> =>
  addAttachments(tx.db, { caseId, count, at: tx.now });
