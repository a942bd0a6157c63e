import type { Context } from '../../platform/context.ts';
import type { Case } from './case.ts';
import { findVisibleCase } from './visible-case.ts';

interface GetCase {
  readonly caseId: number;
}

/** The case. Throws CASE_NOT_FOUND when it does not exist for whoever acts. */
export const getCase = async (ctx: Context, { caseId }: GetCase): Promise<Case> =>
  (await findVisibleCase(ctx, { caseId })).found;
