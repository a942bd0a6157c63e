import type { Context } from '../../platform/context.ts';
import { lockCases } from './cases.store.ts';

interface HoldCases {
  readonly caseIds: readonly number[];
}

/**
 * Keeps several cases from other writers until the transaction ends, always in the same order, so that nobody waits for
 * each other. Asks for no rights, and says nothing of whether the cases are there.
 */
export const holdCases = (tx: Context, { caseIds }: HoldCases): Promise<void> => lockCases(tx.db, caseIds);
