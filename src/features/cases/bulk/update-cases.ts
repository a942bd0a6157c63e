import { DomainError } from '../../../kernel/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { createComment } from '../../comments/create-comment.ts';
import { requireRight } from '../../spaces/space-access.ts';
import type { Case, CaseChanges } from '../case.ts';
import { requireCanUpdate, requireSpace, requireVisible } from '../case-access.ts';
import { lockCases } from '../cases.store.ts';
import { selectCasesWithIds } from '../list/list-cases.store.ts';
import { normalizeChanges } from '../normalize-changes.ts';
import { planUpdate, type UpdatePlan } from '../plan-update.ts';
import { type BulkMode, type BulkRequest, type CaseOutcome, keepRefusal } from './bulk-change.ts';
import { byPortions } from './by-portions.ts';
import { tagged } from './tagging.ts';
import { carryOutInTurns, inTurns } from './write-in-turns.ts';

interface UpdateCases extends BulkRequest {
  /** In ascending order, so that two transactions do not wait for each other. */
  readonly caseIds: readonly number[];
  readonly mode: BulkMode;
}

/**
 * Changes cases as `updateCase` changes each, in this transaction, and answers what became of each. A case that is
 * refused is left as it was. Throws FIELDS_INVALID for what is wrong for every case, and BULK_REFUSED when all or
 * nothing was to be changed and a case was refused.
 */
export const updateCases = async (tx: Context, { caseIds, mode, ...request }: UpdateCases): Promise<CaseOutcome[]> => {
  const changes = normalizeChanges(request.changes);
  const settled = { ...request, changes };
  const outcomes = await byPortions(caseIds, (portion) => updatePortion(tx, portion, settled));
  const refused = outcomes.filter(({ outcome }) => outcome === 'refused');
  if (mode === 'all-or-nothing' && refused.length > 0) throw bulkRefused(refused, outcomes.length);
  return outcomes;
};

/** How many refusals one answer names. */
const MOST_NAMED = 100;

const bulkRefused = (refused: readonly CaseOutcome[], total: number): DomainError =>
  new DomainError('BULK_REFUSED', {
    message: `${refused.length} of ${total} cases cannot be changed: none was.`,
    details: {
      refusedCount: refused.length,
      cases: refused.slice(0, MOST_NAMED).map(({ caseId, refusal }) => ({ caseId, ...refusal })),
    },
  });

const updatePortion = async (tx: Context, caseIds: readonly number[], request: BulkRequest): Promise<CaseOutcome[]> => {
  await lockCases(tx.db, caseIds);
  const found = new Map((await selectCasesWithIds(tx.db, caseIds)).map((each) => [each.id, each]));
  const plans: UpdatePlan[] = [];
  const outcomes: CaseOutcome[] = [];
  for (const caseId of caseIds) {
    try {
      const visible = await requireVisible(tx, caseId, found.get(caseId));
      requireCanUpdate(tx, visible);
      const plan = await planUpdate(tx, { visible, changes: changesOf(visible.found, request) });
      if (request.comment !== undefined) await requireCanComment(tx, plan, request.comment.isInternal);
      const isChanged = plan.differences.length > 0 || request.comment !== undefined;
      plans.push(plan);
      outcomes.push({ caseId, outcome: isChanged ? 'changed' : 'unchanged' });
    } catch (error) {
      outcomes.push(keepRefusal(caseId, error));
    }
  }
  await carryOutInTurns(tx, plans);
  await commentOnAll(tx, plans, request);
  return outcomes;
};

/** Which tags a case will have depends on those it has now. */
const changesOf = ({ tags }: Case, { changes, tagging }: BulkRequest): CaseChanges =>
  tagging === undefined ? changes : { ...changes, tags: tagged(tags, tagging) };

/** Asked before anything is written: what is refused must leave nothing behind. */
const requireCanComment = async (tx: Context, { after }: UpdatePlan, isInternal: boolean): Promise<void> => {
  const { access } = await requireSpace(tx, after.spaceId);
  requireRight(access, 'CreateComment', `comment on case ${after.id}`);
  if (isInternal) requireRight(access, 'InternalComments', 'write internal comments');
};

const commentOnAll = async (tx: Context, plans: readonly UpdatePlan[], { comment }: BulkRequest): Promise<void> => {
  if (comment === undefined) return;
  const weightOf = () => comment.text.length;
  await inTurns(plans, weightOf, async (piece) => {
    for (const { after } of piece) await createComment(tx, { caseId: after.id, ...comment });
  });
};
