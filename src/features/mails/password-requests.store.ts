import type { Lease } from '../../platform/database/lease.ts';
import { prepared } from '../../platform/database/prepared.ts';
import type { Session } from '../../platform/database/session.ts';
import type { MailLanguage } from './mail.ts';
import type { PasswordRequest } from './password-request.ts';

type NewPasswordRequest = Omit<PasswordRequest, 'id'> & { readonly createdAt: number };

export const insertPasswordRequest = async ({ kysely }: Session, request: NewPasswordRequest): Promise<void> => {
  const { sought, language, createdAt } = request;
  await kysely
    .insertInto('password_requests')
    .values({ sought, language, created_at: createdAt, leased_until: 0 })
    .execute();
};

const waiting = prepared((db, value: { now: number }) =>
  db.selectFrom('password_requests').select('id').where('leased_until', '<=', value.now).orderBy('id').limit(1),
);

/** The request that nobody is at and that was made first. */
export const selectWaitingRequest = async (session: Session, now: number): Promise<number | undefined> =>
  (await waiting.first(session, { now }))?.id;

/** Keeps a request from others until then; undefined when somebody was faster. */
export const leaseRequest = async (
  { kysely }: Session,
  { id, now, until }: Lease,
): Promise<PasswordRequest | undefined> => {
  const row = await kysely
    .updateTable('password_requests')
    .set({ leased_until: until })
    .where('id', '=', id)
    .where('leased_until', '<=', now)
    .returning(['id', 'sought', 'language'])
    .executeTakeFirst();
  return row && { ...row, language: row.language as MailLanguage };
};

/** False when it is gone already. */
export const deleteRequest = async ({ kysely }: Session, id: number): Promise<boolean> =>
  (await kysely.deleteFrom('password_requests').where('id', '=', id).returning('id').executeTakeFirst()) !== undefined;

export const deleteRequestsBefore = async ({ kysely }: Session, before: number): Promise<void> => {
  await kysely.deleteFrom('password_requests').where('created_at', '<', before).execute();
};
