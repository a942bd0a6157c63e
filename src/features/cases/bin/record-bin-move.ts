import type { Context } from '../../../platform/context.ts';
import { removeDocument } from '../../../platform/database/text-search.ts';
import { appendEvent } from '../../../platform/events/append-event.ts';
import type { Case } from '../case.ts';
import { insertHistory } from '../history.store.ts';
import { indexCases } from '../record-change.ts';
import { replaceTags } from '../save-case.store.ts';

interface RecordBinMove {
  readonly type: 'case.deleted' | 'case.restored';
  readonly before: Case;
  /** The case as its row says by now. */
  readonly after: Case;
}

/** Writes all that goes with a case that was moved into the bin or out of it: search index, history and the event. */
export const recordBinMove = async (tx: Context, { type, before, after }: RecordBinMove): Promise<void> => {
  const { id: caseId, spaceId, revision } = after;
  await replaceTags(tx.db, [after]);
  if (after.deletedAt === null) await indexCases(tx, [after]);
  else await removeDocument(tx.db, { caseId });
  const changes = [{ property: 'deletedAt', oldValue: before.deletedAt, newValue: after.deletedAt }] as const;
  await insertHistory(tx.db, { caseId, revision, changes, actor: tx.actor, at: tx.now });
  await appendEvent(tx, { type, spaceId, caseId, payload: { revision } });
};
