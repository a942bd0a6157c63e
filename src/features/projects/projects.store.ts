import type { Schema } from '../../platform/database/schema.ts';
import type { Session } from '../../platform/database/session.ts';

interface Named {
  readonly id?: number;
  readonly position: number;
}

const withId = (id: number | undefined) => (id === undefined ? {} : { id });

export const countProjects = async (session: Session, spaceId: number): Promise<number> => {
  const { count } = await session.kysely
    .selectFrom('projects')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('space_id', '=', spaceId)
    .executeTakeFirstOrThrow();
  return count;
};

export const countInProject = async (
  session: Session,
  table: keyof Pick<Schema, 'sections' | 'milestones'>,
  projectId: number,
): Promise<number> => {
  const { count } = await session.kysely
    .selectFrom(table)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('project_id', '=', projectId)
    .executeTakeFirstOrThrow();
  return count;
};

export const selectSpaceIdOfProject = async (session: Session, projectId: number): Promise<number | undefined> => {
  const row = await session.kysely
    .selectFrom('projects')
    .select('space_id as spaceId')
    .where('id', '=', projectId)
    .executeTakeFirst();
  return row?.spaceId;
};

export const insertProject = async (
  { kysely }: Session,
  project: Named & { spaceId: number; title: string; isDefault: boolean },
): Promise<number> => {
  const { id } = await kysely
    .insertInto('projects')
    .values({
      ...withId(project.id),
      space_id: project.spaceId,
      title: project.title,
      is_default: project.isDefault,
      position: project.position,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
};

export const insertSection = async (
  { kysely }: Session,
  section: Named & { projectId: number; name: string },
): Promise<number> => {
  const { id } = await kysely
    .insertInto('sections')
    .values({
      ...withId(section.id),
      project_id: section.projectId,
      name: section.name,
      position: section.position,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
};

export const insertMilestone = async (
  { kysely }: Session,
  milestone: Named & { projectId: number; title: string; dueAt: number | null },
): Promise<number> => {
  const { id } = await kysely
    .insertInto('milestones')
    .values({
      ...withId(milestone.id),
      project_id: milestone.projectId,
      title: milestone.title,
      due_at: milestone.dueAt,
      position: milestone.position,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
};
