import type { Context } from '../../platform/context.ts';
import { type ChoicePatch, changeChoice } from './change-choice.ts';
import type { ChoiceKind } from './choice.ts';
import { createMilestone } from './create-milestone.ts';
import { createPriority } from './create-priority.ts';
import { createProject } from './create-project.ts';
import { createSection } from './create-section.ts';
import { createStatus } from './create-status.ts';
import { type ChoicePlace, requireVisiblePlace } from './visible-choice.ts';

interface AddChoice extends ChoicePlace {
  readonly properties: ChoicePatch & { readonly name: string };
}

interface Creation extends ChoicePatch {
  readonly name: string;
  readonly placeId: number;
}

const creations: Readonly<Record<ChoiceKind, (tx: Context, creation: Creation) => Promise<number>>> = {
  project: (tx, { placeId, name }) => createProject(tx, { spaceId: placeId, title: name }),
  section: (tx, { placeId, name }) => createSection(tx, { projectId: placeId, name }),
  milestone: (tx, { placeId, name, dueAt = null }) => createMilestone(tx, { projectId: placeId, title: name, dueAt }),
  status: (tx, { placeId, ...status }) => createStatus(tx, { spaceId: placeId, ...status }),
  priority: (tx, { placeId, name }) => createPriority(tx, { spaceId: placeId, name }),
};

/**
 * Adds a choice of any kind to a space or a project with all its properties, and answers with its ID; at the end of
 * the order unless told. Throws SPACE_NOT_FOUND or PROJECT_NOT_FOUND, RIGHT_MISSING, FIELDS_INVALID,
 * CONFIGURATION_CONFLICT.
 */
export const addChoice = (ctx: Context, { kind, placeId, properties }: AddChoice): Promise<number> =>
  ctx.inTransaction(async (tx) => {
    await requireVisiblePlace(tx, { kind, placeId });
    const id = await creations[kind](tx, { ...properties, placeId });
    const { name, dueAt, isClosed, cssClass, color, ...changes } = properties;
    await changeChoice(tx, { kind, id, changes });
    return id;
  });
