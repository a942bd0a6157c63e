import { sql } from 'kysely';
import { idsIn } from '../../platform/database/ids-in.ts';
import { prepared } from '../../platform/database/prepared.ts';
import type { Session } from '../../platform/database/session.ts';
import { type Case, dayOf } from './case.ts';

/** The columns of a case, tags and recipients as comma-separated lists: neither can contain a comma. */
export const caseColumns = [
  'cases.id',
  'cases.space_id as spaceId',
  'cases.project_id as projectId',
  'cases.section_id as sectionId',
  'cases.milestone_id as milestoneId',
  'cases.status_id as statusId',
  'cases.priority_id as priorityId',
  'cases.assignee_id as assigneeId',
  'cases.due_on as dueOn',
  'cases.reporter_id as reporterId',
  'cases.creator_id as creatorId',
  'cases.title',
  'cases.description',
  'cases.revision',
  'cases.comment_count as commentCount',
  'cases.internal_comment_count as internalCommentCount',
  'cases.attachment_count as attachmentCount',
  'cases.created_at as createdAt',
  'cases.updated_at as updatedAt',
  'cases.deleted_at as deletedAt',
] as const;

export const tagsOfCase = sql<string | null>`(select string_agg(name, ',' order by position)
  from case_tags where case_id = cases.id)`;
export const recipientsOfCase = sql<string | null>`(select string_agg(cast(user_id as text), ',' order by position)
  from case_recipients where case_id = cases.id)`;

export interface CaseRow extends Omit<Case, 'tags' | 'recipientIds' | 'dueOn'> {
  readonly dueOn: number | null;
  readonly tagsCsv: string | null;
  readonly recipientsCsv: string | null;
}

/** Property by property: copying "the rest" of a row costs twenty times as much. */
export const toCase = (row: CaseRow): Case => ({
  id: row.id,
  spaceId: row.spaceId,
  projectId: row.projectId,
  sectionId: row.sectionId,
  milestoneId: row.milestoneId,
  statusId: row.statusId,
  priorityId: row.priorityId,
  assigneeId: row.assigneeId,
  dueOn: row.dueOn === null ? null : dayOf(row.dueOn),
  reporterId: row.reporterId,
  creatorId: row.creatorId,
  title: row.title,
  description: row.description,
  revision: row.revision,
  commentCount: row.commentCount,
  internalCommentCount: row.internalCommentCount,
  attachmentCount: row.attachmentCount,
  createdAt: row.createdAt,
  updatedAt: row.updatedAt,
  deletedAt: row.deletedAt,
  tags: row.tagsCsv === null ? [] : row.tagsCsv.split(','),
  recipientIds: row.recipientsCsv === null ? [] : row.recipientsCsv.split(',').map(Number),
});

const byId = prepared((db, value: { id: number }) =>
  db
    .selectFrom('cases')
    .select([...caseColumns, tagsOfCase.as('tagsCsv'), recipientsOfCase.as('recipientsCsv')])
    .where('cases.id', '=', value.id),
);

const lockById = prepared((db, value: { id: number }) =>
  db.selectFrom('cases').select('id').where('id', '=', value.id).forUpdate(),
);

/** The case as it stands. */
export const selectCase = async (session: Session, id: number): Promise<Case | undefined> => {
  const { recentCases: recent } = session;
  const moment = recent?.moment() ?? 0;
  const known = recent?.get(id);
  if (known !== undefined) return known as Case;
  const row = await byId.first(session, { id });
  if (row === undefined) return undefined;
  const found = toCase(row);
  recent?.keep(found, moment);
  return found;
};

/** The case as it stands, kept from other writers until the transaction ends. */
export const lockCase = async (session: Session, id: number): Promise<Case | undefined> => {
  // SQLite has one writer at a time and no row locks. PostgreSQL reads the case in a statement of its own: a statement
  // that had to wait for the lock would see the new row, but tags and recipients as they were when it began to wait.
  if (session.dialect === 'postgres') await lockById.first(session, { id });
  return selectCase(session, id);
};

/** Keeps these cases from other writers until the transaction ends, one after the other in ascending order. */
export const lockCases = async (session: Session, ids: readonly number[]): Promise<void> => {
  if (session.dialect !== 'postgres') return;
  const locked = session.kysely
    .selectFrom('cases')
    .select('id')
    .where(idsIn(session, 'cases.id', ids));
  await locked.orderBy('id').forUpdate().execute();
};
