import { DomainError, invalidField } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { requireCanUpdate, type VisibleCase } from '../cases/case-access.ts';
import { holdCases } from '../cases/hold-cases.ts';
import { findVisibleCase } from '../cases/visible-case.ts';

interface LinkableCase {
  readonly caseId: number;
  readonly otherCaseId: number;
}

/**
 * A case that is to be linked with another one, both kept from other writers: the one must be changeable, the other
 * visible. Throws CASE_NOT_FOUND, RIGHT_MISSING, SPACE_ARCHIVED, and FIELDS_INVALID for the other one.
 */
export const lockLinkable = async (tx: Context, { caseId, otherCaseId }: LinkableCase): Promise<VisibleCase> => {
  await holdCases(tx, { caseIds: [caseId, otherCaseId] });
  const visible = await findVisibleCase(tx, { caseId });
  requireCanUpdate(tx, visible);
  if (otherCaseId === caseId) throw invalidField('caseId', 'must be another case than this one');
  if (!(await isVisible(tx, otherCaseId))) {
    throw invalidField('caseId', `must be a case that you can see: there is no ${otherCaseId}`);
  }
  return visible;
};

const isVisible = async (tx: Context, caseId: number): Promise<boolean> => {
  try {
    return (await findVisibleCase(tx, { caseId })) !== undefined;
  } catch (error) {
    if (error instanceof DomainError && error.code === 'CASE_NOT_FOUND') return false;
    throw error;
  }
};
