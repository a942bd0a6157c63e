import { prepared } from '../../../platform/database/prepared.ts';
import type { Session } from '../../../platform/database/session.ts';
import type { HistoryEntry, HistoryProperty } from './case-change.ts';

interface OfRevision {
  readonly caseId: number;
  readonly revision: number;
}

const ofRevision = prepared((db, value: OfRevision) =>
  db
    .selectFrom('case_history')
    .select(['id', 'property', 'old_value as oldValue', 'new_value as newValue'])
    .where('case_id', '=', value.caseId)
    .where('revision', '=', value.revision)
    .orderBy('id'),
);

/** The entries of the change that made this revision; none when there was no such change. */
export const selectEntries = async (session: Session, of: OfRevision): Promise<HistoryEntry[]> =>
  (await ofRevision.all(session, of)).map(({ id, property, oldValue, newValue }) => ({
    id,
    property: property as HistoryProperty,
    oldValue: JSON.parse(oldValue),
    newValue: JSON.parse(newValue),
  }));

interface EntryOfCase {
  readonly caseId: number;
  readonly entryId: number;
}

/** The revision that the entry belongs to; undefined when the case has no such entry. */
export const selectRevisionOfEntry = async (
  { kysely }: Session,
  { caseId, entryId }: EntryOfCase,
): Promise<number | undefined> => {
  const row = await kysely
    .selectFrom('case_history')
    .select('revision')
    .where('id', '=', entryId)
    .where('case_id', '=', caseId)
    .executeTakeFirst();
  return row?.revision;
};
