import type { Context } from '../../platform/context.ts';
import { type ChoiceInPlace, choicesInPlace } from './choice-in-place.ts';
import { type ChoicePlace, requireVisiblePlace } from './visible-choice.ts';

/**
 * All choices of a kind in a space or a project, the archived ones too, in the order people gave them. Throws
 * SPACE_NOT_FOUND or PROJECT_NOT_FOUND.
 */
export const listChoices = async (ctx: Context, place: ChoicePlace): Promise<ChoiceInPlace[]> =>
  choicesInPlace(ctx, { ...(await requireVisiblePlace(ctx, place)), kind: place.kind });
