import { invalidField } from '../../../kernel/errors.ts';
import type { Context } from '../../../platform/context.ts';
import type { Case } from '../case.ts';
import { findVisibleCase } from '../visible-case.ts';
import {
  selectCountsAt,
  selectRevisionAt,
  selectTimeOfRevision,
  selectUpdatedBy,
  selectValuesBefore,
} from './case-at.store.ts';

interface GetCaseAt {
  readonly caseId: number;
  /** One of the two: a revision, which stands for the time until the next one, or a time in milliseconds since 1970. */
  readonly revision?: number | undefined;
  readonly time?: number | undefined;
}

interface CaseAt {
  /** `deletedAt` is set when the case was in the bin. Files are counted as far as they are there still. */
  readonly found: Case;
  /** Counted for whoever acts. */
  readonly commentCount: number;
}

/**
 * The case as it was at a revision or at a time: put together from what it is and from what was changed since. Who
 * sees a case sees what it was. Throws CASE_NOT_FOUND, and FIELDS_INVALID for what was never.
 */
export const getCaseAt = async (ctx: Context, { caseId, ...moment }: GetCaseAt): Promise<CaseAt> => {
  const { found: now, access } = await findVisibleCase(ctx, { caseId });
  const revision = await requireRevisionAt(ctx, now, moment);
  const found = await stateAt(ctx, now, revision, await endOf(ctx, now, revision, moment.time));
  const internal = access.may('InternalComments') ? found.internalCommentCount : 0;
  return { found, commentCount: found.commentCount + internal };
};

const requireRevisionAt = async (ctx: Context, now: Case, { revision, time }: Omit<GetCaseAt, 'caseId'>) => {
  if ((revision === undefined) === (time === undefined)) {
    throw invalidField('revision', 'or time must be given, one of the two');
  }
  if (time === undefined) return requireKnownRevision(now, revision ?? 0);
  if (time < now.createdAt) {
    throw invalidField('time', `must not be before the case was created, ${new Date(now.createdAt).toISOString()}`);
  }
  // What was brought along from elsewhere has no history from before.
  return (await selectRevisionAt(ctx.db, { caseId: now.id, at: time })) ?? 1;
};

const requireKnownRevision = (now: Case, revision: number): number => {
  if (revision <= now.revision) return revision;
  throw invalidField('revision', `must be at most ${now.revision}, which the case is at`);
};

/** The last moment at which the case was what is asked for; undefined when that is now. */
const endOf = async (ctx: Context, now: Case, revision: number, time: number | undefined) => {
  if (time !== undefined) return time < ctx.now ? time : undefined;
  const next = await selectTimeOfRevision(ctx.db, { caseId: now.id, revision: revision + 1 });
  return next === undefined ? undefined : next - 1;
};

const stateAt = async (ctx: Context, now: Case, revision: number, end: number | undefined): Promise<Case> => {
  if (end === undefined) return now;
  const of = { caseId: now.id, revision };
  const counts = await selectCountsAt(ctx.db, { caseId: now.id, at: end });
  const changedAt = (await selectUpdatedBy(ctx.db, of)) ?? now.createdAt;
  const values = Object.fromEntries(await selectValuesBefore(ctx.db, of)) as Partial<Case>;
  return { ...now, ...values, ...counts, revision, updatedAt: Math.max(changedAt, counts.updatedAt) };
};
