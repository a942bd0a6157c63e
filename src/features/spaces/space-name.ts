import { invalidField } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { isSameName, usableName } from '../choices/choice.ts';
import { listSpaces } from './list-spaces.ts';

/** The name in the form in which it is kept. Throws FIELDS_INVALID when it is not usable or another space has it. */
export const requireNewSpaceName = async (tx: Context, text: string, ownId?: number): Promise<string> => {
  const name = usableName('name', text);
  const taken = (await listSpaces(tx)).find((space) => space.id !== ownId && isSameName(space.name, name));
  if (taken === undefined) return name;
  throw invalidField('name', `must be new: there is already the space "${taken.name}" (${taken.id})`);
};
