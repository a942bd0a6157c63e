import { idsIn } from '../../platform/database/ids-in.ts';
import type { Session } from '../../platform/database/session.ts';

/** The reasons that these people have switched off, by person. */
export const selectUnwanted = async (
  session: Session,
  userIds: readonly number[],
): Promise<ReadonlyMap<number, ReadonlySet<string>>> => {
  if (userIds.length === 0) return new Map();
  const rows = await session.kysely
    .selectFrom('unwanted_reasons')
    .select(['user_id as userId', 'reason'])
    .where(idsIn(session, 'user_id', userIds))
    .execute();
  const byUser = Map.groupBy(rows, ({ userId }) => userId);
  return new Map([...byUser].map(([userId, some]) => [userId, new Set(some.map(({ reason }) => reason))]));
};

interface Switch {
  readonly userId: number;
  readonly reason: string;
}

export const insertUnwanted = async ({ kysely }: Session, { userId, reason }: Switch): Promise<void> => {
  await kysely
    .insertInto('unwanted_reasons')
    .values({ user_id: userId, reason })
    .onConflict((conflict) => conflict.columns(['user_id', 'reason']).doNothing())
    .execute();
};

export const deleteUnwanted = async ({ kysely }: Session, { userId, reason }: Switch): Promise<void> => {
  await kysely.deleteFrom('unwanted_reasons').where('user_id', '=', userId).where('reason', '=', reason).execute();
};
