import type { Session } from '../../platform/database/session.ts';

interface DeleteOldDeliveries {
  /** In milliseconds since 1970-01-01T00:00:00Z. */
  readonly before: number;
  readonly limit: number;
}

/** Removes what was sent or given up and was made before an instant, some at a time; answers how many. */
export const deleteOldDeliveries = async (
  { kysely }: Session,
  { before, limit }: DeleteOldDeliveries,
): Promise<number> => {
  const old = kysely
    .selectFrom('webhook_deliveries')
    .select('id')
    .where('created_at', '<', before)
    .where('status', '<>', 'pending')
    .limit(limit);
  const deleted = await kysely
    .deleteFrom('webhook_deliveries')
    .where('id', 'in', (db) => db.selectFrom(old.as('old')).select('id'))
    .returning('id')
    .execute();
  return deleted.length;
};
