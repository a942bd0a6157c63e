import type { Context } from '../../platform/context.ts';
import type { VisibleCase } from '../cases/case-access.ts';
import { findVisibleCase, lockVisibleCase } from '../cases/visible-case.ts';
import { getComment, lockComment } from '../comments/get-comment.ts';
import type { Likeable } from './like.ts';

type LookUp = (ctx: Context, id: number) => Promise<VisibleCase>;

const find: Readonly<Record<Likeable['entity'], LookUp>> = {
  case: (ctx, caseId) => findVisibleCase(ctx, { caseId }),
  comment: (ctx, commentId) => getComment(ctx, { commentId }),
};

const lock: Readonly<Record<Likeable['entity'], LookUp>> = {
  case: (tx, caseId) => lockVisibleCase(tx, { caseId }),
  comment: (tx, commentId) => lockComment(tx, { commentId }),
};

/** The case that is liked, or whose comment it is. Throws CASE_NOT_FOUND, COMMENT_NOT_FOUND. */
export const findLikeable = (ctx: Context, { entity, id }: Likeable): Promise<VisibleCase> => find[entity](ctx, id);

/** The same, kept from other writers until the transaction ends. Throws CASE_NOT_FOUND, COMMENT_NOT_FOUND. */
export const lockLikeable = (tx: Context, { entity, id }: Likeable): Promise<VisibleCase> => lock[entity](tx, id);
