import { setTimeout as sleep } from 'node:timers/promises';
import type { Context } from '../../platform/context.ts';
import { type Case, type CaseProperties, type ConfiguredProperty, diffCase } from './case.ts';
import { lockCase } from './cases.store.ts';
import { selectReferringCaseIds } from './reassign-cases.store.ts';
import { recordChange } from './record-change.ts';
import { updateCaseRow } from './save-case.store.ts';

/** How many cases one transaction changes: few enough that other writers do not notice. */
const CASES_PER_TRANSACTION = 100;

interface ReassignCases {
  /** The cases to change: those whose property refers to this, the ones in the bin too. */
  readonly property: ConfiguredProperty;
  readonly id: number;
  /** Throws when the changes are not allowed, or not any more; asked in every transaction. */
  readonly require: (tx: Context) => Promise<void>;
  /** What a case gets instead; undefined leaves it as it is. */
  readonly instead: (found: Case) => Partial<CaseProperties> | undefined;
}

/**
 * Gives all cases that refer to something another reference, each with history and event like any other update, a few
 * in one transaction; answers how many it changed. Cut off in the middle, it can be called again. The rights are the
 * caller's to ask for.
 */
export const reassignCases = async (ctx: Context, options: ReassignCases): Promise<number> => {
  let changed = 0;
  let afterCaseId: number | undefined = 0;
  while (afterCaseId !== undefined) {
    const began: number = performance.now();
    const batch = await reassignBatch(ctx, options, afterCaseId);
    changed += batch.changed;
    afterCaseId = batch.lastCaseId;
    // Other processes get the database for as long as this one had it.
    if (afterCaseId !== undefined) await sleep(performance.now() - began);
  }
  return changed;
};

const reassignBatch = (
  ctx: Context,
  { property, id, require, instead }: ReassignCases,
  afterCaseId: number,
): Promise<{ readonly changed: number; readonly lastCaseId: number | undefined }> =>
  ctx.inTransaction(async (tx) => {
    await require(tx);
    const page = { afterCaseId, limit: CASES_PER_TRANSACTION };
    const caseIds = await selectReferringCaseIds(tx.db, { property, id, ...page });
    let changed = 0;
    for (const caseId of caseIds) {
      const before = await lockCase(tx.db, caseId);
      const changes = before?.[property] === id ? instead(before) : undefined;
      if (before === undefined || changes === undefined) continue;
      await saveChanges(tx, before, changes);
      changed += 1;
    }
    return { changed, lastCaseId: caseIds.at(-1) };
  });

const saveChanges = async (tx: Context, before: Case, changes: Partial<CaseProperties>): Promise<void> => {
  const after: Case = { ...before, ...changes, revision: before.revision + 1, updatedAt: tx.now };
  await updateCaseRow(tx.db, before, after);
  await recordChange(tx, { type: 'case.updated', after, changes: diffCase(before, after) });
};
