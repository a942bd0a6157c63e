import type { Context } from '../../platform/context.ts';
import { type Mailer, UnsentError } from '../../platform/mail/mailer.ts';
import { findUser } from '../users/find-user.ts';
import { makePasswordLink } from '../users/make-password-link.ts';
import type { User } from '../users/user.ts';
import { getWorkspace } from '../workspace/get-workspace.ts';
import { composeMail } from './compose-mail.ts';
import { type Mail, pauseAfter, RETRIED_MS } from './mail.ts';
import { deleteMail, postponeMail } from './mails.store.ts';
import { requireMailer } from './require-mailer.ts';

/** Sends a mail once, and sees to it that it is sent again when that fails. Who has no access any more gets none. */
export const attemptMail = async (ctx: Context, mail: Mail, signal?: AbortSignal): Promise<void> => {
  const mailer = requireMailer(ctx);
  const user = await findUser(ctx, mail.userId);
  if (user?.active !== true || user.email === '') return done(ctx, mail);
  const error = await failureOf(() => send(ctx, { mailer, mail, user, signal }));
  if (error === undefined) return done(ctx, mail);
  // Cut off because the program stops: that says nothing about the other side, and somebody else sends it again.
  if (signal?.aborted === true) {
    return ctx.inTransaction((tx) => postponeMail(tx.db, { ...mail, dueAt: tx.now }));
  }
  await recordFailure(ctx, { mailer, mail, error });
};

interface Sending {
  readonly mailer: Mailer;
  readonly mail: Mail;
  readonly user: User;
  readonly signal: AbortSignal | undefined;
}

/** Each attempt has a link of its own: no database keeps one to be sent again. */
const send = async (ctx: Context, { mailer, mail, user, signal }: Sending): Promise<void> => {
  const { kind, language, userId } = mail;
  const { name: workspace } = await getWorkspace(ctx);
  const token = await ctx.inTransaction((tx) => makePasswordLink(tx, { userId }));
  const link = `${mailer.publicUrl}/password/${token}`;
  await mailer.send(composeMail({ kind, language, user, workspace, link }), workspace, signal);
};

const failureOf = async (work: () => Promise<void>): Promise<unknown> => {
  try {
    await work();
    return undefined;
  } catch (error) {
    return error ?? new Error('Nothing was said.');
  }
};

interface RecordFailure {
  readonly mailer: Mailer;
  readonly mail: Mail;
  readonly error: unknown;
}

const recordFailure = async (ctx: Context, { mailer, mail, error }: RecordFailure): Promise<void> => {
  const { id: mailId, userId } = mail;
  const attempts = mail.attempts + 1;
  const dueAt = ctx.now + pauseAfter(attempts);
  const isGivenUp = (error instanceof UnsentError && error.isFinal) || dueAt - mail.createdAt > RETRIED_MS;
  await ctx.inTransaction((tx) =>
    isGivenUp ? deleteMail(tx.db, mailId) : postponeMail(tx.db, { id: mailId, attempts, dueAt }),
  );
  mailer.tellFailure({ mailId, userId, attempts, isGivenUp, error });
};

const done = (ctx: Context, { id }: Mail): Promise<void> => ctx.inTransaction((tx) => deleteMail(tx.db, id));
