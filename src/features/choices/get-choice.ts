import type { Context } from '../../platform/context.ts';
import { choiceNotFound } from './choice.ts';
import type { ChoiceReference } from './choice-access.ts';
import { type ChoiceInPlace, choicesInPlace } from './choice-in-place.ts';
import { requireVisibleChoice } from './visible-choice.ts';

/** A choice of a space that whoever acts can see. Throws STATUS_NOT_FOUND and the like. */
export const getChoice = async (ctx: Context, { kind, id }: ChoiceReference): Promise<ChoiceInPlace> => {
  const { configuration, choice } = await requireVisibleChoice(ctx, { kind, id });
  const [found] = await choicesInPlace(ctx, { configuration, kind, projectId: choice.projectId, id });
  if (found === undefined) throw choiceNotFound(kind, id);
  return found;
};
