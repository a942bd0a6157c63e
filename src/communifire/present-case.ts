import type { Case } from '../features/cases/case.ts';
import { getConfiguration } from '../features/spaces/space-configuration.ts';
import { findUser } from '../features/users/find-user.ts';
import type { Context } from '../platform/context.ts';
import type { WireCase } from './case.wire.ts';
import { isoInZone, isoUtc } from './dates.ts';

/** The case with the names of all it refers to: none is the ID 0 and the name "". */
export const presentCase = async (ctx: Context, found: Case): Promise<WireCase> => {
  const configuration = await getConfiguration(ctx, found.spaceId);
  const assignee = found.assigneeId === null ? undefined : await findUser(ctx, found.assigneeId);
  const reporter = await findUser(ctx, found.reporterId);
  const reader = ctx.actor.userId === null ? undefined : await findUser(ctx, ctx.actor.userId);
  const timeZone = reader?.timeZone ?? 'UTC';
  const status = configuration.statuses.get(found.statusId);
  return {
    IssueID: found.id,
    IssueTitle: found.title,
    IssueDescription: found.description,
    SpaceID: found.spaceId,
    SpaceName: configuration.space.name,
    ProjectID: found.projectId,
    ProjectTitle: configuration.projects.get(found.projectId)?.title ?? '',
    ProjectSectionID: found.sectionId ?? 0,
    ProjectSectionName: configuration.sections.get(found.sectionId ?? 0)?.name ?? '',
    MilestoneID: found.milestoneId ?? 0,
    MilestoneTitle: configuration.milestones.get(found.milestoneId ?? 0)?.title ?? '',
    IssueStatusID: found.statusId,
    IssueStatusName: status?.name ?? '',
    StatusColorCssClass: status?.cssClass ?? '',
    IssuePriorityID: found.priorityId,
    IssuePriorityName: configuration.priorities.get(found.priorityId)?.name ?? '',
    AssignedToUserID: found.assigneeId ?? 0,
    AssignedToUserDisplayName: assignee?.displayName ?? '',
    ReportedByUserID: found.reporterId,
    ReportedByUserName: reporter?.username ?? '',
    ReportedByUserDisplayName: reporter?.displayName ?? '',
    ReportedByUserAvatarImageUrl: '',
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
