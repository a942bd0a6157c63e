import { queryOptions } from '@tanstack/react-query';
import type { Milestone, Project, Section } from '../../../src/client/index.ts';
import { casekeep } from '../../server/casekeep.ts';

/** What is configured in a space changes seldom, and the event stream tells of it. */
const configured = { staleTime: Number.POSITIVE_INFINITY };

/** The milestones of a project of a space, in their order. */
export const milestonesQuery = (spaceId: number, projectId: number) =>
  queryOptions({
    ...configured,
    queryKey: ['space', spaceId, 'milestones', projectId],
    queryFn: async ({ signal }) => (await casekeep.listMilestones({ projectId }, { signal })).items,
  });

/** How many members are read; in larger spaces the others are found by searching. */
const MOST_MEMBERS = 500;

/** One space, with what whoever asks may do in it. */
export const spaceQuery = (spaceId: number) =>
  queryOptions({
    queryKey: ['space', spaceId],
    queryFn: ({ signal }) => casekeep.getSpace({ spaceId }, { signal }),
  });

/** The first people of a space by name, as many as are read at most. */
export const firstMembersQuery = (spaceId: number) =>
  queryOptions({
    queryKey: ['space', spaceId, 'members', 'first'],
    queryFn: ({ signal }) => casekeep.listMembers({ spaceId }, { signal }).toArray({ limit: MOST_MEMBERS }),
  });

/** A milestone with the project that it is of. */
export type PlacedMilestone = Milestone & { readonly project: Project };

/** The milestones of all projects of a space. */
export const allMilestonesQuery = (spaceId: number) =>
  queryOptions({
    queryKey: ['space', spaceId, 'milestones', 'all'],
    queryFn: ({ signal }): Promise<PlacedMilestone[]> =>
      ofProjects(
        spaceId,
        signal,
        async (projectId) => (await casekeep.listMilestones({ projectId }, { signal })).items,
      ),
  });

/** A section with the project that it is of. */
export type PlacedSection = Section & { readonly project: Project };

/** The sections of all projects of a space. */
export const sectionsQuery = (spaceId: number) =>
  queryOptions({
    queryKey: ['space', spaceId, 'sections'],
    queryFn: ({ signal }): Promise<PlacedSection[]> =>
      ofProjects(spaceId, signal, async (projectId) => (await casekeep.listSections({ projectId }, { signal })).items),
  });

/** The projects of a space. */
export const projectsQuery = (spaceId: number) =>
  queryOptions({
    queryKey: ['space', spaceId, 'projects'],
    queryFn: ({ signal }) => readProjects(spaceId, signal),
  });

const readProjects = async (spaceId: number, signal: AbortSignal): Promise<Project[]> =>
  (await casekeep.listProjects({ spaceId }, { signal })).items;

const ofProjects = async <T extends object>(
  spaceId: number,
  signal: AbortSignal,
  read: (projectId: number) => Promise<readonly T[]>,
): Promise<(T & { readonly project: Project })[]> => {
  const projects = await readProjects(spaceId, signal);
  const found = await Promise.all(
    projects.map(async (project) => (await read(project.id)).map((each) => ({ ...each, project }))),
  );
  return found.flat();
};
