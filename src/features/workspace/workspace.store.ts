import type { Session } from '../../platform/database/session.ts';

const ONLY_ROW = 1;

/** What it is called; undefined as long as nobody has named it. */
export const selectWorkspaceName = async ({ kysely }: Session): Promise<string | undefined> =>
  (await kysely.selectFrom('workspace').select('name').executeTakeFirst())?.name;

export const upsertWorkspaceName = async ({ kysely }: Session, name: string): Promise<void> => {
  await kysely
    .insertInto('workspace')
    .values({ id: ONLY_ROW, name })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ name }))
    .execute();
};
