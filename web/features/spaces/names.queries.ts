import { queryOptions } from '@tanstack/react-query';
import { casekeep } from '../../server/casekeep.ts';

/** How the name of anything is read that cases refer to by ID. */
const readers = {
  spaceId: async (spaceId: number) => (await casekeep.getSpace({ spaceId })).name,
  projectId: async (projectId: number) => (await casekeep.getProject({ projectId })).title,
  sectionId: async (sectionId: number) => (await casekeep.getSection({ sectionId })).name,
  milestoneId: async (milestoneId: number) => (await casekeep.getMilestone({ milestoneId })).title,
  statusId: async (statusId: number) => (await casekeep.getStatus({ statusId })).name,
  priorityId: async (priorityId: number) => (await casekeep.getPriority({ priorityId })).name,
} as const;

/** A property of cases that refers to the configuration of spaces. */
export type NamedProperty = keyof typeof readers;

/** Whether a property is one. */
export const isNamed = (property: string): property is NamedProperty => property in readers;

/** The name behind an ID. */
export const nameQuery = (property: NamedProperty, id: number) =>
  queryOptions({ queryKey: ['spaces', 'name', property, id], queryFn: () => readers[property](id) });
