import type { Session } from '../../platform/database/session.ts';
import type { ConfiguredProperty } from './case.ts';
import { filterColumns } from './list/list-cases.store.ts';

/** Cases that refer to something in the configuration of their space, those in the bin too. */
interface Referring {
  readonly property: ConfiguredProperty;
  readonly id: number;
}

/** How many they are, and how many of them are in the bin. */
export const countReferring = async (
  { kysely }: Session,
  { property, id }: Referring,
): Promise<{ readonly all: number; readonly binned: number }> => {
  const { all, binned } = await kysely
    .selectFrom('cases')
    .select(({ fn }) => [fn.countAll<number>().as('all'), fn.count<number>('deleted_at').as('binned')])
    .where(filterColumns[property], '=', id)
    .executeTakeFirstOrThrow();
  return { all: Number(all), binned: Number(binned) };
};

interface SelectReferring extends Referring {
  readonly afterCaseId: number;
  readonly limit: number;
}

/** The next of them. */
export const selectReferringCaseIds = async (
  { kysely }: Session,
  { property, id, afterCaseId, limit }: SelectReferring,
): Promise<number[]> => {
  const rows = await kysely
    .selectFrom('cases')
    .select('id')
    .where(filterColumns[property], '=', id)
    .where('id', '>', afterCaseId)
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
};
