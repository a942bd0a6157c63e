import type { Context } from '../../platform/context.ts';
import { getSpace } from '../spaces/get-space.ts';
import type { SpaceConfiguration } from '../spaces/space.ts';
import { accessOfActor } from '../spaces/space-access.ts';
import { findConfiguration } from '../spaces/space-configuration.ts';
import { type Choice, type ChoiceKind, choiceNotFound, isRequiredKind, kinds } from './choice.ts';
import type { ChoiceReference } from './choice-access.ts';
import { selectSpaceIdOfChoice } from './choices.store.ts';

interface VisibleChoice {
  readonly configuration: SpaceConfiguration;
  readonly choice: Choice;
}

/** A choice of a space that whoever acts can see. Throws STATUS_NOT_FOUND and the like. */
export const requireVisibleChoice = async (ctx: Context, { kind, id }: ChoiceReference): Promise<VisibleChoice> => {
  const spaceId = await selectSpaceIdOfChoice(ctx.db, kind, id);
  const configuration = spaceId === undefined ? undefined : await findConfiguration(ctx, spaceId);
  const isVisible = configuration !== undefined && (await accessOfActor(ctx, configuration)) !== undefined;
  const choice = isVisible ? kinds[kind].all(configuration).find((each) => each.id === id) : undefined;
  if (configuration === undefined || choice === undefined) throw choiceNotFound(kind, id);
  return { configuration, choice };
};

/** Where choices of a kind are. */
export interface ChoicePlace {
  readonly kind: ChoiceKind;
  /** The ID of the space or, for sections and milestones, of the project. */
  readonly placeId: number;
}

interface VisiblePlace {
  readonly configuration: SpaceConfiguration;
  /** Null for the space itself. */
  readonly projectId: number | null;
}

/** The place, if whoever acts can see it. Throws SPACE_NOT_FOUND or PROJECT_NOT_FOUND. */
export const requireVisiblePlace = async (ctx: Context, { kind, placeId }: ChoicePlace): Promise<VisiblePlace> => {
  if (isRequiredKind(kind)) {
    const { configuration } = await getSpace(ctx, { spaceId: placeId });
    return { configuration, projectId: null };
  }
  const { configuration } = await requireVisibleChoice(ctx, { kind: 'project', id: placeId });
  return { configuration, projectId: placeId };
};
