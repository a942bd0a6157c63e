import type { Notification, NotificationReason } from '../../features/notifications/notification.ts';
import { getConfiguration } from '../../features/spaces/space-configuration.ts';
import { findUser } from '../../features/users/find-user.ts';
import type { Context } from '../../platform/context.ts';
import { ago, isoUtc } from '../dates.ts';
import { entityNumbers } from '../entity-types.ts';
import { actionText, activityText } from './action-text.ts';
import type { WireNotification } from './notification.wire.ts';
import { summaryOf } from './summary.ts';

const reasonTexts: Readonly<Record<NotificationReason, string>> = {
  mentioned: 'You were mentioned',
  assigned: 'The case was assigned to you',
  assignee: 'You are assigned to the case',
  reporter: 'You reported the case',
  recipient: 'You are kept informed about the case',
  commenter: 'You commented on the case',
  liked: 'You wrote what was liked',
};

/** One thing that somebody is told: about a comment where there is one, otherwise about the case. */
export const presentNotification = async (
  ctx: Context,
  { id, reason, activity }: Notification,
): Promise<WireNotification> => {
  const { space } = await getConfiguration(ctx, activity.spaceId);
  const doer = activity.userId === null ? undefined : await findUser(ctx, activity.userId);
  const from = doer?.displayName ?? '';
  const { comment } = activity;
  return {
    NotificationID: id,
    EntityType: comment === null ? entityNumbers.case : entityNumbers.comment,
    EntityID: comment?.id ?? activity.caseId,
    ParentEntityID: comment === null ? 0 : activity.caseId,
    SpaceID: activity.spaceId,
    SpaceName: space.name,
    ActivityAction: activity.type,
    ActionText: actionText(activity),
    Subject: activity.title,
    Summary: summaryOf(comment?.text ?? activity.description),
    NewsFeedText: `${from === '' ? 'Somebody' : from} ${activityText(activity)}: ${activity.title}`,
    ReasonText: reasonTexts[reason],
    FromUser: activity.userId ?? 0,
    FromUserInfoDisplayName: from,
    FromUserAvatarImageURL: '',
    DateCreated: isoUtc(activity.at),
    DateCreatedString: ago(activity.at, ctx.now),
  };
};
