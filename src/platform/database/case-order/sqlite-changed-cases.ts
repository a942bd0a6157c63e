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
  /**
   * The cases whose changes were committed since the last look. Not inside a transaction. Throws when the log is not the
   * one that was read before: a backup has taken its place.
   */
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
  const newestEvent = writer.prepare('select id, at from events order by id desc limit 1');
  const seenOnce = writer.prepare('select 1 from events where id = ? and at = ?');
  const eventsAfter = writer.prepare(
    'select distinct case_id as caseId from events where id > ? and case_id is not null',
  );
  const newestNow = () => {
    const { id = 0, at = 0 } = newestEvent.get() ?? {};
    return { id: Number(id), at: Number(at) };
  };
  const eventsSince = ({ id, at }: { readonly id: number; readonly at: number }) => {
    if (id > 0 && seenOnce.get(id, at) === undefined)
      throw new Error('What was seen of the log is not in it any more.');
    return eventsAfter.all(id).map(({ caseId }) => caseId);
  };
  let version: unknown;
  let seen = { id: 0, at: 0 };
  return {
    drop: () => {
      touched = new Set();
    },
    begin: () => {
      // What a transaction that is still open has touched will be committed only later.
      if (!writer.isTransaction) touched = new Set();
      version = versionNow();
      seen = newestNow();
    },
    isBehind: () => versionNow() !== version,
    look: () => {
      const caseIds = touched;
      touched = new Set();
      const current = versionNow();
      const told = current === version ? [] : eventsSince(seen);
      version = current;
      seen = newestNow();
      for (const caseId of told) caseIds.add(Number(caseId));
      return caseIds;
    },
  };
};
