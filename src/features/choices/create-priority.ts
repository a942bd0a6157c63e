import type { Context } from '../../platform/context.ts';
import { createChoice } from './create-choice.ts';

interface CreatePriority {
  readonly spaceId: number;
  readonly name: string;
}

/** Adds a priority to a space. Throws FIELDS_INVALID, RIGHT_MISSING. */
export const createPriority = (ctx: Context, { spaceId, name }: CreatePriority): Promise<number> =>
  createChoice(ctx, {
    kind: 'priority',
    place: { spaceId },
    name,
    own: {},
  });
