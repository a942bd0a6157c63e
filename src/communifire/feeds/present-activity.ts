import type { Activity } from '../../features/activities/activity.ts';
import { accessOfActor } from '../../features/spaces/space-access.ts';
import { getConfiguration } from '../../features/spaces/space-configuration.ts';
import { findUser } from '../../features/users/find-user.ts';
import type { Context } from '../../platform/context.ts';
import { ago, isoInZone, isoUtc } from '../dates.ts';
import { entityNumbers } from '../entity-types.ts';
import { actionText, activityText } from './action-text.ts';
import type { WireActivity } from './activity.wire.ts';
import { summaryOf } from './summary.ts';

/** An entry of the wall, about the case as it is today. */
export const presentActivity = async (ctx: Context, activity: Activity): Promise<WireActivity> => {
  const configuration = await getConfiguration(ctx, activity.spaceId);
  const access = await accessOfActor(ctx, configuration);
  const internalComments = access?.may('InternalComments') === true ? activity.internalCommentCount : 0;
  const doer = activity.userId === null ? undefined : await findUser(ctx, activity.userId);
  const viewer = ctx.actor.userId === null ? undefined : await findUser(ctx, ctx.actor.userId);
  return {
    ActivityID: activity.eventId,
    ActivityEntityType: entityNumbers.case,
    ActivityEntityTypeID: entityNumbers.case,
    ActivityEntityID: activity.caseId,
    UserID: activity.userId ?? 0,
    UserDisplayName: doer?.displayName ?? '',
    UserAvatarFullUrl: '',
    ActionText: actionText(activity),
    ActivityText: activityText(activity),
    SpaceID: activity.spaceId,
    SpaceName: configuration.space.name,
    Subject: activity.title,
    Summary: summaryOf(activity.comment?.text ?? activity.description),
    DateTimeSpan: ago(activity.at, ctx.now),
    EntityCommentCount: activity.commentCount + internalComments,
    DateCreated: isoUtc(activity.at),
    DateCreatedWithRespectToUser: isoInZone(activity.at, viewer?.timeZone ?? 'UTC'),
  };
};
