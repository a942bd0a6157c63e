import { idsIn } from '../../../platform/database/ids-in.ts';
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

interface InGroup {
  readonly groupId: number;
  readonly caseIds: readonly number[];
}

/** Which revision of each of these cases a group made; a group changes a case once. */
export const selectRevisionsInGroup = async (
  session: Session,
  { groupId, caseIds }: InGroup,
): Promise<ReadonlyMap<number, number>> => {
  const rows = await session.kysely
    .selectFrom('case_history')
    .select(({ fn }) => ['case_id as caseId', fn.max('revision').as('revision')])
    .where(idsIn(session, 'case_id', caseIds))
    .where('group_id', '=', groupId)
    .groupBy('case_id')
    .execute();
  return new Map(rows.map(({ caseId, revision }) => [caseId, revision]));
};

/** The cases that a group changed, in ascending order. */
export const selectCaseIdsInGroup = async (
  { kysely }: Session,
  { groupId }: { readonly groupId: number },
): Promise<number[]> => {
  const rows = await kysely
    .selectFrom('case_history')
    .select('case_id as caseId')
    .distinct()
    .where('group_id', '=', groupId)
    .orderBy('case_id')
    .execute();
  return rows.map(({ caseId }) => caseId);
};
