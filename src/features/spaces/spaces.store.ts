import type { SpaceRole } from '../../kernel/permissions.ts';
import type { Session } from '../../platform/database/session.ts';
import type { Priority, Space, SpaceConfiguration, SpaceVisibility, Status } from './space.ts';

const byId = <T extends { readonly id: number }>(rows: readonly T[]): ReadonlyMap<number, T> =>
  new Map(rows.map((row) => [row.id, row]));

export const selectSpaces = async (session: Session): Promise<Space[]> => {
  const rows = await session.kysely.selectFrom('spaces').select(['id', 'name', 'visibility']).orderBy('id').execute();
  return rows.map((row) => ({ ...row, visibility: row.visibility as SpaceVisibility }));
};

export const selectSpaceIdsOfMember = async (session: Session, userId: number): Promise<number[]> => {
  const rows = await session.kysely
    .selectFrom('space_members')
    .select('space_id as id')
    .where('user_id', '=', userId)
    .execute();
  return rows.map(({ id }) => id);
};

export const selectConfiguration = async (
  session: Session,
  spaceId: number,
): Promise<SpaceConfiguration | undefined> => {
  const space = (await selectSpaces(session)).find(({ id }) => id === spaceId);
  if (space === undefined) return undefined;
  return {
    space,
    statuses: byId(await selectStatuses(session, spaceId)),
    priorities: byId(await selectPriorities(session, spaceId)),
    projects: byId(await selectProjects(session, spaceId)),
    sections: byId(await selectSections(session, spaceId)),
    milestones: byId(await selectMilestones(session, spaceId)),
    members: await selectMembers(session, spaceId),
  };
};

const selectStatuses = async ({ kysely }: Session, spaceId: number): Promise<Status[]> => {
  const rows = await kysely
    .selectFrom('statuses')
    .select(['id', 'name', 'css_class as cssClass', 'is_default as isDefault', 'is_closed as isClosed'])
    .where('space_id', '=', spaceId)
    .orderBy('position')
    .execute();
  return rows.map((row) => ({ ...row, isDefault: Boolean(row.isDefault), isClosed: Boolean(row.isClosed) }));
};

const selectPriorities = async ({ kysely }: Session, spaceId: number): Promise<Priority[]> => {
  const rows = await kysely
    .selectFrom('priorities')
    .select(['id', 'name', 'is_default as isDefault'])
    .where('space_id', '=', spaceId)
    .orderBy('position')
    .execute();
  return rows.map((row) => ({ ...row, isDefault: Boolean(row.isDefault) }));
};

const selectProjects = async ({ kysely }: Session, spaceId: number) => {
  const rows = await kysely
    .selectFrom('projects')
    .select(['id', 'title', 'is_default as isDefault'])
    .where('space_id', '=', spaceId)
    .orderBy('position')
    .execute();
  return rows.map((row) => ({ ...row, isDefault: Boolean(row.isDefault) }));
};

const selectSections = ({ kysely }: Session, spaceId: number) =>
  kysely
    .selectFrom('sections')
    .innerJoin('projects', 'projects.id', 'sections.project_id')
    .select(['sections.id', 'sections.project_id as projectId', 'sections.name'])
    .where('projects.space_id', '=', spaceId)
    .orderBy('sections.position')
    .execute();

const selectMilestones = ({ kysely }: Session, spaceId: number) =>
  kysely
    .selectFrom('milestones')
    .innerJoin('projects', 'projects.id', 'milestones.project_id')
    .select(['milestones.id', 'milestones.project_id as projectId', 'milestones.title', 'milestones.due_at as dueAt'])
    .where('projects.space_id', '=', spaceId)
    .orderBy('milestones.position')
    .execute();

const selectMembers = async ({ kysely }: Session, spaceId: number): Promise<Map<number, SpaceRole>> => {
  const rows = await kysely
    .selectFrom('space_members')
    .select(['user_id as userId', 'role'])
    .where('space_id', '=', spaceId)
    .execute();
  return new Map(rows.map(({ userId, role }) => [userId, role as SpaceRole]));
};
