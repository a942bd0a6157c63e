import type { Session } from '../database/session.ts';
import type { Tally } from './attempt-limit.ts';

export const selectTally = ({ kysely }: Session, subject: string): Promise<Tally | undefined> =>
  kysely
    .selectFrom('attempts')
    .select(['count', 'first_at as firstAt', 'last_at as lastAt'])
    .where('subject', '=', subject)
    .executeTakeFirst();

export const saveTally = async (
  { kysely }: Session,
  { subject, count, firstAt, lastAt }: Tally & { readonly subject: string },
): Promise<void> => {
  const tally = { count, first_at: firstAt, last_at: lastAt };
  await kysely
    .insertInto('attempts')
    .values({ subject, ...tally })
    .onConflict((conflict) => conflict.column('subject').doUpdateSet(tally))
    .execute();
};

export const deleteTally = async ({ kysely }: Session, subject: string): Promise<void> => {
  await kysely.deleteFrom('attempts').where('subject', '=', subject).execute();
};

/** Forgets what was last tried before an instant. */
export const deleteTalliesBefore = async ({ kysely }: Session, before: number): Promise<void> => {
  await kysely.deleteFrom('attempts').where('last_at', '<', before).execute();
};
