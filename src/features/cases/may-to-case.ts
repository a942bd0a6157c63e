import type { Right } from '../../kernel/permissions.ts';
import type { Context } from '../../platform/context.ts';
import { isOwn, updateRight, type VisibleCase } from './case-access.ts';

/** Rights that are of use only on a case that one may change at all. */
const partsOfUpdate: ReadonlySet<Right> = new Set([
  'AdminEntityUpdate',
  'AssignToUser',
  'UpdateIssuePriority',
  'UpdateIssueStatus',
  'AddRecipients',
]);

/** Whether whoever acts may do this to the case, as its verbs decide; `Update` is to change it, whosever it is. */
export const mayToCase = (ctx: Context, { found, access }: VisibleCase, right: Right): boolean => {
  const mayUpdate = access.may(updateRight(ctx, found));
  if (right === 'Update') return mayUpdate;
  if (right === 'Delete') return access.may('Delete') && (isOwn(ctx, found) || access.may('AdminEntityUpdate'));
  return access.may(right) && (mayUpdate || !partsOfUpdate.has(right));
};
