import { performBulkChanges } from '../../src/features/cases/bulk/perform-bulk-changes.ts';
import type { CaseChanges } from '../../src/features/cases/case.ts';
import { call } from '../support/api.ts';
import type { TestApp } from '../support/test-app.ts';
import { type Abilities, type Door, RefusedError } from './door.ts';

/** So many cases that a change of them becomes a job; these are nobody's, and no change of them leaves anything. */
const nobodys = Array.from({ length: 1_000 }, (_, index) => 5_000_000 + index);

interface BulkChange {
  readonly caseIds: readonly number[];
  readonly changes: CaseChanges & { readonly addTags?: string[]; readonly removeTags?: string[] };
  readonly text?: string | undefined;
}

const bodyOf = ({ caseIds, changes, text }: BulkChange) => ({
  selection: { ids: caseIds },
  changes: { ...changes, ...(text === undefined ? {} : { comment: { text } }) },
});

const onCases = (change: (bulk: BulkChange) => Promise<void>): Partial<Abilities> => ({
  updateCase: (caseId, changes) => change({ caseIds: [caseId], changes }),
  setDueDate: (caseId, dueOn) => change({ caseIds: [caseId], changes: { dueOn } }),
  updateWithComment: (caseId, changes, text) => change({ caseIds: [caseId], changes, text }),
  tagCases: (caseIds, { add, remove }) => change({ caseIds, changes: { addTags: add, removeTags: remove } }),
  updateCases: (caseIds, changes, text) => change({ caseIds, changes, text }),
});

/** Changes of several cases at once, which are done before the answer, all or nothing. */
export const bulkChanges = (testApp: TestApp): Door => {
  const can = onCases(async (bulk) => {
    const { status, body } = await call(testApp, 'POST /cases/bulk', {
      body: { ...bodyOf(bulk), mode: 'all-or-nothing' },
    });
    if (status !== 200) throw new RefusedError(`bulk change: ${status} ${JSON.stringify(body)}`);
  });
  return { title: 'bulk changes', recordedAs: 'v1', isOperators: false, can };
};

/** The same of so many that they become a job. */
export const bulkJobs = (testApp: TestApp): Door => {
  const can = onCases(async ({ caseIds, ...bulk }) => {
    const request = { ...bodyOf({ ...bulk, caseIds: [...caseIds, ...nobodys] }), mode: 'per-case' };
    const begun = await call(testApp, 'POST /cases/bulk', { body: request });
    if (begun.status !== 202) throw new RefusedError(`bulk job: ${begun.status} ${JSON.stringify(begun.body)}`);
    await performBulkChanges.run(testApp.operator);
    const results = await call(testApp, `GET /bulk/${begun.body.id}/results?limit=${caseIds.length}`);
    for (const { outcome, problem } of results.body.items) {
      if (outcome === 'refused') throw new RefusedError(`bulk job: ${JSON.stringify(problem)}`);
    }
  });
  return { title: 'bulk jobs', recordedAs: 'v1', isOperators: false, can };
};
