import type { BareCase } from './bare-rows.ts';

/** What the names in an answer come from, in memory. */
export interface BareNames {
  readonly spaces: ReadonlyMap<number, string>;
  readonly projects: ReadonlyMap<number, string>;
  readonly sections: ReadonlyMap<number, string>;
  readonly milestones: ReadonlyMap<number, string>;
  readonly statuses: ReadonlyMap<number, { readonly name: string; readonly cssClass: string }>;
  readonly priorities: ReadonlyMap<number, string>;
  readonly users: ReadonlyMap<number, { readonly username: string; readonly displayName: string }>;
}

type Rows = readonly Readonly<Record<string, unknown>>[];

/** Loads the names with any way to send a statement. */
export const loadNames = async (all: (sql: string) => Rows | Promise<Rows>): Promise<BareNames> => {
  const map = async <T>(sql: string, value: (row: Readonly<Record<string, unknown>>) => T) =>
    new Map((await all(sql)).map((row) => [Number(row['id']), value(row)]));
  const name = (row: Readonly<Record<string, unknown>>): string => String(row['name']);
  return {
    spaces: await map('select id, name from spaces', name),
    projects: await map('select id, title as name from projects', name),
    sections: await map('select id, name from sections', name),
    milestones: await map('select id, title as name from milestones', name),
    statuses: await map('select id, name, css_class as css from statuses', (row) => ({
      name: name(row),
      cssClass: String(row['css']),
    })),
    priorities: await map('select id, name from priorities', name),
    users: await map('select id, username, display_name as display from users', (row) => ({
      username: String(row['username']),
      displayName: String(row['display']),
    })),
  };
};

/** The answer to an update. */
export const writtenJson = (id: number): string =>
  `{"IsError":false,"ResponseMessage":"ToBePublished","ResponseData":${id}}`;

/** The answer to a read: one case or a list of cases. */
export const answerJson = (data: unknown): string =>
  JSON.stringify({ IsError: false, ResponseMessage: '', ResponseData: data });

/** None is the name "". */
const nameIn = (names: ReadonlyMap<number, string>, id: number | null): string => names.get(id ?? 0) ?? '';

/** The case with all properties that the program's answer has. */
export const presented = (found: BareCase, names: BareNames) => {
  const status = names.statuses.get(found.statusId);
  const reporter = names.users.get(found.reporterId);
  const created = new Date(found.createdAt).toISOString();
  const updated = new Date(found.updatedAt).toISOString();
  const tags = found.tagsCsv ?? '';
  return {
    IssueID: found.id,
    IssueTitle: found.title,
    IssueDescription: found.description,
    SpaceID: found.spaceId,
    SpaceName: nameIn(names.spaces, found.spaceId),
    ProjectID: found.projectId,
    ProjectTitle: nameIn(names.projects, found.projectId),
    ProjectSectionID: found.sectionId ?? 0,
    ProjectSectionName: nameIn(names.sections, found.sectionId),
    MilestoneID: found.milestoneId ?? 0,
    MilestoneTitle: nameIn(names.milestones, found.milestoneId),
    IssueStatusID: found.statusId,
    IssueStatusName: status?.name ?? '',
    StatusColorCssClass: status?.cssClass ?? '',
    IssuePriorityID: found.priorityId,
    IssuePriorityName: nameIn(names.priorities, found.priorityId),
    AssignedToUserID: found.assigneeId ?? 0,
    AssignedToUserDisplayName: names.users.get(found.assigneeId ?? 0)?.displayName ?? '',
    ReportedByUserID: found.reporterId,
    ReportedByUserName: reporter?.username ?? '',
    ReportedByUserDisplayName: reporter?.displayName ?? '',
    ReportedByUserAvatarImageUrl: '',
    UserID: found.creatorId,
    DateCreated: created,
    DateUpdated: updated,
    DateCreatedWithRespectToUser: created.replace('Z', '+00:00'),
    DateUpdatedWithRespectToUser: updated.replace('Z', '+00:00'),
    CommentCount: found.commentCount,
    TagsCSV: tags,
    Tagname: tags.replaceAll(',', ', '),
    RecipientUserIDCSV: found.recipientsCsv ?? '',
    Attachments: [],
  };
};
