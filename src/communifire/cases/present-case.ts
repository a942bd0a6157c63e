import type { Attachment } from '../../features/attachments/attachment.ts';
import { attachmentsOfCases } from '../../features/attachments/attachments-of.ts';
import type { Case } from '../../features/cases/case.ts';
import { visibleCommentCount } from '../../features/cases/visible-comment-count.ts';
import { getConfiguration } from '../../features/spaces/space-configuration.ts';
import { findUser } from '../../features/users/find-user.ts';
import type { User } from '../../features/users/user.ts';
import type { Context } from '../../platform/context.ts';
import { presentAttachments } from '../attachments/present-attachment.ts';
import { isoInZone, isoUtc } from '../dates.ts';
import type { WireCase } from './case.wire.ts';

interface PresentCases {
  readonly cases: readonly Case[];
  /** Where the addresses of files begin. */
  readonly mediaRoot: string;
}

/** Cases with the names of all they refer to, none is the ID 0 and the name "", and with the files at them. */
export const presentCases = async (ctx: Context, { cases, mediaRoot }: PresentCases): Promise<WireCase[]> => {
  const attachments = await attachmentsOfCases(ctx, cases);
  return Promise.all(
    cases.map((each) => presentCase(ctx, each, { attachments: attachments.get(each.id) ?? [], mediaRoot })),
  );
};

/** The same for one. */
export const presentOneCase = async (
  ctx: Context,
  { found, mediaRoot }: { readonly found: Case; readonly mediaRoot: string },
): Promise<WireCase> => {
  const attachments = (await attachmentsOfCases(ctx, [found])).get(found.id) ?? [];
  return presentCase(ctx, found, { attachments, mediaRoot });
};

interface Files {
  readonly attachments: readonly Attachment[];
  readonly mediaRoot: string;
}

const presentCase = async (ctx: Context, found: Case, files: Files): Promise<WireCase> => {
  const configuration = await getConfiguration(ctx, found.spaceId);
  const { space, projects, sections, milestones, statuses, priorities } = configuration;
  const timeZone = (await optionalUser(ctx, ctx.actor.userId))?.timeZone ?? 'UTC';
  const assignee = (await optionalUser(ctx, found.assigneeId)) ?? nobody;
  const reporter = (await optionalUser(ctx, found.reporterId)) ?? nobody;
  const status = statuses.get(found.statusId);
  const commentCount = found.internalCommentCount === 0 ? found.commentCount : await visibleCommentCount(ctx, found);
  // One literal, without spreading parts into it: objects of this size are then made and written twice as fast.
  return {
    IssueID: found.id,
    IssueTitle: found.title,
    IssueDescription: found.description,
    SpaceID: found.spaceId,
    SpaceName: space.name,
    ProjectID: found.projectId,
    ProjectTitle: titleIn(projects, found.projectId),
    ProjectSectionID: idOrNone(found.sectionId),
    ProjectSectionName: nameIn(sections, found.sectionId),
    MilestoneID: idOrNone(found.milestoneId),
    MilestoneTitle: titleIn(milestones, found.milestoneId),
    IssueStatusID: found.statusId,
    IssueStatusName: nameIn(statuses, found.statusId),
    StatusColorCssClass: status?.cssClass ?? '',
    IssuePriorityID: found.priorityId,
    IssuePriorityName: nameIn(priorities, found.priorityId),
    AssignedToUserID: idOrNone(found.assigneeId),
    AssignedToUserDisplayName: assignee.displayName,
    ReportedByUserID: found.reporterId,
    ReportedByUserName: reporter.username,
    ReportedByUserDisplayName: reporter.displayName,
    ReportedByUserAvatarImageUrl: '',
    UserID: found.creatorId,
    DateCreated: isoUtc(found.createdAt),
    DateUpdated: isoUtc(found.updatedAt),
    DateCreatedWithRespectToUser: isoInZone(found.createdAt, timeZone),
    DateUpdatedWithRespectToUser: isoInZone(found.updatedAt, timeZone),
    CommentCount: commentCount,
    TagsCSV: found.tags.join(','),
    Tagname: found.tags.join(', '),
    RecipientUserIDCSV: found.recipientIds.join(','),
    Attachments: files.attachments.length === 0 ? [] : await presentAttachments(ctx, files),
  };
};

const nobody: Pick<User, 'username' | 'displayName'> = { username: '', displayName: '' };

const optionalUser = (ctx: Context, userId: number | null) => (userId === null ? undefined : findUser(ctx, userId));

const idOrNone = (id: number | null): number => id ?? 0;

const nameIn = (choices: ReadonlyMap<number, { readonly name: string }>, id: number | null): string =>
  choices.get(id ?? 0)?.name ?? '';

const titleIn = (choices: ReadonlyMap<number, { readonly title: string }>, id: number | null): string =>
  choices.get(id ?? 0)?.title ?? '';
