import { DomainError, type ErrorCode, invalidField } from '../../kernel/errors.ts';
import type { StatusColor } from '../../kernel/status-color.ts';
import type { ConfiguredProperty } from '../cases/case.ts';
import { plainText } from '../cases/plain-text.ts';
import type { SpaceConfiguration } from '../spaces/space.ts';

/** The kinds of things that a space offers its cases to choose from. */
export const choiceKinds = ['project', 'section', 'milestone', 'status', 'priority'] as const;
export type ChoiceKind = (typeof choiceKinds)[number];

/** The kinds of which every case has one, so that every space has a default. */
export type RequiredKind = Extract<ChoiceKind, 'project' | 'status' | 'priority'>;

/** What all kinds have in common. */
export interface Choice {
  readonly id: number;
  readonly name: string;
  readonly archived: boolean;
  /** False for kinds without a default. */
  readonly isDefault: boolean;
  /** The project it belongs to; null for what belongs to the space itself. */
  readonly projectId: number | null;
  /** Of statuses only. */
  readonly isClosed?: boolean;
  readonly cssClass?: string;
  readonly color?: StatusColor | null;
  /** Of milestones only. Milliseconds since 1970-01-01T00:00:00Z. */
  readonly dueAt?: number | null;
  readonly completedAt?: number | null;
}

interface KindDescription {
  readonly plural: string;
  /** The property of a case that refers to it. */
  readonly property: ConfiguredProperty;
  /** What its name is called in refusals. */
  readonly nameField: 'name' | 'title';
  readonly notFound: ErrorCode;
  readonly isRequired: boolean;
  readonly all: (configuration: SpaceConfiguration) => Choice[];
}

/** What is known of each kind, once for all verbs and commands. */
export const kinds: Readonly<Record<ChoiceKind, KindDescription>> = {
  project: {
    plural: 'projects',
    property: 'projectId',
    nameField: 'title',
    notFound: 'PROJECT_NOT_FOUND',
    isRequired: true,
    all: ({ projects }) => [...projects.values()].map((each) => ({ ...each, name: each.title, projectId: null })),
  },
  section: {
    plural: 'sections',
    property: 'sectionId',
    nameField: 'name',
    notFound: 'SECTION_NOT_FOUND',
    isRequired: false,
    all: ({ sections }) => [...sections.values()].map((each) => ({ ...each, isDefault: false })),
  },
  milestone: {
    plural: 'milestones',
    property: 'milestoneId',
    nameField: 'title',
    notFound: 'MILESTONE_NOT_FOUND',
    isRequired: false,
    all: ({ milestones }) => [...milestones.values()].map((each) => ({ ...each, name: each.title, isDefault: false })),
  },
  status: {
    plural: 'statuses',
    property: 'statusId',
    nameField: 'name',
    notFound: 'STATUS_NOT_FOUND',
    isRequired: true,
    all: ({ statuses }) => [...statuses.values()].map((each) => ({ ...each, projectId: null })),
  },
  priority: {
    plural: 'priorities',
    property: 'priorityId',
    nameField: 'name',
    notFound: 'PRIORITY_NOT_FOUND',
    isRequired: true,
    all: ({ priorities }) => [...priorities.values()].map((each) => ({ ...each, projectId: null })),
  },
};

/** The choices of a kind beside each other: all of the space, or all of one project, in the order people gave them. */
export const siblingsIn = (configuration: SpaceConfiguration, kind: ChoiceKind, projectId: number | null): Choice[] =>
  kinds[kind].all(configuration).filter((choice) => choice.projectId === projectId);

/** The one with this name, whatever its case. */
export const namedIn = (choices: readonly Choice[], name: string): Choice | undefined =>
  choices.find((choice) => isSameName(choice.name, name));

/** The refusal for a choice that does not exist, at least not for whoever acts. */
export const choiceNotFound = (kind: ChoiceKind, id: number): DomainError =>
  new DomainError(kinds[kind].notFound, { message: `There is no ${kind} ${id}.` });

/** Whether every case has one of this kind. */
export const isRequiredKind = (kind: ChoiceKind): kind is RequiredKind => kinds[kind].isRequired;

/** How people tell names apart. */
export const isSameName = (one: string, other: string): boolean => foldName(one) === foldName(other);

const foldName = (name: string): string => name.normalize('NFKC').toLowerCase();

/** The longest name of a space or of what is configured in it, in characters. */
export const MAX_NAME_LENGTH = 200;

/** The name in the form in which it is kept: one line of plain text. Throws FIELDS_INVALID. */
export const usableName = (field: string, text: string): string => {
  const name = plainText(text);
  if (name === '') throw invalidField(field, 'must not be blank');
  if ([...name].length > MAX_NAME_LENGTH) throw invalidField(field, `must have at most ${MAX_NAME_LENGTH} characters`);
  return name;
};
