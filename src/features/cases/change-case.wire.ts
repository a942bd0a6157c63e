import type { Static } from 'typebox';
import type { Context } from '../../platform/context.ts';
import type { Case } from './case.ts';
import type { CasePatch } from './case.wire.ts';
import { updateCase } from './update-case.ts';
import { updateCaseWithComment } from './update-case-with-comment.ts';

interface ChangeCase {
  readonly caseId: number;
  readonly body: Static<typeof CasePatch>;
  readonly expectedRevisions: readonly number[] | undefined;
}

/** Does what the body of an update asks for, changes, or changes with a comment, and answers the case as that left it. */
export const changeCase = (ctx: Context, { body, ...update }: ChangeCase): Promise<Case> => {
  const { comment, ...changes } = body;
  if (comment === undefined) return updateCase(ctx, { ...update, changes });
  const { text, isInternal = false } = comment;
  return updateCaseWithComment(ctx, { ...update, changes, comment: { text, isInternal } });
};
