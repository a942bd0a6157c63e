import type { SpaceRole } from '../../kernel/permissions.ts';
import type { StatusColor } from '../../kernel/status-color.ts';
import { prepared } from '../../platform/database/prepared.ts';
import type { Session } from '../../platform/database/session.ts';
import type {
  Milestone,
  Priority,
  Project,
  Section,
  Space,
  SpaceConfiguration,
  SpaceVisibility,
  Status,
} from './space.ts';

const byId = <T extends { readonly id: number }>(rows: readonly T[]): ReadonlyMap<number, T> =>
  new Map(rows.map((row) => [row.id, row]));

const allSpaces = prepared((db) =>
  db.selectFrom('spaces').select(['id', 'name', 'visibility', 'archived']).orderBy('id'),
);

export const selectSpaces = async (session: Session): Promise<Space[]> =>
  (await allSpaces.all(session, {})).map(({ visibility, archived, ...row }) => ({
    ...row,
    visibility: visibility as SpaceVisibility,
    archived: Boolean(archived),
  }));

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

/** The space whose configuration is asked for. */
interface InSpace {
  readonly spaceId: number;
}

const statusesOfSpace = prepared((db, { spaceId }: InSpace) =>
  db
    .selectFrom('statuses')
    .select(['id', 'name', 'css_class as cssClass', 'color', 'archived'])
    .select(['is_default as isDefault', 'is_closed as isClosed'])
    .where('space_id', '=', spaceId)
    .orderBy('position')
    .orderBy('id'),
);

const selectStatuses = async (session: Session, spaceId: number): Promise<Status[]> =>
  (await statusesOfSpace.all(session, { spaceId })).map(({ isClosed, color, ...row }) => ({
    ...withFlags(row),
    isClosed: Boolean(isClosed),
    color: color as StatusColor | null,
  }));

const prioritiesOfSpace = prepared((db, { spaceId }: InSpace) =>
  db
    .selectFrom('priorities')
    .select(['id', 'name', 'is_default as isDefault', 'archived'])
    .where('space_id', '=', spaceId)
    .orderBy('position')
    .orderBy('id'),
);

const selectPriorities = async (session: Session, spaceId: number): Promise<Priority[]> =>
  (await prioritiesOfSpace.all(session, { spaceId })).map(withFlags);

const projectsOfSpace = prepared((db, { spaceId }: InSpace) =>
  db
    .selectFrom('projects')
    .select(['id', 'title', 'is_default as isDefault', 'archived'])
    .where('space_id', '=', spaceId)
    .orderBy('position')
    .orderBy('id'),
);

const selectProjects = async (session: Session, spaceId: number): Promise<Project[]> =>
  (await projectsOfSpace.all(session, { spaceId })).map(withFlags);

const sectionsOfSpace = prepared((db, { spaceId }: InSpace) =>
  db
    .selectFrom('sections')
    .innerJoin('projects', 'projects.id', 'sections.project_id')
    .select(['sections.id', 'sections.project_id as projectId', 'sections.name', 'sections.archived'])
    .where('projects.space_id', '=', spaceId)
    .orderBy('sections.position')
    .orderBy('sections.id'),
);

const selectSections = async (session: Session, spaceId: number): Promise<Section[]> =>
  (await sectionsOfSpace.all(session, { spaceId })).map((row) => ({ ...row, archived: Boolean(row.archived) }));

const milestonesOfSpace = prepared((db, { spaceId }: InSpace) =>
  db
    .selectFrom('milestones')
    .innerJoin('projects', 'projects.id', 'milestones.project_id')
    .select([
      'milestones.id',
      'milestones.project_id as projectId',
      'milestones.title',
      'milestones.due_at as dueAt',
      'milestones.completed_at as completedAt',
      'milestones.archived',
    ])
    .where('projects.space_id', '=', spaceId)
    .orderBy('milestones.position')
    .orderBy('milestones.id'),
);

const selectMilestones = async (session: Session, spaceId: number): Promise<Milestone[]> =>
  (await milestonesOfSpace.all(session, { spaceId })).map((row) => ({ ...row, archived: Boolean(row.archived) }));

const membersOfSpace = prepared((db, { spaceId }: InSpace) =>
  db
    .selectFrom('space_members')
    .select(['user_id as userId', 'role'])
    .where('space_id', '=', spaceId)
    .orderBy('user_id'),
);

const selectMembers = async (session: Session, spaceId: number): Promise<Map<number, SpaceRole>> =>
  new Map((await membersOfSpace.all(session, { spaceId })).map(({ userId, role }) => [userId, role as SpaceRole]));

/** SQLite keeps flags as numbers. */
const withFlags = <T extends { readonly isDefault: unknown; readonly archived: unknown }>(row: T) => ({
  ...row,
  isDefault: Boolean(row.isDefault),
  archived: Boolean(row.archived),
});
