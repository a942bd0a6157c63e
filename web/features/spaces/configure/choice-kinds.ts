import type { QueryKey } from '@tanstack/react-query';
import { casekeep } from '../../../server/casekeep.ts';
import type { StatusColor } from '../../cases/status-colors.ts';

/** Something that cases can be set to, of whatever kind, with all that is configured of it. */
export interface ConfiguredChoice {
  readonly id: number;
  readonly name: string;
  readonly archived: boolean;
  readonly isDefault?: boolean;
  /** Only statuses have these. */
  readonly isClosed?: boolean;
  readonly cssClass?: string;
  readonly color?: StatusColor;
  /** Only milestones have these. */
  readonly dueAt?: string | null;
  readonly isCompleted?: boolean;
  readonly progress?: { readonly total: number; readonly closed: number };
}

/** What can be changed of one, or is said of a new one. */
export interface ChoicePatch {
  readonly name?: string;
  readonly position?: number;
  readonly archived?: boolean;
  readonly isDefault?: boolean;
  readonly isClosed?: boolean;
  readonly cssClass?: string;
  readonly color?: StatusColor;
  readonly dueAt?: string | null;
  readonly isCompleted?: boolean;
}

type Named = ChoicePatch & { readonly name: string };

/** How choices of one kind in one place are read and changed. */
export interface ChoiceKind {
  readonly noun: 'status' | 'priority' | 'project' | 'section' | 'milestone';
  readonly spaceId: number;
  readonly queryKey: QueryKey;
  list(signal: AbortSignal): Promise<readonly ConfiguredChoice[]>;
  create(wanted: Named): Promise<unknown>;
  update(id: number, patch: ChoicePatch): Promise<unknown>;
  remove(id: number): Promise<unknown>;
  merge(id: number, intoId: number): Promise<{ readonly changedCaseCount: number }>;
}

/** Projects and milestones have titles where others have names. */
const titled = ({ name, ...rest }: ChoicePatch) => (name === undefined ? rest : { ...rest, title: name });
const named = <T extends { readonly title: string }>({ title, ...rest }: T) => ({ ...rest, name: title });

/** The statuses of a space. */
export const statusesOf = (spaceId: number): ChoiceKind => ({
  noun: 'status',
  spaceId,
  queryKey: ['space', spaceId, 'configured', 'status'],
  list: async (signal) => (await casekeep.listStatuses({ spaceId }, { signal })).items,
  create: (body) => casekeep.createStatus({ spaceId, body }),
  update: (statusId, body) => casekeep.updateStatus({ statusId, body }),
  remove: (statusId) => casekeep.deleteStatus({ statusId }),
  merge: (statusId, intoId) => casekeep.mergeStatus({ statusId, body: { intoId } }),
});

/** The priorities of a space. */
export const prioritiesOf = (spaceId: number): ChoiceKind => ({
  noun: 'priority',
  spaceId,
  queryKey: ['space', spaceId, 'configured', 'priority'],
  list: async (signal) => (await casekeep.listPriorities({ spaceId }, { signal })).items,
  create: (body) => casekeep.createPriority({ spaceId, body }),
  update: (priorityId, body) => casekeep.updatePriority({ priorityId, body }),
  remove: (priorityId) => casekeep.deletePriority({ priorityId }),
  merge: (priorityId, intoId) => casekeep.mergePriority({ priorityId, body: { intoId } }),
});

/** The projects of a space. */
export const projectsOf = (spaceId: number): ChoiceKind => ({
  noun: 'project',
  spaceId,
  queryKey: ['space', spaceId, 'configured', 'project'],
  list: async (signal) => (await casekeep.listProjects({ spaceId }, { signal })).items.map(named),
  create: ({ name, ...rest }) => casekeep.createProject({ spaceId, body: { ...rest, title: name } }),
  update: (projectId, patch) => casekeep.updateProject({ projectId, body: titled(patch) }),
  remove: (projectId) => casekeep.deleteProject({ projectId }),
  merge: (projectId, intoId) => casekeep.mergeProject({ projectId, body: { intoId } }),
});

/** The sections of a project. */
export const sectionsOf = (spaceId: number, projectId: number): ChoiceKind => ({
  noun: 'section',
  spaceId,
  queryKey: ['space', spaceId, 'configured', 'section', projectId],
  list: async (signal) => (await casekeep.listSections({ projectId }, { signal })).items,
  create: (body) => casekeep.createSection({ projectId, body }),
  update: (sectionId, body) => casekeep.updateSection({ sectionId, body }),
  remove: (sectionId) => casekeep.deleteSection({ sectionId }),
  merge: (sectionId, intoId) => casekeep.mergeSection({ sectionId, body: { intoId } }),
});

/** The milestones of a project. */
export const milestonesOf = (spaceId: number, projectId: number): ChoiceKind => ({
  noun: 'milestone',
  spaceId,
  queryKey: ['space', spaceId, 'configured', 'milestone', projectId],
  list: async (signal) => (await casekeep.listMilestones({ projectId }, { signal })).items.map(named),
  create: ({ name, ...rest }) => casekeep.createMilestone({ projectId, body: { ...rest, title: name } }),
  update: (milestoneId, patch) => casekeep.updateMilestone({ milestoneId, body: titled(patch) }),
  remove: (milestoneId) => casekeep.deleteMilestone({ milestoneId }),
  merge: (milestoneId, intoId) => casekeep.mergeMilestone({ milestoneId, body: { intoId } }),
});
