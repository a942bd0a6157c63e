import { DomainError, invalidField } from '../../../kernel/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { restoreCase } from '../bin/restore-case.ts';
import type { Case } from '../case.ts';
import { requireCanUpdate, requireVisible } from '../case-access.ts';
import { lockCase } from '../cases.store.ts';
import { deleteCase } from '../delete-case.ts';
import { carryOut } from '../plan-update.ts';
import { requireRevision } from '../require-revision.ts';
import { beginGroup } from './begin-group.ts';
import type { HistoryEntry } from './case-change.ts';
import { selectEntries, selectRevisionOfEntry } from './change-entries.store.ts';
import { outcomeOfRevert, planRevert } from './plan-revert.ts';
import type { KeptProperty, Revert } from './revert.ts';

interface RevertChange {
  readonly caseId: number;
  /** One of the two: a whole change, by the revision that it made, or one entry of a change. */
  readonly revision?: number | undefined;
  readonly entryId?: number | undefined;
  readonly expectedRevisions?: readonly number[] | undefined;
}

interface ToRevert {
  readonly found: Case;
  readonly revision: number;
  readonly entryId: number | undefined;
  readonly entries: readonly HistoryEntry[];
}

/**
 * Takes one change of a case back, by a new change that says so: what is not any more what the change had made of it,
 * or cannot be what it was before, stays as it is and is answered. A case whose deletion is taken back comes out of the
 * bin. Throws CASE_NOT_FOUND, RIGHT_MISSING, FIELDS_INVALID, CASE_CONFLICT, and REVERT_REFUSED for a creation.
 */
export const revertChange = async (
  ctx: Context,
  { caseId, expectedRevisions, ...which }: RevertChange,
): Promise<Revert> => {
  requireOne(which);
  return ctx.inTransaction(async (tx) => {
    const found = await lockCase(tx.db, caseId);
    const toRevert = found && (await findToRevert(tx, found, which));
    if (found?.deletedAt !== null && toRevert !== undefined && isTheDeletion(toRevert)) {
      return restore(tx, toRevert, expectedRevisions);
    }
    const visible = await requireVisible(tx, caseId, found);
    if (toRevert === undefined) throw unknownChange(which, visible.found);
    await requireRevision(tx, { found: visible.found, changes: valuesBefore(toRevert.entries), expectedRevisions });
    if (toRevert.entries.some(({ property }) => property === 'deletedAt')) return removeAgain(tx, toRevert);
    requireCanUpdate(tx, visible);
    if (toRevert.revision === 1) throw creation(caseId);
    const { update, kept } = await planRevert(tx, { visible, entries: toRevert.entries });
    if (update !== undefined) await carryOut(await grouped(tx, toRevert), update);
    return answer(tx, toRevert, kept);
  });
};

type WhichChange = Pick<RevertChange, 'revision' | 'entryId'>;

const requireOne = ({ revision, entryId }: WhichChange): void => {
  if ((revision === undefined) !== (entryId === undefined)) return;
  throw invalidField('revision', 'or entryId must be given, one of the two');
};

const findToRevert = async (
  tx: Context,
  found: Case,
  { revision: named, entryId }: WhichChange,
): Promise<ToRevert | undefined> => {
  const caseId = found.id;
  const revision = entryId === undefined ? named : await selectRevisionOfEntry(tx.db, { caseId, entryId });
  if (revision === undefined || revision > found.revision) return undefined;
  const all = await selectEntries(tx.db, { caseId, revision });
  const entries = entryId === undefined ? all : all.filter(({ id }) => id === entryId);
  return entries.length === 0 ? undefined : { found, revision, entryId, entries };
};

const valuesBefore = (entries: readonly HistoryEntry[]) =>
  Object.fromEntries(entries.map(({ property, oldValue }) => [property, oldValue]));

/** All changes made with it say what they take back; changes of a bulk revert say so already. */
const grouped = async (tx: Context, { found, revision, entryId }: ToRevert): Promise<Context> =>
  tx.actor.groupId === undefined ? (await beginGroup(tx, { reverts: { caseId: found.id, revision, entryId } })).tx : tx;

const isTheDeletion = ({ found, entries }: ToRevert): boolean =>
  entries.some(({ property, newValue }) => property === 'deletedAt' && newValue === found.deletedAt);

const restore = async (
  tx: Context,
  toRevert: ToRevert,
  expectedRevisions: readonly number[] | undefined,
): Promise<Revert> => {
  await restoreCase(await grouped(tx, toRevert), { caseId: toRevert.found.id });
  // Only now: to those who may not see the case it must not tell anything.
  await requireRevision(tx, { found: toRevert.found, changes: {}, expectedRevisions });
  return answer(tx, toRevert, []);
};

/** The case is not in the bin: what put it there was taken back since, what took it out can be. */
const removeAgain = async (tx: Context, toRevert: ToRevert): Promise<Revert> => {
  const { found, entries } = toRevert;
  if (entries.some(({ newValue }) => newValue !== null)) {
    const detail = 'deletedAt has its former value already.';
    return answer(tx, toRevert, [{ property: 'deletedAt', currentValue: null, reason: 'already-so', detail }]);
  }
  await deleteCase(await grouped(tx, toRevert), { caseId: found.id });
  return answer(tx, toRevert, []);
};

const answer = async (tx: Context, { found, entries }: ToRevert, kept: readonly KeptProperty[]): Promise<Revert> => {
  const { id: caseId } = found;
  const after = (await lockCase(tx.db, caseId)) ?? found;
  return { revision: after.revision, ...outcomeOfRevert(after, entries, kept) };
};

const unknownChange = ({ entryId }: WhichChange, { id, revision }: Case) =>
  entryId === undefined
    ? invalidField('revision', `must be a change of case ${id}, from 1 to ${revision}`)
    : invalidField('entryId', `must be an entry in the history of case ${id}`);

const creation = (caseId: number) =>
  new DomainError('REVERT_REFUSED', {
    message: `This change created case ${caseId}: it cannot be taken back, but the case can be deleted.`,
  });
