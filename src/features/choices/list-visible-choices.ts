import type { Context } from '../../platform/context.ts';
import { visibleConfigurations } from '../spaces/visible-configurations.ts';
import type { RequiredKind } from './choice.ts';
import { type ChoiceInPlace, choicesInPlace } from './choice-in-place.ts';

/**
 * All choices of a kind in all spaces that whoever acts can see, the archived ones too: space by space, in the order
 * people gave them.
 */
export const listVisibleChoices = async (
  ctx: Context,
  { kind }: { readonly kind: RequiredKind },
): Promise<ChoiceInPlace[]> => {
  const found: ChoiceInPlace[] = [];
  for (const configuration of await visibleConfigurations(ctx)) {
    found.push(...(await choicesInPlace(ctx, { configuration, kind, projectId: null })));
  }
  return found;
};
