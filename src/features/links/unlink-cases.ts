import { DomainError } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { requireCanUpdate, updateRight, type VisibleCase } from '../cases/case-access.ts';
import { holdCases } from '../cases/hold-cases.ts';
import { findVisibleCase } from '../cases/visible-case.ts';
import type { Link } from './link.ts';
import { deleteLink, selectLink } from './links.store.ts';
import { recordLink } from './record-link.ts';

interface UnlinkCases {
  readonly linkId: number;
}

/**
 * Takes a link away, for whoever sees both of its cases and may change one of them. Throws LINK_NOT_FOUND, RIGHT_MISSING,
 * SPACE_ARCHIVED.
 */
export const unlinkCases = (ctx: Context, { linkId }: UnlinkCases): Promise<void> =>
  ctx.inTransaction(async (tx) => {
    const link = await selectLink(tx.db, linkId);
    if (link === undefined) throw linkNotFound(linkId);
    await holdCases(tx, { caseIds: [link.fromCaseId, link.toCaseId] });
    const [from, to] = await bothVisible(tx, link);
    requireCanUpdate(tx, mayUpdate(tx, to) ? to : from);
    // Somebody else may have been faster while this one waited.
    if (!(await deleteLink(tx.db, linkId))) throw linkNotFound(linkId);
    await recordLink(tx, { link, type: 'case.unlinked' });
  });

/** Who does not see both cases is not told that there is a link. */
const bothVisible = async (tx: Context, { id, fromCaseId, toCaseId }: Link): Promise<[VisibleCase, VisibleCase]> => {
  try {
    return [await findVisibleCase(tx, { caseId: fromCaseId }), await findVisibleCase(tx, { caseId: toCaseId })];
  } catch (error) {
    throw error instanceof DomainError && error.code === 'CASE_NOT_FOUND' ? linkNotFound(id) : error;
  }
};

const mayUpdate = (tx: Context, { found, access }: VisibleCase): boolean => access.may(updateRight(tx, found));

const linkNotFound = (linkId: number): DomainError =>
  new DomainError('LINK_NOT_FOUND', { message: `There is no link ${linkId}.` });
