import type { Context } from '../../../platform/context.ts';
import type { Case } from '../case.ts';
import { caseReferences, referencesOf } from '../case-references.ts';
import { visibleCommentCount } from '../visible-comment-count.ts';

/** A case as it stands in an exported file: names beside IDs, instants as RFC 3339 writes them. */
export interface ExportedCase {
  readonly id: number;
  /** What it is called where it was imported from. */
  readonly externalId: string | null;
  readonly title: string;
  /** Sanitised HTML. */
  readonly description: string;
  readonly spaceId: number;
  readonly space: string | null;
  readonly projectId: number;
  readonly project: string | null;
  readonly sectionId: number | null;
  readonly section: string | null;
  readonly milestoneId: number | null;
  readonly milestone: string | null;
  readonly statusId: number;
  readonly status: string | null;
  readonly isClosed: boolean;
  readonly priorityId: number;
  readonly priority: string | null;
  readonly assigneeId: number | null;
  readonly assignee: string | null;
  /** Its own due date, as 2026-11-24. */
  readonly dueOn: string | null;
  readonly reporterId: number;
  readonly reporter: string | null;
  readonly creatorId: number;
  readonly creator: string | null;
  readonly tags: readonly string[];
  readonly recipientIds: readonly number[];
  readonly recipients: readonly string[];
  readonly commentCount: number;
  readonly attachmentCount: number;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** Every property, in the order of a table's columns: one that is not here does not compile. */
const order: Readonly<Record<keyof ExportedCase, true>> = {
  id: true,
  externalId: true,
  title: true,
  description: true,
  spaceId: true,
  space: true,
  projectId: true,
  project: true,
  sectionId: true,
  section: true,
  milestoneId: true,
  milestone: true,
  statusId: true,
  status: true,
  isClosed: true,
  priorityId: true,
  priority: true,
  assigneeId: true,
  assignee: true,
  dueOn: true,
  reporterId: true,
  reporter: true,
  creatorId: true,
  creator: true,
  tags: true,
  recipientIds: true,
  recipients: true,
  commentCount: true,
  attachmentCount: true,
  createdAt: true,
  updatedAt: true,
};
export const exportedColumns = Object.keys(order) as readonly (keyof ExportedCase)[];

interface Named {
  readonly name?: string;
  readonly title?: string;
  readonly username?: string;
  readonly isClosed?: boolean;
}

/** The case with the names of what it refers to; people by their user names, which are unique. */
export const exportedCase = async (ctx: Context, found: Case, externalId: string | null): Promise<ExportedCase> => {
  const references = await referencesOf(ctx, { found, names: caseReferences });
  const named = (name: (typeof caseReferences)[number]) => references[name] as Named | null | undefined;
  const nameOf = (name: (typeof caseReferences)[number]): string | null => {
    const reference = named(name);
    return reference?.username ?? reference?.name ?? reference?.title ?? null;
  };
  return {
    ...{ id: found.id, externalId, title: found.title, description: found.description },
    ...{ spaceId: found.spaceId, space: nameOf('space') },
    ...{ projectId: found.projectId, project: nameOf('project') },
    ...{ sectionId: found.sectionId, section: nameOf('section') },
    ...{ milestoneId: found.milestoneId, milestone: nameOf('milestone') },
    ...{ statusId: found.statusId, status: nameOf('status'), isClosed: named('status')?.isClosed === true },
    ...{ priorityId: found.priorityId, priority: nameOf('priority') },
    ...{ assigneeId: found.assigneeId, assignee: nameOf('assignee') },
    dueOn: found.dueOn,
    ...{ reporterId: found.reporterId, reporter: nameOf('reporter') },
    ...{ creatorId: found.creatorId, creator: nameOf('creator') },
    ...{ tags: found.tags, recipientIds: found.recipientIds },
    recipients: (references.recipients as readonly Named[]).map(({ username = '' }) => username),
    ...{ commentCount: await visibleCommentCount(ctx, found), attachmentCount: found.attachmentCount },
    createdAt: new Date(found.createdAt).toISOString(),
    updatedAt: new Date(found.updatedAt).toISOString(),
  };
};
