import type { Context } from '../../platform/context.ts';
import { createComment } from '../comments/create-comment.ts';
import type { Case, CaseChanges } from './case.ts';
import { getCase } from './get-case.ts';
import { updateCase } from './update-case.ts';

interface UpdateCaseWithComment {
  readonly caseId: number;
  readonly changes: CaseChanges;
  readonly comment: { readonly text: string; readonly isInternal: boolean };
  readonly expectedRevisions?: readonly number[] | undefined;
}

/**
 * Changes a case and says why, both or neither, and answers the case with both. Throws what `updateCase` and
 * `createComment` throw.
 */
export const updateCaseWithComment = (
  ctx: Context,
  { caseId, comment, ...update }: UpdateCaseWithComment,
): Promise<Case> =>
  ctx.inTransaction(async (tx) => {
    await updateCase(tx, { caseId, ...update });
    await createComment(tx, { caseId, ...comment });
    return getCase(tx, { caseId });
  });
