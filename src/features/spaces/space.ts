import type { SpaceRole } from '../../kernel/permissions.ts';
import type { StatusColor } from '../../kernel/status-color.ts';

/** Who sees a space. Isolated spaces are private ones whose people are hidden from others, too. */
export const spaceVisibilities = ['private', 'public', 'isolated'] as const;
export type SpaceVisibility = (typeof spaceVisibilities)[number];

export interface Space {
  readonly id: number;
  readonly name: string;
  readonly visibility: SpaceVisibility;
  /** Out of use: its cases can be read, and nothing in it can be changed. */
  readonly archived: boolean;
}

/** Something that a case refers to. What is archived stays at the cases that have it and cannot be chosen anew. */
interface Archivable {
  readonly id: number;
  readonly archived: boolean;
}

export interface Status extends Archivable {
  readonly name: string;
  readonly cssClass: string;
  /** Null for the one that follows from what it means. */
  readonly color: StatusColor | null;
  readonly isDefault: boolean;
  readonly isClosed: boolean;
}

export interface Priority extends Archivable {
  readonly name: string;
  readonly isDefault: boolean;
}

export interface Project extends Archivable {
  readonly title: string;
  readonly isDefault: boolean;
}

export interface Section extends Archivable {
  readonly projectId: number;
  readonly name: string;
}

export interface Milestone extends Archivable {
  readonly projectId: number;
  readonly title: string;
  readonly dueAt: number | null;
  /** When it was reached; null as long as it is open. */
  readonly completedAt: number | null;
}

/** All that the cases of a space refer to, by ID and in the order people gave it. */
export interface SpaceConfiguration {
  readonly space: Space;
  readonly statuses: ReadonlyMap<number, Status>;
  readonly priorities: ReadonlyMap<number, Priority>;
  readonly projects: ReadonlyMap<number, Project>;
  readonly sections: ReadonlyMap<number, Section>;
  readonly milestones: ReadonlyMap<number, Milestone>;
  readonly members: ReadonlyMap<number, SpaceRole>;
}

/** The one marked as default, or the first, never an archived one. Throws when there is none, which the verbs never let happen. */
export const defaultOf = <T extends { readonly isDefault: boolean; readonly archived: boolean }>(
  choices: ReadonlyMap<number, T>,
): T => {
  const all = [...choices.values()].filter(({ archived }) => !archived);
  const chosen = all.find(({ isDefault }) => isDefault) ?? all[0];
  if (chosen === undefined) throw new Error('A space without statuses, priorities or projects cannot have cases.');
  return chosen;
};

/** The statuses of a new space. Source: communifire-api.md section 3, statuses of a new space. */
export const newSpaceStatuses: readonly Omit<Status, 'id' | 'archived' | 'color'>[] = [
  { name: 'New', cssClass: 'case-status-label-new', isDefault: true, isClosed: false },
  { name: 'In Progress', cssClass: 'case-status-label-inprogress', isDefault: false, isClosed: false },
  { name: 'Feedback Required', cssClass: 'case-status-label-feedbackrequired', isDefault: false, isClosed: false },
  { name: 'Fixed', cssClass: 'case-status-label-fixed', isDefault: false, isClosed: false },
  { name: 'Reopened', cssClass: 'case-status-label-reopened', isDefault: false, isClosed: false },
  { name: 'Closed', cssClass: 'case-status-label-closed', isDefault: false, isClosed: true },
];

/** The priorities of a new space. */
export const newSpacePriorities: readonly Omit<Priority, 'id' | 'archived'>[] = [
  { name: 'Low', isDefault: false },
  { name: 'Normal', isDefault: true },
  { name: 'High', isDefault: false },
  { name: 'Urgent', isDefault: false },
];
