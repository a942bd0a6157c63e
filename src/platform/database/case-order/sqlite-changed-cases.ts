import type { DatabaseSync } from 'node:sqlite';
import { dataVersionOf, noticeWrittenRows } from '../written-rows.ts';
import { orderedColumns } from './case-rows.ts';

/** Notices which cases change, whoever changes them. */
export interface ChangedCases {
  /** Forgets what this process has changed so far: nobody needs it. */
  readonly drop: () => void;
  /** From here on it counts. */
  readonly begin: () => void;
  /** Whether another process has committed anything since the last look. */
  readonly isBehind: () => boolean;
  /** The cases whose changes were committed since the last look. Not inside a transaction. */
  readonly look: () => ReadonlySet<number>;
}

/**
 * What this process touches is told by the connection itself. What other processes did is read from their events: no case
 * changes without one.
 */
export const noticeChangedCases = (writer: DatabaseSync): ChangedCases => {
  let touched = new Set<number>();
  const cases = { id: 'id', updated: ['updated_at', 'deleted_at', ...orderedColumns] };
  noticeWrittenRows(writer, { name: 'case_touched', tables: { cases }, told: (id) => touched.add(id) });
  const versionNow = dataVersionOf(writer);
  const newestEvent = writer.prepare('select max(id) as id from events');
  const eventsAfter = writer.prepare(
    'select distinct case_id as caseId from events where id > ? and case_id is not null',
  );
  const newestNow = (): number => Number(newestEvent.get()?.['id'] ?? 0);
  let version: unknown;
  let seenEvent = 0;
  return {
    drop: () => {
      touched = new Set();
    },
    begin: () => {
      // What a transaction that is still open has touched will be committed only later.
      if (!writer.isTransaction) touched = new Set();
      version = versionNow();
      seenEvent = newestNow();
    },
    isBehind: () => versionNow() !== version,
    look: () => {
      const caseIds = touched;
      touched = new Set();
      const current = versionNow();
      const told = current === version ? [] : eventsAfter.all(seenEvent).map(({ caseId }) => caseId);
      version = current;
      seenEvent = newestNow();
      for (const caseId of told) caseIds.add(Number(caseId));
      return caseIds;
    },
  };
};
