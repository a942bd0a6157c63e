import { fold } from '../../platform/database/folded-text.ts';
import { prepared } from '../../platform/database/prepared.ts';
import { preparedInsert } from '../../platform/database/prepared-insert.ts';
import type { Session } from '../../platform/database/session.ts';
import type { Case } from './case.ts';

/** Sets what may have changed: a statement that names a column writes its indexes anew, also with the same value. */
const updateOf = (changed: { readonly placement: boolean; readonly description: boolean }) =>
  prepared((db, value: Case) =>
    db
      .updateTable('cases')
      .set({
        ...(changed.placement ? placement(value) : {}),
        title: value.title,
        ...(changed.description ? { description: value.description } : {}),
        revision: value.revision,
        updated_at: value.updatedAt,
      })
      .where('id', '=', value.id),
  );

const updateTitle = updateOf({ placement: false, description: false });
const updateTexts = updateOf({ placement: false, description: true });
const updatePlace = updateOf({ placement: true, description: false });
const updateAll = updateOf({ placement: true, description: true });

const placement = (value: Case) => ({
  space_id: value.spaceId,
  project_id: value.projectId,
  section_id: value.sectionId,
  milestone_id: value.milestoneId,
  status_id: value.statusId,
  priority_id: value.priorityId,
  assignee_id: value.assigneeId,
});

const isMoved = (before: Case, after: Case): boolean => {
  const [from, to] = [placement(before), placement(after)];
  return (Object.keys(from) as (keyof typeof from)[]).some((column) => from[column] !== to[column]);
};

export const updateCaseRow = async (session: Session, before: Case, after: Case): Promise<void> => {
  const hasNewText = before.description !== after.description;
  if (isMoved(before, after)) await (hasNewText ? updateAll : updatePlace).all(session, after);
  else await (hasNewText ? updateTexts : updateTitle).all(session, after);
};

type NewRow = Omit<Case, 'id' | 'tags' | 'recipientIds'>;

const rowOf = (created: NewRow) => ({
  ...placement(created as Case),
  reporter_id: created.reporterId,
  creator_id: created.creatorId,
  title: created.title,
  description: created.description,
  revision: created.revision,
  comment_count: created.commentCount,
  internal_comment_count: created.internalCommentCount,
  attachment_count: created.attachmentCount,
  created_at: created.createdAt,
  updated_at: created.updatedAt,
  deleted_at: created.deletedAt,
});

const insertNumbered = prepared((db, value: NewRow & { id: number }) =>
  db
    .insertInto('cases')
    .values({ id: value.id, ...rowOf(value) })
    .returning('id'),
);
const insertNext = prepared((db, value: NewRow) => db.insertInto('cases').values(rowOf(value)).returning('id'));

/** Inserts the case, with its number if it has one, and answers the number. */
export const insertCaseRow = async (session: Session, created: Omit<Case, 'id'> & { id?: number }): Promise<number> => {
  const { id } = created;
  const row = await (id === undefined ? insertNext : insertNumbered).first(session, created as Case);
  if (row === undefined) throw new Error('The database has not answered which number the case has.');
  return row.id;
};

const deleteTags = prepared((db, value: { caseId: number }) =>
  db.deleteFrom('case_tags').where('case_id', '=', value.caseId),
);
const insertTags = preparedInsert('case_tags', ['case_id', 'position', 'name', 'folded_name', 'space_id']);

type TaggedCase = Pick<Case, 'id' | 'tags' | 'spaceId' | 'deletedAt'>;

/** Writes the tags of a case anew, with where they count. */
export const replaceTags = async (session: Session, tagged: TaggedCase): Promise<void> => {
  await deleteTags.all(session, { caseId: tagged.id });
  await insertTags(session, tagRowsOf(tagged));
};

const tagRowsOf = ({ id, tags, ...place }: TaggedCase) => {
  const spaceId = place.deletedAt === null ? place.spaceId : null;
  return tags.map((name, position) => ({
    ...{ case_id: id, position, name },
    ...{ folded_name: fold(name), space_id: spaceId },
  }));
};

const deleteRecipients = prepared((db, value: { caseId: number }) =>
  db.deleteFrom('case_recipients').where('case_id', '=', value.caseId),
);
const insertRecipients = preparedInsert('case_recipients', ['case_id', 'position', 'user_id']);

const recipientRowsOf = (caseId: number, ids: readonly number[]) =>
  ids.map((userId, position) => ({ case_id: caseId, position, user_id: userId }));

export const replaceRecipients = async (session: Session, caseId: number, ids: readonly number[]): Promise<void> => {
  await deleteRecipients.all(session, { caseId });
  await insertRecipients(session, recipientRowsOf(caseId, ids));
};

/** Writes the tags and recipients of cases that have just been inserted. */
export const insertLists = async (session: Session, created: readonly Case[]): Promise<void> => {
  await insertTags(session, created.flatMap(tagRowsOf));
  await insertRecipients(
    session,
    created.flatMap(({ id, recipientIds }) => recipientRowsOf(id, recipientIds)),
  );
};
