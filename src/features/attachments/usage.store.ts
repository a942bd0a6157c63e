import { prepared } from '../../platform/database/prepared.ts';
import type { Session } from '../../platform/database/session.ts';

/** The only row. */
const ROW = 1;

const current = prepared((db) =>
  db.selectFrom('attachment_usage').select('byte_count as byteCount').where('id', '=', ROW),
);

/** How many bytes all attachments together have. */
export const selectUsage = async (session: Session): Promise<number> =>
  (await current.first(session, {}))?.byteCount ?? 0;

/** Adds to what all attachments have, and answers how much that is then. Other transactions that add wait for this one. */
export const addUsage = async ({ kysely }: Session, bytes: number): Promise<number> => {
  const { byteCount } = await kysely
    .insertInto('attachment_usage')
    .values({ id: ROW, byte_count: bytes })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet(({ eb, ref }) => ({
        byte_count: eb('attachment_usage.byte_count', '+', ref('excluded.byte_count')),
      })),
    )
    .returning('byte_count as byteCount')
    .executeTakeFirstOrThrow();
  return byteCount;
};
