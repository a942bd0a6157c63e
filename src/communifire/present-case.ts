import type { Case } from '../features/cases/case.ts';
import type { SpaceConfiguration } from '../features/spaces/space.ts';
import { getConfiguration } from '../features/spaces/space-configuration.ts';
import { findUser } from '../features/users/find-user.ts';
import type { Context } from '../platform/context.ts';
import type { WireCase } from './case.wire.ts';
import { isoInZone, isoUtc } from './dates.ts';

/** The case with the names of all it refers to: none is the ID 0 and the name "". */
export const presentCase = async (ctx: Context, found: Case): Promise<WireCase> => {
  const timeZone = (await optionalUser(ctx, ctx.actor.userId))?.timeZone ?? 'UTC';
  return {
    IssueID: found.id,
    IssueTitle: found.title,
    IssueDescription: found.description,
    ...presentPlace(found, await getConfiguration(ctx, found.spaceId)),
    ...(await presentPeople(ctx, found)),
    UserID: found.creatorId,
    DateCreated: isoUtc(found.createdAt),
    DateUpdated: isoUtc(found.updatedAt),
    DateCreatedWithRespectToUser: isoInZone(found.createdAt, timeZone),
    DateUpdatedWithRespectToUser: isoInZone(found.updatedAt, timeZone),
    CommentCount: found.commentCount,
    TagsCSV: found.tags.join(','),
    Tagname: found.tags.join(', '),
    RecipientUserIDCSV: found.recipientIds.join(','),
    Attachments: [],
  };
};

const presentPlace = (found: Case, { space, projects, sections, milestones, ...choices }: SpaceConfiguration) => {
  const status = choices.statuses.get(found.statusId);
  return {
    SpaceID: found.spaceId,
    SpaceName: space.name,
    ProjectID: found.projectId,
    ProjectTitle: projects.get(found.projectId)?.title ?? '',
    ProjectSectionID: found.sectionId ?? 0,
    ProjectSectionName: sections.get(found.sectionId ?? 0)?.name ?? '',
    MilestoneID: found.milestoneId ?? 0,
    MilestoneTitle: milestones.get(found.milestoneId ?? 0)?.title ?? '',
    IssueStatusID: found.statusId,
    IssueStatusName: status?.name ?? '',
    StatusColorCssClass: status?.cssClass ?? '',
    IssuePriorityID: found.priorityId,
    IssuePriorityName: choices.priorities.get(found.priorityId)?.name ?? '',
  };
};

const presentPeople = async (ctx: Context, { assigneeId, reporterId }: Case) => {
  const reporter = await findUser(ctx, reporterId);
  return {
    AssignedToUserID: assigneeId ?? 0,
    AssignedToUserDisplayName: (await optionalUser(ctx, assigneeId))?.displayName ?? '',
    ReportedByUserID: reporterId,
    ReportedByUserName: reporter?.username ?? '',
    ReportedByUserDisplayName: reporter?.displayName ?? '',
    ReportedByUserAvatarImageUrl: '',
  };
};

const optionalUser = (ctx: Context, userId: number | null) => (userId === null ? undefined : findUser(ctx, userId));
