import type { CaseEvent } from '../activities/event-subjects.ts';
import type { CasePeople, Commenter, Concern, NotificationReason } from './notification.ts';

type Person = readonly [userId: number | null, reason: NotificationReason];

/** Whom an event concerns, for every reason there is, whether or not they may hear of it; never whoever did it. */
export const concernedBy = (event: CaseEvent, people: CasePeople): readonly Concern[] =>
  peopleOf(event, people).filter(
    (person): person is Concern => person[0] !== null && person[0] !== event.userId && person[0] !== event.actorId,
  );

const peopleOf = (event: CaseEvent, people: CasePeople): readonly Person[] => {
  if (event.type === 'case.liked' || event.type === 'comment.liked') return [liked(event, people)];
  // An edited comment is news only to those whom it mentions now.
  return event.type === 'comment.updated' ? mentioned(event) : told(event, people);
};

const mentioned = ({ payload }: CaseEvent): Person[] =>
  idsIn(payload['mentionedUserIds']).map((userId): Person => [userId, 'mentioned']);

const liked = ({ type, comment }: CaseEvent, { reporterId }: CasePeople): Person => [
  type === 'case.liked' ? reporterId : (comment?.authorId ?? null),
  'liked',
];

const told = (event: CaseEvent, people: CasePeople): Person[] => [
  ...mentioned(event),
  ...idsIn([event.payload['assigneeId']]).map((userId): Person => [userId, 'assigned']),
  [people.assigneeId, 'assignee'],
  [people.reporterId, 'reporter'],
  ...people.recipientIds.map((userId): Person => [userId, 'recipient']),
  ...commentersBefore(event, people).map(({ userId }): Person => [userId, 'commenter']),
];

/** Of two comments in the same millisecond the later one has the higher ID. */
const commentersBefore = ({ comment, at }: CaseEvent, { commenters }: CasePeople): readonly Commenter[] =>
  commenters.filter(({ since, firstCommentId }) => (comment === null ? since <= at : firstCommentId < comment.id));

const idsIn = (list: unknown): number[] =>
  Array.isArray(list) ? list.filter((id): id is number => typeof id === 'number') : [];
