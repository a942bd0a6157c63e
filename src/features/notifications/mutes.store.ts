import { idsIn } from '../../platform/database/ids-in.ts';
import type { Session } from '../../platform/database/session.ts';

interface Mute {
  readonly caseId: number;
  readonly userId: number;
}

/** Whether it was not muted before. */
export const insertMute = async (
  { kysely }: Session,
  { caseId, userId }: Mute,
  createdAt: number,
): Promise<boolean> => {
  const inserted = await kysely
    .insertInto('case_mutes')
    .values({ case_id: caseId, user_id: userId, created_at: createdAt })
    .onConflict((conflict) => conflict.columns(['case_id', 'user_id']).doNothing())
    .returning('user_id')
    .executeTakeFirst();
  return inserted !== undefined;
};

/** Whether it was muted. */
export const deleteMute = async ({ kysely }: Session, { caseId, userId }: Mute): Promise<boolean> => {
  const deleted = await kysely
    .deleteFrom('case_mutes')
    .where('case_id', '=', caseId)
    .where('user_id', '=', userId)
    .returning('user_id')
    .executeTakeFirst();
  return deleted !== undefined;
};

export const hasMute = async ({ kysely }: Session, { caseId, userId }: Mute): Promise<boolean> => {
  const ofUser = kysely.selectFrom('case_mutes').select('user_id').where('user_id', '=', userId);
  return (await ofUser.where('case_id', '=', caseId).executeTakeFirst()) !== undefined;
};

/** Who has muted which of these cases, by case. */
export const selectMutes = async (
  session: Session,
  caseIds: readonly number[],
): Promise<ReadonlyMap<number, ReadonlySet<number>>> => {
  if (caseIds.length === 0) return new Map();
  const rows = await session.kysely
    .selectFrom('case_mutes')
    .select(['case_id as caseId', 'user_id as userId'])
    .where(idsIn(session, 'case_id', caseIds))
    .execute();
  const byCase = Map.groupBy(rows, ({ caseId }) => caseId);
  return new Map([...byCase].map(([caseId, some]) => [caseId, new Set(some.map(({ userId }) => userId))]));
};

export const deleteMutesOfCases = async (session: Session, caseIds: readonly number[]): Promise<void> => {
  if (caseIds.length === 0) return;
  await session.kysely
    .deleteFrom('case_mutes')
    .where(idsIn(session, 'case_id', caseIds))
    .execute();
};
