import type { Lease } from '../../platform/database/lease.ts';
import { prepared } from '../../platform/database/prepared.ts';
import type { Session } from '../../platform/database/session.ts';
import type { Mail, MailKind, MailLanguage } from './mail.ts';

/** Adds what is to be sent as soon as possible. */
export const insertMail = async ({ kysely }: Session, mail: Omit<Mail, 'id' | 'attempts'>): Promise<void> => {
  const { kind, userId, language, createdAt } = mail;
  await kysely
    .insertInto('outgoing_mails')
    .values({
      ...{ kind, user_id: userId, language, attempts: 0 },
      ...{ created_at: createdAt, due_at: createdAt, leased_until: 0 },
    })
    .execute();
};

const due = prepared((db, value: { now: number }) =>
  db
    .selectFrom('outgoing_mails')
    .select('id')
    .where('due_at', '<=', value.now)
    .where('leased_until', '<=', value.now)
    .orderBy('due_at')
    .orderBy('id')
    .limit(1),
);

/** The mail that nobody is at and that has been due for the longest time. */
export const selectDueMail = async (session: Session, now: number): Promise<number | undefined> =>
  (await due.first(session, { now }))?.id;

/** Keeps a mail from others until then; undefined when somebody was faster. */
export const leaseMail = async ({ kysely }: Session, { id, now, until }: Lease): Promise<Mail | undefined> => {
  const row = await kysely
    .updateTable('outgoing_mails')
    .set({ leased_until: until })
    .where('id', '=', id)
    .where('due_at', '<=', now)
    .where('leased_until', '<=', now)
    .returning(['id', 'kind', 'user_id as userId', 'language', 'attempts', 'created_at as createdAt'])
    .executeTakeFirst();
  return row && { ...row, kind: row.kind as MailKind, language: row.language as MailLanguage };
};

interface Postponed {
  readonly id: number;
  readonly attempts: number;
  readonly dueAt: number;
}

/** Lets it wait until another attempt is due. */
export const postponeMail = async ({ kysely }: Session, { id, attempts, dueAt }: Postponed): Promise<void> => {
  await kysely
    .updateTable('outgoing_mails')
    .set({ attempts, due_at: dueAt, leased_until: 0 })
    .where('id', '=', id)
    .execute();
};

export const deleteMail = async ({ kysely }: Session, id: number): Promise<void> => {
  await kysely.deleteFrom('outgoing_mails').where('id', '=', id).execute();
};

export const deleteMailsBefore = async ({ kysely }: Session, before: number): Promise<void> => {
  await kysely.deleteFrom('outgoing_mails').where('created_at', '<', before).execute();
};
