import { sql } from 'kysely';
import { idsIn } from '../../../platform/database/ids-in.ts';
import { prepared } from '../../../platform/database/prepared.ts';
import type { Session } from '../../../platform/database/session.ts';
import type { HistoryEntry, HistoryProperty } from './case-change.ts';

interface OfRevision {
  readonly caseId: number;
  readonly revision: number;
}

const entryColumns = ['id', 'property', 'old_value as oldValue', 'new_value as newValue'] as const;

interface EntryRow {
  readonly id: number;
  readonly property: string;
  readonly oldValue: string;
  readonly newValue: string;
}

const toEntry = ({ id, property, oldValue, newValue }: EntryRow): HistoryEntry => ({
  id,
  property: property as HistoryProperty,
  oldValue: JSON.parse(oldValue),
  newValue: JSON.parse(newValue),
});

const ofRevision = prepared((db, value: OfRevision) =>
  db
    .selectFrom('case_history')
    .select(entryColumns)
    .where('case_id', '=', value.caseId)
    .where('revision', '=', value.revision)
    .orderBy('id'),
);

/** The entries of the change that made this revision; none when there was no such change. */
export const selectEntries = async (session: Session, of: OfRevision): Promise<HistoryEntry[]> =>
  (await ofRevision.all(session, of)).map(toEntry);

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

/**
 * What a group did to one case: its last changes that nobody else's came between, taken together. An import changes a
 * case twice when its file does.
 */
export interface ChangeInGroup {
  /** What they made of the case. */
  readonly revision: number;
  /** Whether the case did not exist before. */
  readonly isCreation: boolean;
  /** One for each property: what it was before and after all of them. */
  readonly entries: readonly HistoryEntry[];
}

/** What a group did to each of these cases. */
export const selectChangesInGroup = async (
  session: Session,
  { groupId, caseIds }: InGroup,
): Promise<ReadonlyMap<number, ChangeInGroup>> => {
  const rows = await session.kysely
    .selectFrom('case_history')
    .select(['case_id as caseId', 'revision', ...entryColumns])
    .where(idsIn(session, 'case_id', caseIds))
    .where('group_id', '=', groupId)
    .orderBy('id')
    .execute();
  const byCase = Map.groupBy(rows, ({ caseId }) => caseId);
  return new Map([...byCase].map(([caseId, ofCase]) => [caseId, takenTogether(ofCase)]));
};

/** The rows are in the order in which they were written, and some. */
const takenTogether = (rows: readonly (EntryRow & { readonly revision: number })[]): ChangeInGroup => {
  const revisions = [...new Set(rows.map((row) => row.revision))];
  const begin = revisions.findLast((revision) => !revisions.includes(revision - 1)) ?? 1;
  const entries = new Map<string, HistoryEntry>();
  for (const row of rows.filter(({ revision }) => revision >= begin)) {
    const entry = toEntry(row);
    entries.set(entry.property, { ...entry, oldValue: (entries.get(entry.property) ?? entry).oldValue });
  }
  return { revision: revisions.at(-1) ?? begin, isCreation: begin === 1, entries: [...entries.values()] };
};

/** The cases that a group changed, in ascending order, each with how much its values before and after are, in bytes. */
export const selectWeightsInGroup = async (
  { kysely }: Session,
  { groupId }: { readonly groupId: number },
): Promise<ReadonlyMap<number, number>> => {
  const rows = await kysely
    .selectFrom('case_history')
    .select(['case_id as caseId', byteLength.as('bytes')])
    .where('group_id', '=', groupId)
    .groupBy('case_id')
    .orderBy('case_id')
    .execute();
  return new Map(rows.map(({ caseId, bytes }) => [caseId, Number(bytes)]));
};

const byteLength = sql<number>`sum(octet_length(old_value) + octet_length(new_value))`;
