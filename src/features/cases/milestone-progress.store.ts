import type { Session } from '../../platform/database/session.ts';

interface CasesInStatus {
  readonly milestoneId: number | null;
  readonly statusId: number;
  readonly count: number;
}

/** How many cases of each milestone are in which status; those in the bin do not count. */
export const countCasesOfMilestones = (
  { kysely }: Session,
  milestoneIds: readonly number[],
): Promise<readonly CasesInStatus[]> =>
  kysely
    .selectFrom('cases')
    .select(({ fn }) => ['milestone_id as milestoneId', 'status_id as statusId', fn.countAll<number>().as('count')])
    .where('milestone_id', 'in', milestoneIds)
    .where('deleted_at', 'is', null)
    .groupBy(['milestone_id', 'status_id'])
    .execute();
