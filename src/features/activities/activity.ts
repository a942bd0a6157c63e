/** The events that feeds show. */
const activityTypes = [
  'case.created',
  'case.updated',
  'case.deleted',
  'case.restored',
  'case.liked',
  'comment.created',
  'comment.updated',
  'comment.liked',
  'attachment.added',
] as const;
export type ActivityType = (typeof activityTypes)[number];

/** What the comment of an activity is for its readers. */
interface ActivityComment {
  readonly id: number;
  /** The beginning of its sanitised HTML. */
  readonly text: string;
}

/** Something that happened to a case, with the case as it is today. */
export interface Activity {
  readonly eventId: number;
  readonly type: ActivityType;
  /** In milliseconds since 1970-01-01T00:00:00Z. */
  readonly at: number;
  /** Who did it; null when the operator of the machine did. */
  readonly userId: number | null;
  readonly caseId: number;
  readonly spaceId: number;
  readonly title: string;
  /** The beginning of the description, sanitised HTML. */
  readonly description: string;
  readonly commentCount: number;
  readonly internalCommentCount: number;
  /** The properties that an update changed. */
  readonly changed: readonly string[];
  /** The name of an attached file; "" for everything else. */
  readonly fileName: string;
  readonly comment: ActivityComment | null;
}

/** What is read of an event's payload, whatever its type. */
export interface ActivityPayload {
  readonly changed: readonly string[];
  readonly commentId: number | null;
  readonly fileName: string;
}

/** The payload of an event as activities need it. */
export const readPayload = (payload: Readonly<Record<string, unknown>>): ActivityPayload => {
  const { changed, commentId, name } = payload;
  return {
    changed: Array.isArray(changed) ? changed.map(String) : [],
    commentId: typeof commentId === 'number' ? commentId : null,
    fileName: typeof name === 'string' ? name : '',
  };
};

/** Whether feeds show events of this type. */
export const isActivityType = (type: string): type is ActivityType =>
  (activityTypes as readonly string[]).includes(type);
