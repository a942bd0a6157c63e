import type { Context } from '../../platform/context.ts';
import type { LoggedEvent } from '../../platform/events/logged-event.ts';
import { type ActivityType, isActivityType, readPayload } from './activity.ts';
import { selectCommentAuthors, selectCreators } from './event-subjects.store.ts';

/** An event about a case, with what the event itself does not tell. */
export interface CaseEvent extends LoggedEvent {
  readonly type: ActivityType;
  readonly caseId: number;
  readonly spaceId: number;
  /** Who did it, also when somebody else sent it in their name; null when the operator of the machine did. */
  readonly userId: number | null;
  readonly comment: EventComment | null;
}

/** The comment that an event is about. */
interface EventComment {
  readonly id: number;
  readonly authorId: number;
  readonly isInternal: boolean;
}

/** Those of the events that feeds show, together with whom and what they are about. */
export const caseEventsOf = async (ctx: Context, events: readonly LoggedEvent[]): Promise<CaseEvent[]> => {
  const shown = events.flatMap(toCaseEvent);
  const created = shown.filter(({ type }) => type === 'case.created').map(({ caseId }) => caseId);
  const creators = await selectCreators(ctx.db, created);
  const comments = await selectCommentAuthors(ctx.db, shown.flatMap(commentIdOf));
  return shown.map((event) => {
    const comment = comments.get(commentIdOf(event)[0] ?? 0) ?? null;
    return { ...event, comment, userId: doerOf(event, creators, comment) };
  });
};

/** The cases that were deleted for good, by these events: nobody is told of them any more. */
export const purgedIn = (events: readonly LoggedEvent[]): number[] =>
  events.flatMap(({ type, caseId }) => (type === 'case.purged' && caseId !== null ? [caseId] : []));

type BareEvent = Omit<CaseEvent, 'comment' | 'userId'>;

const toCaseEvent = (event: LoggedEvent): BareEvent[] => {
  const { type, caseId, spaceId } = event;
  return isActivityType(type) && caseId !== null && spaceId !== null ? [{ ...event, type, caseId, spaceId }] : [];
};

const commentIdOf = ({ payload }: LoggedEvent): number[] => {
  const { commentId } = readPayload(payload);
  return commentId === null ? [] : [commentId];
};

const doerOf = (
  { type, caseId, actorId }: BareEvent,
  creators: ReadonlyMap<number, number>,
  comment: EventComment | null,
): number | null => {
  if (type === 'case.created') return creators.get(caseId) ?? actorId;
  if (type === 'comment.created') return comment?.authorId ?? actorId;
  return actorId;
};
