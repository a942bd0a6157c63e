import { type RawBuilder, sql } from 'kysely';
import { idsIn } from '../../../platform/database/ids-in.ts';
import type { Session } from '../../../platform/database/session.ts';
import type { CaseChange, HistoryEntry, HistoryProperty, Reverted } from './case-change.ts';

const sameChange = ({ kysely }: Session) =>
  kysely
    .selectFrom('case_history as lead')
    .innerJoin('case_history as entry', (join) =>
      join.onRef('entry.case_id', '=', 'lead.case_id').onRef('entry.revision', '=', 'lead.revision'),
    );

/** Looks at the sizes only: long values stay where they are. */
const byteLength: RawBuilder<number> = sql`cast(sum(octet_length(entry.old_value) + octet_length(entry.new_value)) as bigint)`;

/** How many bytes the values of each change have, by the entry it was asked for by. */
export const selectChangeSizes = async (
  session: Session,
  entryIds: readonly number[],
): Promise<Map<number, number>> => {
  const rows = await sameChange(session)
    .select(['lead.id', byteLength.as('byteCount')])
    .where(idsIn(session, 'lead.id', entryIds))
    .groupBy('lead.id')
    .execute();
  return new Map(rows.map(({ id, byteCount }) => [id, byteCount]));
};

/** The changes with all their entries, by the entry they were asked for by. */
export const selectChanges = async (
  session: Session,
  entryIds: readonly number[],
): Promise<Map<number, CaseChange>> => {
  const rows = await sameChange(session)
    .leftJoin('history_groups', 'history_groups.id', 'entry.group_id')
    .select([
      'lead.id as leadId',
      'entry.id',
      'entry.case_id as caseId',
      'entry.revision',
      'entry.property',
      'entry.old_value as oldValue',
      'entry.new_value as newValue',
      'entry.actor_id as actorId',
      'entry.key_id as keyId',
      'entry.door',
      'entry.at',
      'entry.group_id as groupId',
      'reverts_case_id as revertedCaseId',
      'reverts_revision as revertedRevision',
      'reverts_entry_id as revertedEntryId',
      'reverts_group_id as revertedBulkId',
    ])
    .where(idsIn(session, 'lead.id', entryIds))
    .orderBy('entry.id')
    .execute();
  const changes = new Map<number, CaseChange>();
  for (const row of rows) {
    const entry: HistoryEntry = {
      id: row.id,
      property: row.property as HistoryProperty,
      oldValue: JSON.parse(row.oldValue),
      newValue: JSON.parse(row.newValue),
    };
    const known = changes.get(row.leadId);
    changes.set(row.leadId, { ...(known ?? toChange(row)), entries: [...(known?.entries ?? []), entry] });
  }
  return changes;
};

interface ChangeRow extends Omit<CaseChange, 'entries' | 'reverts' | 'bulkId'> {
  readonly groupId: number | null;
  readonly revertedCaseId: number | null;
  readonly revertedRevision: number | null;
  readonly revertedEntryId: number | null;
  readonly revertedBulkId: number | null;
}

const toChange = (row: ChangeRow): Omit<CaseChange, 'entries'> => ({
  caseId: row.caseId,
  revision: row.revision,
  at: row.at,
  actorId: row.actorId,
  keyId: row.keyId,
  door: row.door,
  bulkId: row.revertedCaseId === null ? row.groupId : null,
  reverts: revertedBy(row),
});

const revertedBy = ({
  revertedCaseId,
  revertedRevision,
  revertedEntryId,
  revertedBulkId,
}: ChangeRow): Reverted | null =>
  revertedCaseId === null && revertedBulkId === null
    ? null
    : { revision: revertedRevision, entryId: revertedEntryId, bulkId: revertedBulkId };
