import { fold } from '../../platform/database/folded-text.ts';
import { takeIds } from '../../platform/database/identity.ts';
import { inSent, sentIds } from '../../platform/database/ids-in.ts';
import { prepared } from '../../platform/database/prepared.ts';
import { preparedInsert } from '../../platform/database/prepared-insert.ts';
import { preparedShapes } from '../../platform/database/prepared-shapes.ts';
import { preparedUpdate } from '../../platform/database/prepared-update.ts';
import type { Dialect, Session } from '../../platform/database/session.ts';
import { type Case, startOfDay } from './case.ts';

/** A case as its row has it: due when that day begins in UTC. */
interface StoredCase extends Omit<Case, 'dueOn'> {
  readonly dueOn: number | null;
}

const stored = <T extends Pick<Case, 'dueOn'>>(value: T) => ({
  ...value,
  dueOn: value.dueOn === null ? null : (startOfDay(value.dueOn) ?? null),
});

/** Sets what may have changed: a statement that names a column writes its indexes anew, also with the same value. */
const updateOf = (changed: { readonly placement: boolean; readonly description: boolean }) =>
  prepared((db, value: StoredCase) =>
    db
      .updateTable('cases')
      .set({
        ...(changed.placement ? placement(value) : {}),
        title: value.title,
        ...(changed.description ? { description: value.description } : {}),
        ...stamp(value),
      })
      .where('id', '=', value.id),
  );

const placement = (value: StoredCase) => ({
  space_id: value.spaceId,
  project_id: value.projectId,
  section_id: value.sectionId,
  milestone_id: value.milestoneId,
  status_id: value.statusId,
  priority_id: value.priorityId,
  assignee_id: value.assigneeId,
  due_on: value.dueOn,
});

const placed = [
  ...(['spaceId', 'projectId', 'sectionId', 'milestoneId', 'statusId', 'priorityId', 'assigneeId', 'dueOn'] as const),
];

const isMoved = (before: Case, after: Case): boolean => placed.some((property) => before[property] !== after[property]);

/** A case before and after its change. */
export interface ChangedCase {
  readonly before: Case;
  readonly after: Case;
}

const stamp = (value: StoredCase) => ({ revision: value.revision, updated_at: value.updatedAt });

const placeColumns = [
  ...(['space_id', 'project_id', 'section_id', 'milestone_id', 'status_id', 'priority_id', 'assignee_id'] as const),
  ...(['due_on', 'revision', 'updated_at'] as const),
];

/** The same updates for many cases at once, each with the values it sets. */
const updatesOfMany = {
  title: preparedUpdate('cases', { numbers: ['revision', 'updated_at'], texts: ['title'] }),
  texts: preparedUpdate('cases', { numbers: ['revision', 'updated_at'], texts: ['title', 'description'] }),
  place: preparedUpdate('cases', { numbers: placeColumns, texts: ['title'] }),
  all: preparedUpdate('cases', { numbers: placeColumns, texts: ['title', 'description'] }),
};

/** Writes the rows of changed cases. */
export const updateCaseRows = async (session: Session, changed: readonly ChangedCase[]): Promise<void> => {
  const [only, ...others] = changed;
  if (only !== undefined && others.length === 0) return updateCaseRow(session, only);
  for (const [extent, some] of Map.groupBy(changed, extentOf)) {
    const rows = some
      .map(({ after }) => stored(after))
      .map((after) => ({
        ...{ ...placement(after), ...stamp(after) },
        ...{ id: after.id, title: after.title, description: after.description },
      }));
    await updatesOfMany[extent](session, rows);
  }
};

/** How much of a case has changed. */
const extentOf = ({ before, after }: ChangedCase): keyof typeof updatesOfMany => {
  const hasNewText = before.description !== after.description;
  if (isMoved(before, after)) return hasNewText ? 'all' : 'place';
  return hasNewText ? 'texts' : 'title';
};

const updatesOfOne = {
  title: updateOf({ placement: false, description: false }),
  texts: updateOf({ placement: false, description: true }),
  place: updateOf({ placement: true, description: false }),
  all: updateOf({ placement: true, description: true }),
};

const updateCaseRow = async (session: Session, changed: ChangedCase): Promise<void> =>
  void (await updatesOfOne[extentOf(changed)].all(session, stored(changed.after)));

type NewRow = Omit<StoredCase, 'id' | 'tags' | 'recipientIds'>;

const rowOf = (created: NewRow) => ({
  ...placement(created as StoredCase),
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

type NewCase = Omit<Case, 'id'> & { readonly id?: number };

const insertCaseRow = async (session: Session, created: NewCase): Promise<number> => {
  const { id } = created;
  const row = await (id === undefined ? insertNext : insertNumbered).first(session, stored(created as Case));
  if (row === undefined) throw new Error('The database has not answered which number the case has.');
  return row.id;
};

const insertMany = preparedInsert('cases', {
  ...{ id: 'number', space_id: 'number', project_id: 'number', section_id: 'number', milestone_id: 'number' },
  ...{ status_id: 'number', priority_id: 'number', assignee_id: 'number', due_on: 'number', reporter_id: 'number' },
  ...{ creator_id: 'number', title: 'text', description: 'text', revision: 'number', comment_count: 'number' },
  ...{ internal_comment_count: 'number', attachment_count: 'number', created_at: 'number', updated_at: 'number' },
  deleted_at: 'number',
});

/** Inserts cases, each with its number if it has one, and answers the numbers in the same order. */
export const insertCaseRows = async (session: Session, created: readonly NewCase[]): Promise<number[]> => {
  // On SQLite a statement for each costs no way to the server and back.
  if (session.dialect === 'sqlite' || created.length < 2) return insertEach(session, created);
  const next = await takeIds(session, 'cases', created.filter(({ id }) => id === undefined).length);
  const rows = created.map((each) => ({ id: each.id ?? next.shift() ?? 0, ...rowOf(stored(each)) }));
  await insertMany(session, rows);
  return rows.map(({ id }) => id);
};

const insertEach = async (session: Session, created: readonly NewCase[]): Promise<number[]> => {
  const ids: number[] = [];
  for (const each of created) ids.push(await insertCaseRow(session, each));
  return ids;
};

/** The cases whose rows are deleted, as they are sent. */
interface OfCases {
  readonly caseIds: unknown;
}

const ofCases = ({ dialect }: Session, cases: readonly Pick<Case, 'id'>[]): OfCases => ({
  caseIds: sentIds(
    dialect,
    cases.map(({ id }) => id),
  ),
});

const deleteTags = preparedShapes<Dialect, unknown, OfCases>((db, { caseIds }, dialect) =>
  db.deleteFrom('case_tags').where(inSent(dialect, 'case_id', caseIds)),
);
const insertTags = preparedInsert('case_tags', {
  case_id: 'number',
  position: 'number',
  name: 'text',
  folded_name: 'text',
  space_id: 'number',
});

type TaggedCase = Pick<Case, 'id' | 'tags' | 'spaceId' | 'deletedAt'>;

/** Writes the tags of cases anew, with where they count. */
export const replaceTags = async (session: Session, tagged: readonly TaggedCase[]): Promise<void> => {
  if (tagged.length === 0) return;
  await deleteTags(session.dialect, session.dialect).all(session, ofCases(session, tagged));
  await insertTags(session, tagged.flatMap(tagRowsOf));
};

const tagRowsOf = ({ id, tags, ...place }: TaggedCase) => {
  const spaceId = place.deletedAt === null ? place.spaceId : null;
  return tags.map((name, position) => ({
    ...{ case_id: id, position, name },
    ...{ folded_name: fold(name), space_id: spaceId },
  }));
};

const deleteRecipients = preparedShapes<Dialect, unknown, OfCases>((db, { caseIds }, dialect) =>
  db.deleteFrom('case_recipients').where(inSent(dialect, 'case_id', caseIds)),
);
const insertRecipients = preparedInsert('case_recipients', {
  case_id: 'number',
  position: 'number',
  user_id: 'number',
});

const recipientRowsOf = ({ id, recipientIds }: Case) =>
  recipientIds.map((userId, position) => ({ case_id: id, position, user_id: userId }));

/** Writes the recipients of cases anew. */
export const replaceRecipients = async (session: Session, cases: readonly Case[]): Promise<void> => {
  if (cases.length === 0) return;
  await deleteRecipients(session.dialect, session.dialect).all(session, ofCases(session, cases));
  await insertRecipients(session, cases.flatMap(recipientRowsOf));
};

/** Writes the tags and recipients of cases that have just been inserted. */
export const insertLists = async (session: Session, created: readonly Case[]): Promise<void> => {
  await insertTags(session, created.flatMap(tagRowsOf));
  await insertRecipients(session, created.flatMap(recipientRowsOf));
};
