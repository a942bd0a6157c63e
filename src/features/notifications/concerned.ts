import type { CaseEvent } from '../activities/event-subjects.ts';
import { type CasePeople, type Concerned, type NotificationReason, strongestReasons } from './notification.ts';

type Person = readonly [userId: number | null, reason: NotificationReason];

/** Whom an event concerns, whether or not they may hear of it; never whoever did it. */
export const concernedBy = (event: CaseEvent, people: CasePeople): Concerned => {
  const concerned = new Map(strongestReasons(isLike(event) ? [liked(event, people)] : told(event, people)));
  for (const doer of [event.userId, event.actorId]) if (doer !== null) concerned.delete(doer);
  return concerned;
};

const isLike = ({ type }: CaseEvent): boolean => type === 'case.liked' || type === 'comment.liked';

const liked = ({ type, comment }: CaseEvent, { reporterId }: CasePeople): Person => [
  type === 'case.liked' ? reporterId : (comment?.authorId ?? null),
  'liked',
];

const told = ({ at, payload }: CaseEvent, people: CasePeople): Person[] => [
  ...idsIn(payload['mentionedUserIds']).map((userId): Person => [userId, 'mentioned']),
  ...idsIn([payload['assigneeId']]).map((userId): Person => [userId, 'assigned']),
  [people.assigneeId, 'assignee'],
  [people.reporterId, 'reporter'],
  ...people.recipientIds.map((userId): Person => [userId, 'recipient']),
  ...people.commenters.filter(({ since }) => since <= at).map(({ userId }): Person => [userId, 'commenter']),
];

const idsIn = (list: unknown): number[] =>
  Array.isArray(list) ? list.filter((id): id is number => typeof id === 'number') : [];
