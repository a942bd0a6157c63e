import { DomainError } from '../../kernel/errors.ts';
import { perHour } from '../../platform/attempts/attempt-limit.ts';
import { beginAttempt } from '../../platform/attempts/attempts.ts';
import type { Context } from '../../platform/context.ts';
import { appendEvent } from '../../platform/events/append-event.ts';
import { leasedJob } from '../../platform/jobs/leased-job.ts';
import { findUsersToMail } from '../users/find-users-to-mail.ts';
import type { User } from '../users/user.ts';
import { insertMail } from './mails.store.ts';
import type { PasswordRequest } from './password-request.ts';
import { deleteRequest, leaseRequest, selectWaitingRequest } from './password-requests.store.ts';
import { whereMailIsSent } from './where-mail-is-sent.ts';

/** How many mails one person gets because somebody asks, an hour: whoever asks may be somebody else. */
const MAILS_PER_HOUR = 3;

const mailsToOne = perHour('password mail', MAILS_PER_HOUR);

/** Finds out who asks for a new password, and lets a mail be sent to each of them: those who share an address, too. */
export const answerPasswordRequests = whereMailIsSent(
  leasedJob({
    name: 'answer password requests',
    selectWaiting: selectWaitingRequest,
    lease: leaseRequest,
    perform: (ctx, request) => answer(ctx, request),
  }),
);

const answer = async (ctx: Context, { id, sought, language }: PasswordRequest): Promise<void> => {
  const users: User[] = [];
  for (const user of await findUsersToMail(ctx, { usernameOrEmail: sought })) {
    if (await mayBeMailed(ctx, user)) users.push(user);
  }
  await ctx.inTransaction(async (tx) => {
    if (!(await deleteRequest(tx.db, id))) return;
    for (const { id: userId } of users) {
      await insertMail(tx.db, { kind: 'password-forgotten', userId, language, createdAt: tx.now });
      await appendEvent(tx, { type: 'user.password_link_issued', payload: { userId } });
    }
  });
};

/** Counts it; what is too much is passed over in silence, as everything about who there is. */
const mayBeMailed = async (ctx: Context, { id }: User): Promise<boolean> => {
  try {
    await beginAttempt(ctx, { limit: mailsToOne, subject: String(id) });
    return true;
  } catch (error) {
    if (error instanceof DomainError && error.code === 'TOO_MANY_ATTEMPTS') return false;
    throw error;
  }
};
