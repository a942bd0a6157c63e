import type { Session } from '../../platform/database/session.ts';
import type { ConfiguredProperty } from './case.ts';

/** What a case refers to in the configuration of its space. */
const columns = {
  projectId: 'project_id',
  sectionId: 'section_id',
  milestoneId: 'milestone_id',
  statusId: 'status_id',
  priorityId: 'priority_id',
} as const satisfies Record<ConfiguredProperty, string>;

interface SelectReferring {
  readonly property: ConfiguredProperty;
  readonly id: number;
  readonly afterCaseId: number;
  readonly limit: number;
}

/** The next cases that refer to something, those in the bin too. */
export const selectReferringCaseIds = async (
  { kysely }: Session,
  { property, id, afterCaseId, limit }: SelectReferring,
): Promise<number[]> => {
  const rows = await kysely
    .selectFrom('cases')
    .select('id')
    .where(columns[property], '=', id)
    .where('id', '>', afterCaseId)
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
};
