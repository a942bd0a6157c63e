import type { Context } from '../../platform/context.ts';
import { createComment } from '../comments/create-comment.ts';
import type { CaseChanges } from './case.ts';
import { updateCase } from './update-case.ts';

interface UpdateCaseWithComment {
  readonly caseId: number;
  readonly changes: CaseChanges;
  readonly comment: { readonly text: string; readonly isInternal: boolean };
  readonly expectedRevisions?: readonly number[] | undefined;
}

/**
 * Changes a case and says why, both or neither. Throws what `updateCase` and `createComment` throw.
 */
export const updateCaseWithComment = (ctx: Context, { caseId, comment, ...update }: UpdateCaseWithComment) =>
  ctx.inTransaction(async (tx) => {
    await updateCase(tx, { caseId, ...update });
    await createComment(tx, { caseId, ...comment });
  });
