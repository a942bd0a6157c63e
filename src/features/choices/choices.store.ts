import type { StatusColor } from '../../kernel/status-color.ts';
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

/** Where a choice belongs: to a project or to the space itself. */
const parentColumns = {
  project: 'space_id',
  section: 'project_id',
  milestone: 'project_id',
  status: 'space_id',
  priority: 'space_id',
} as const satisfies Record<ChoiceKind, string>;

/** What can be changed of a choice; which of it there is depends on its kind. */
export interface ChoiceChanges {
  readonly name?: string;
  readonly position?: number;
  readonly isDefault?: boolean;
  readonly archived?: boolean;
  readonly isClosed?: boolean;
  readonly cssClass?: string;
  readonly color?: StatusColor | null;
  readonly dueAt?: number | null;
  readonly completedAt?: number | null;
}

const changedColumns = {
  position: 'position',
  isDefault: 'is_default',
  archived: 'archived',
  isClosed: 'is_closed',
  cssClass: 'css_class',
  color: 'color',
  dueAt: 'due_at',
  completedAt: 'completed_at',
} as const satisfies Record<Exclude<keyof ChoiceChanges, 'name'>, string>;

const columnsOf = (kind: ChoiceKind, { name, ...changes }: ChoiceChanges) => ({
  ...Object.fromEntries(
    Object.entries(changes).map(([field, value]) => [changedColumns[field as keyof typeof changes], value]),
  ),
  ...(name === undefined ? {} : { [nameColumns[kind]]: name }),
});

export const updateChoice = async (
  { kysely }: Session,
  { kind, id }: { readonly kind: ChoiceKind; readonly id: number },
  changes: ChoiceChanges,
): Promise<void> => {
  await kysely
    .updateTable(choiceTables[kind])
    .set(columnsOf(kind, changes) as never)
    .where('id', '=', id)
    .execute();
};

/** What a new choice of each kind must have, beside what all have. */
export interface OwnValues {
  readonly project: { readonly isDefault: boolean };
  readonly section: object;
  readonly milestone: { readonly dueAt: number | null; readonly completedAt?: number | null };
  readonly status: {
    readonly isDefault: boolean;
    readonly isClosed: boolean;
    readonly cssClass: string;
    readonly color?: StatusColor | null;
  };
  readonly priority: { readonly isDefault: boolean };
}

interface NewChoice<Kind extends ChoiceKind> {
  readonly kind: Kind;
  /** The project of sections and milestones, the space of everything else. */
  readonly parentId: number;
  readonly id?: number | undefined;
  readonly name: string;
  readonly archived?: boolean;
  readonly own: OwnValues[Kind];
}

/** Adds a choice behind the last one beside it. */
export const insertChoice = async <Kind extends ChoiceKind>(
  session: Session,
  { kind, parentId, id, name, archived = false, own }: NewChoice<Kind>,
): Promise<number> => {
  const row = await session.kysely
    .insertInto(choiceTables[kind as ChoiceKind])
    .values({
      ...(id === undefined ? {} : { id }),
      [parentColumns[kind]]: parentId,
      position: await nextPosition(session, kind, parentId),
      ...columnsOf(kind, { name, archived, ...own }),
    } as never)
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
};

const nextPosition = async ({ kysely }: Session, kind: ChoiceKind, parentId: number): Promise<number> => {
  const { last } = await kysely
    .selectFrom(choiceTables[kind])
    .select(({ fn }) => fn.max('position').as('last'))
    .where(parentColumns[kind] as never, '=', parentId as never)
    .executeTakeFirstOrThrow();
  return last === null ? 0 : Number(last) + 1;
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
