import { type Static, Type } from 'typebox';
import type { Context } from '../../platform/context.ts';
import { encodeCursor, idInCursor } from '../../platform/http/api/cursor.ts';
import { Id } from '../../platform/http/api/ids.ts';
import { optionalTimestamp, Timestamp, timestamp } from '../../platform/http/api/instants.ts';
import { pageOf, pageQuery } from '../../platform/http/api/page.ts';
import { browseNotifications } from './browse-notifications.ts';
import { countUnread, countUnreadNow } from './count-unread.ts';
import { NOTICED_TYPE, type Notice, noticeReasons, webhookFailures } from './notice.ts';
import { notificationReasons, type ToldNotification, type UnreadInSpace } from './notification.ts';

/** How many notifications one request may mark by their IDs. */
const MAX_MARKED = 1_000;

const optionalId = (description: string) => Type.Union([Type.Integer({ minimum: 1 }), Type.Null()], { description });
const optionalText = (description: string) => Type.Union([Type.String(), Type.Null()], { description });

/** What one is told. */
export const ApiNotification = Type.Object(
  {
    id: Type.Integer({ minimum: 1, description: 'The ID; newer ones have higher IDs.' }),
    reason: Type.Enum([...notificationReasons, ...noticeReasons], { description: 'Why you are told.' }),
    isRead: Type.Boolean({ description: 'Whether it was marked as read.' }),
    readAt: Type.Union([Type.String({ format: 'date-time' }), Type.Null()], {
      description: 'When it was marked as read; null as long as it is unread.',
    }),
    createdAt: Timestamp('When it happened.'),
    type: Type.String({ description: 'What happened, for example case.updated, comment.created or webhook.disabled.' }),
    eventId: Type.Integer({ minimum: 1, description: 'The event in the log that it is about.' }),
    actorId: optionalId('Who did it; null when it was done at the server itself.'),
    spaceId: optionalId('The space of the case or the webhook; null for the whole workspace.'),
    caseId: optionalId('The case that it is about; null for none.'),
    caseTitle: optionalText('The title of the case, as it is today; null for none.'),
    changedProperties: Type.Array(Type.String(), { description: 'The properties that an update changed.' }),
    commentId: optionalId('The comment that it is about; null for none.'),
    commentText: optionalText('The beginning of the comment, as safe HTML; null for none.'),
    fileName: optionalText('The name of the file that was attached; null for none.'),
    webhookId: optionalId('The webhook that was switched off; null for none.'),
    webhookUrl: optionalText('Where it led.'),
    webhookFailure: Type.Union([Type.Enum([...webhookFailures]), Type.Null()], {
      description: 'Why it was switched off: everything failed for a day, or the other side said 410 Gone.',
    }),
  },
  { $id: 'Notification', additionalProperties: false, description: 'Something you are told.' },
);

/** The notification on the wire. */
export const presentNotification = ({
  id,
  reason,
  readAt,
  about,
}: ToldNotification): Static<typeof ApiNotification> => ({
  id,
  reason,
  isRead: readAt !== null,
  readAt: optionalTimestamp(readAt),
  ...('notice' in about ? presentNotice(about.notice) : presentActivity(about.activity)),
});

type ToldActivity = Extract<ToldNotification['about'], { readonly activity: unknown }>['activity'];

const presentActivity = (activity: ToldActivity) => ({
  createdAt: timestamp(activity.at),
  type: activity.type,
  eventId: activity.eventId,
  actorId: activity.userId,
  spaceId: activity.spaceId,
  caseId: activity.caseId,
  caseTitle: activity.title,
  changedProperties: [...activity.changed],
  commentId: activity.comment?.id ?? null,
  commentText: activity.comment?.text ?? null,
  fileName: activity.fileName === '' ? null : activity.fileName,
  ...{ webhookId: null, webhookUrl: null, webhookFailure: null },
});

const presentNotice = ({ at, eventId, spaceId, webhookId, url, failure }: Notice) => ({
  ...{ createdAt: timestamp(at), type: NOTICED_TYPE, eventId, actorId: null, spaceId },
  ...{ caseId: null, caseTitle: null, changedProperties: [], commentId: null, commentText: null, fileName: null },
  ...{ webhookId, webhookUrl: url, webhookFailure: failure },
});

/** The parameters of the list. */
export const NotificationQuery = Type.Object(
  {
    ...pageQuery,
    unread: Type.Optional(Type.Boolean({ default: false, description: 'Only those that are unread.' })),
    spaceId: Type.Optional(Id('Only those of this space: about its cases, or its webhooks.')),
  },
  { additionalProperties: false },
);

/** A page of notifications. */
export const NotificationPage = pageOf(ApiNotification);

/** The page that the parameters ask for. Throws FIELDS_INVALID, SPACE_NOT_FOUND. */
export const notificationPage = async (
  ctx: Context,
  { limit, cursor, unread: unreadOnly = false, spaceId }: Static<typeof NotificationQuery>,
): Promise<Static<typeof NotificationPage>> => {
  const beforeId = idInCursor(cursor);
  const { notifications, lastId } = await browseNotifications(ctx, { limit, beforeId, unreadOnly, spaceId });
  return { items: notifications.map(presentNotification), next: lastId === undefined ? null : encodeCursor([lastId]) };
};

/** How much is unread. */
export const NotificationCounts = Type.Object(
  {
    unread: Type.Integer({ minimum: 0, description: 'How many notifications are unread.' }),
    spaces: Type.Array(
      Type.Object({
        spaceId: Id('The space.'),
        unread: Type.Integer({ minimum: 1, description: 'How many of them are of this space.' }),
      }),
      { description: 'The same by space; spaces without any are left out, and so is what belongs to no space.' },
    ),
  },
  { $id: 'NotificationCounts', additionalProperties: false, description: 'How much is unread.' },
);

/** What is unread by now, on the wire. */
export const notificationCounts = async (ctx: Context): Promise<Static<typeof NotificationCounts>> =>
  presentCounts(await countUnreadNow(ctx));

/** What was marked, and what is unread after it, on the wire. */
export const markedNotifications = async (
  ctx: Context,
  marked: readonly number[],
): Promise<Static<typeof MarkedNotifications>> => ({
  marked: marked.length,
  counts: presentCounts(await countUnread(ctx)),
});

const presentCounts = (spaces: readonly UnreadInSpace[]): Static<typeof NotificationCounts> => ({
  unread: spaces.reduce((sum, { unread }) => sum + unread, 0),
  spaces: spaces.flatMap(({ spaceId, unread }) => (spaceId === null ? [] : [{ spaceId, unread }])),
});

const isRead = Type.Boolean({ description: 'True marks as read, false as unread again.' });

/** The body that changes one notification. */
export const NotificationPatch = Type.Object(
  { isRead },
  { $id: 'NotificationPatch', examples: [{ isRead: true }], additionalProperties: false },
);

/** The body that marks several notifications. */
export const MarkNotifications = Type.Object(
  {
    isRead,
    ids: Type.Optional(
      Type.Array(Type.Integer({ minimum: 1 }), {
        minItems: 1,
        maxItems: MAX_MARKED,
        description: 'These ones; what does not exist for you is passed over.',
      }),
    ),
    upTo: Type.Optional(
      Type.Integer({
        minimum: 1,
        description: 'Instead of `ids`, all up to this one: what came later stays as it is.',
      }),
    ),
    spaceId: Type.Optional(Id('Of them only those of this space.')),
  },
  {
    $id: 'MarkNotifications',
    examples: [{ isRead: true, upTo: 100, spaceId: 1 }],
    additionalProperties: false,
    description: 'Which notifications are marked, and how.',
  },
);

/** What marking has changed. */
export const MarkedNotifications = Type.Object(
  {
    marked: Type.Integer({ minimum: 0, description: 'How many were not marked so before.' }),
    counts: NotificationCounts,
  },
  { $id: 'MarkedNotifications', additionalProperties: false, description: 'What was marked, and what is unread now.' },
);
