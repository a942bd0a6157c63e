import { queryOptions } from '@tanstack/react-query';
import type { Status } from '../../../src/client/index.ts';
import { casekeep } from '../../server/casekeep.ts';

/** What cases of a space can be set to, of whatever kind. */
export interface Choice {
  readonly id: number;
  readonly name: string;
  /** Out of use: it cannot be chosen anew. */
  readonly archived: boolean;
  readonly isDefault: boolean;
  /** Only statuses are. */
  readonly isClosed: boolean;
  /** Only statuses have one, unless it follows from what they mean. */
  readonly color: Status['color'];
}

interface ApiChoice {
  readonly id: number;
  readonly name?: string;
  readonly title?: string;
  readonly archived: boolean;
  readonly isDefault?: boolean;
  readonly isClosed?: boolean;
  readonly color?: Status['color'];
}

const asChoice = ({ id, name, title = name, archived, ...own }: ApiChoice): Choice => ({
  ...{ id, name: title ?? '', archived },
  ...{ isDefault: own.isDefault ?? false, isClosed: own.isClosed ?? false, color: own.color ?? null },
});

/** Kinds that a space has, with what lists them. */
const ofSpace = {
  status: casekeep.listStatuses,
  priority: casekeep.listPriorities,
  project: casekeep.listProjects,
} as const;
/** Kinds that a project has. */
const ofProject = { section: casekeep.listSections, milestone: casekeep.listMilestones } as const;

/** The statuses, priorities or projects of a space, archived ones too. */
export const spaceChoicesQuery = (kind: keyof typeof ofSpace, spaceId: number) =>
  queryOptions({
    queryKey: ['space', spaceId, 'choices', kind],
    queryFn: async ({ signal }): Promise<readonly Choice[]> => {
      const { items } = await ofSpace[kind]({ spaceId }, { signal });
      return items.map(asChoice);
    },
  });

/** The statuses of all spaces, archived ones too. */
export const allStatusesQuery = queryOptions({
  queryKey: ['spaces', 'statuses'],
  queryFn: async ({ signal }): Promise<readonly Choice[]> => {
    const { items } = await casekeep.listAllStatuses({}, { signal });
    return items.map(asChoice);
  },
});

/** The sections or milestones of a project, archived ones too. */
export const projectChoicesQuery = (kind: keyof typeof ofProject, spaceId: number, projectId: number) =>
  queryOptions({
    queryKey: ['space', spaceId, 'choices', kind, projectId],
    queryFn: async ({ signal }): Promise<readonly Choice[]> => {
      const { items } = await ofProject[kind]({ projectId }, { signal });
      return items.map(asChoice);
    },
  });

/** How many tags are offered at once. */
const OFFERED_TAGS = 50;

/** The tags of a space that begin so. */
export const tagsQuery = (spaceId: number, beginning: string) =>
  queryOptions({
    queryKey: ['space', spaceId, 'tags', beginning],
    queryFn: async ({ signal }): Promise<readonly string[]> => {
      const q = beginning === '' ? {} : { q: beginning };
      const { items } = await casekeep.listTags({ spaceId, limit: OFFERED_TAGS, ...q }, { signal });
      return items.map(({ name }) => name);
    },
  });
