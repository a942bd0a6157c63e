import type { Session } from '../../platform/database/session.ts';
import type { CasePeople } from './notification.ts';

/** The people of these cases, by case. */
export const selectCasePeople = async (
  session: Session,
  caseIds: readonly number[],
): Promise<ReadonlyMap<number, CasePeople>> => {
  if (caseIds.length === 0) return new Map();
  const recipients = Map.groupBy(await selectRecipients(session, caseIds), ({ caseId }) => caseId);
  const commenters = Map.groupBy(await selectCommenters(session, caseIds), ({ caseId }) => caseId);
  const cases = await session.kysely
    .selectFrom('cases')
    .select(['id', 'space_id as spaceId', 'assignee_id as assigneeId', 'reporter_id as reporterId'])
    .where('id', 'in', caseIds)
    .execute();
  return new Map(
    cases.map(({ id, ...people }) => [
      id,
      {
        ...people,
        recipientIds: (recipients.get(id) ?? []).map(({ userId }) => userId),
        commenters: commenters.get(id) ?? [],
      },
    ]),
  );
};

const selectRecipients = ({ kysely }: Session, caseIds: readonly number[]) =>
  kysely
    .selectFrom('case_recipients')
    .select(['case_id as caseId', 'user_id as userId'])
    .where('case_id', 'in', caseIds)
    .execute();

const selectCommenters = ({ kysely }: Session, caseIds: readonly number[]) =>
  kysely
    .selectFrom('comments')
    .select(['case_id as caseId', 'author_id as userId'])
    .select(({ fn }) => [fn.min<number>('created_at').as('since'), fn.min<number>('id').as('firstCommentId')])
    .where('case_id', 'in', caseIds)
    .where('deleted_at', 'is', null)
    .groupBy(['case_id', 'author_id'])
    .execute();
