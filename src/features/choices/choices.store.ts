import type { Session } from '../../platform/database/session.ts';
import type { ChoiceKind } from './choice.ts';

export const choiceTables = {
  project: 'projects',
  section: 'sections',
  milestone: 'milestones',
  status: 'statuses',
  priority: 'priorities',
} as const satisfies Record<ChoiceKind, string>;

const nameColumns = {
  project: 'title',
  section: 'name',
  milestone: 'title',
  status: 'name',
  priority: 'name',
} as const satisfies Record<ChoiceKind, string>;

const caseColumns = {
  project: 'project_id',
  section: 'section_id',
  milestone: 'milestone_id',
  status: 'status_id',
  priority: 'priority_id',
} as const satisfies Record<ChoiceKind, string>;

/** What can be changed of a choice; which of it there is depends on its kind. */
export interface ChoiceChanges {
  readonly name?: string;
  readonly position?: number;
  readonly isDefault?: boolean;
  readonly archived?: boolean;
  readonly isClosed?: boolean;
  readonly cssClass?: string;
  readonly dueAt?: number | null;
  readonly completedAt?: number | null;
}

const changedColumns = {
  position: 'position',
  isDefault: 'is_default',
  archived: 'archived',
  isClosed: 'is_closed',
  cssClass: 'css_class',
  dueAt: 'due_at',
  completedAt: 'completed_at',
} as const satisfies Record<Exclude<keyof ChoiceChanges, 'name'>, string>;

export const updateChoice = async (
  { kysely }: Session,
  { kind, id }: { readonly kind: ChoiceKind; readonly id: number },
  { name, ...changes }: ChoiceChanges,
): Promise<void> => {
  const columns = Object.entries(changes).map(([field, value]) => [
    changedColumns[field as keyof typeof changes],
    value,
  ]);
  if (name !== undefined) columns.push([nameColumns[kind], name]);
  await kysely
    .updateTable(choiceTables[kind])
    .set(Object.fromEntries(columns) as never)
    .where('id', '=', id)
    .execute();
};

export const deleteChoice = async (
  { kysely }: Session,
  { kind, id }: { readonly kind: ChoiceKind; readonly id: number },
): Promise<void> => {
  if (kind === 'project') {
    await kysely.deleteFrom('sections').where('project_id', '=', id).execute();
    await kysely.deleteFrom('milestones').where('project_id', '=', id).execute();
  }
  await kysely.deleteFrom(choiceTables[kind]).where('id', '=', id).execute();
};

/** The space a choice is in, directly or by its project. */
export const selectSpaceIdOfChoice = async (
  { kysely }: Session,
  kind: ChoiceKind,
  id: number,
): Promise<number | undefined> => {
  const query =
    kind === 'section' || kind === 'milestone'
      ? kysely
          .selectFrom(choiceTables[kind])
          .innerJoin('projects', 'projects.id', 'project_id')
          .select('projects.space_id as spaceId')
          .where(`${choiceTables[kind]}.id`, '=', id)
      : kysely.selectFrom(choiceTables[kind]).select('space_id as spaceId').where('id', '=', id);
  return (await query.executeTakeFirst())?.spaceId;
};

/** How many cases refer to a choice, and how many of those are in the bin. */
export const countCasesOfChoice = async (
  { kysely }: Session,
  { kind, id }: { readonly kind: ChoiceKind; readonly id: number },
): Promise<{ readonly all: number; readonly binned: number }> => {
  const { all, binned } = await kysely
    .selectFrom('cases')
    .select(({ fn }) => [fn.countAll<number>().as('all'), fn.count<number>('deleted_at').as('binned')])
    .where(caseColumns[kind], '=', id)
    .executeTakeFirstOrThrow();
  return { all: Number(all), binned: Number(binned) };
};

/** A new row, before its kind's own columns. */
interface NewRow {
  readonly id?: number;
  readonly name: string;
  readonly archived?: boolean;
}

interface InSpace extends NewRow {
  readonly spaceId: number;
  readonly isDefault: boolean;
}

interface InProject extends NewRow {
  readonly projectId: number;
}

const common = ({ id, archived = false }: NewRow) => ({ ...(id === undefined ? {} : { id }), archived });

export const insertProject = async (session: Session, row: InSpace): Promise<number> =>
  idOf(
    session.kysely
      .insertInto('projects')
      .values({
        ...common(row),
        space_id: row.spaceId,
        title: row.name,
        is_default: row.isDefault,
        position: await nextPosition(session, 'project', row.spaceId),
      })
      .returning('id')
      .executeTakeFirstOrThrow(),
  );

export const insertStatus = async (
  session: Session,
  row: InSpace & { readonly isClosed: boolean; readonly cssClass: string },
): Promise<number> =>
  idOf(
    session.kysely
      .insertInto('statuses')
      .values({
        ...common(row),
        space_id: row.spaceId,
        name: row.name,
        css_class: row.cssClass,
        is_default: row.isDefault,
        is_closed: row.isClosed,
        position: await nextPosition(session, 'status', row.spaceId),
      })
      .returning('id')
      .executeTakeFirstOrThrow(),
  );

export const insertPriority = async (session: Session, row: InSpace): Promise<number> =>
  idOf(
    session.kysely
      .insertInto('priorities')
      .values({
        ...common(row),
        space_id: row.spaceId,
        name: row.name,
        is_default: row.isDefault,
        position: await nextPosition(session, 'priority', row.spaceId),
      })
      .returning('id')
      .executeTakeFirstOrThrow(),
  );

export const insertSection = async (session: Session, row: InProject): Promise<number> =>
  idOf(
    session.kysely
      .insertInto('sections')
      .values({
        ...common(row),
        project_id: row.projectId,
        name: row.name,
        position: await nextPosition(session, 'section', row.projectId),
      })
      .returning('id')
      .executeTakeFirstOrThrow(),
  );

export const insertMilestone = async (
  session: Session,
  row: InProject & { readonly dueAt: number | null; readonly completedAt?: number | null },
): Promise<number> =>
  idOf(
    session.kysely
      .insertInto('milestones')
      .values({
        ...common(row),
        project_id: row.projectId,
        title: row.name,
        due_at: row.dueAt,
        completed_at: row.completedAt ?? null,
        position: await nextPosition(session, 'milestone', row.projectId),
      })
      .returning('id')
      .executeTakeFirstOrThrow(),
  );

/** After the last one beside it. */
const nextPosition = async ({ kysely }: Session, kind: ChoiceKind, parentId: number): Promise<number> => {
  const parent = kind === 'section' || kind === 'milestone' ? 'project_id' : 'space_id';
  const { last } = await kysely
    .selectFrom(choiceTables[kind])
    .select(({ fn }) => fn.max('position').as('last'))
    .where(parent as never, '=', parentId as never)
    .executeTakeFirstOrThrow();
  return last === null ? 0 : Number(last) + 1;
};

const idOf = async (row: Promise<{ readonly id: number }>): Promise<number> => (await row).id;
