import { prepared } from '../database/prepared.ts';
import type { Session } from '../database/session.ts';

const byName = prepared((db, value: { name: string }) =>
  db.selectFrom('secrets').select('value').where('name', '=', value.name),
);

export const selectSecret = async (session: Session, name: string): Promise<string | undefined> =>
  (await byName.first(session, { name }))?.value;

/** Writes the secret unless another process was faster. */
export const insertSecret = async ({ kysely }: Session, name: string, value: string): Promise<void> => {
  await kysely
    .insertInto('secrets')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
};
