import { sql } from 'kysely';
import type { Session } from '../../../platform/database/session.ts';

/** What a portion has whose cases are forgotten. */
const NO_CASES = '[]';

interface SelectForgettable {
  /** In milliseconds since 1970-01-01T00:00:00Z. */
  readonly before: number;
  readonly limit: number;
}

/** Bulk changes that ended before an instant, and of which it is still known what became of each case. */
export const selectForgettable = async (
  { kysely }: Session,
  { before, limit }: SelectForgettable,
): Promise<number[]> => {
  const portions = sql`select 1 from bulk_portions where bulk_portions.group_id = bulk_changes.group_id`;
  const rows = await kysely
    .selectFrom('bulk_changes')
    .select('group_id as bulkId')
    .where('created_at', '<', before)
    .where(sql<boolean>`exists (${portions} and case_ids <> ${NO_CASES})`)
    .where(sql<boolean>`not exists (${portions} and (state = 'open' or finished_at >= ${before}))`)
    .orderBy('group_id')
    .limit(limit)
    .execute();
  return rows.map(({ bulkId }) => bulkId);
};

/** How many cases had which outcome, by the state that their portions ended in. */
interface Sums {
  readonly state: string;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly finishedAt: number | null;
}

export const selectSums = async ({ kysely }: Session, bulkId: number): Promise<Sums[]> => {
  const rows = await kysely
    .selectFrom('bulk_portions')
    .select(({ fn }) => [
      'state',
      fn.sum('changed').as('changed'),
      fn.sum('unchanged').as('unchanged'),
      fn.sum('refused').as('refused'),
      fn.max('finished_at').as('finishedAt'),
    ])
    .where('group_id', '=', bulkId)
    .groupBy('state')
    .execute();
  return rows.map(({ state, finishedAt, ...sums }) => ({
    ...{ state, finishedAt },
    changed: Number(sums.changed),
    unchanged: Number(sums.unchanged),
    refused: Number(sums.refused),
  }));
};

export const deletePortions = async ({ kysely }: Session, bulkId: number): Promise<void> => {
  await kysely.deleteFrom('bulk_portions').where('group_id', '=', bulkId).execute();
};

/** One portion without cases for each state, so that the change still tells how it went. */
export const insertSums = async ({ kysely }: Session, bulkId: number, sums: readonly Sums[]): Promise<void> => {
  const rows = sums.map(({ finishedAt, ...sum }, position) => ({
    ...{ group_id: bulkId, position, case_ids: NO_CASES, outcomes: NO_CASES, finished_at: finishedAt },
    ...sum,
  }));
  if (rows.length > 0) await kysely.insertInto('bulk_portions').values(rows).execute();
};
