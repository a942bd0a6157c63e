import type { Context } from '../../platform/context.ts';
import { createChoice } from './create-choice.ts';

interface CreateSection {
  readonly id?: number;
  readonly projectId: number;
  readonly name: string;
}

/** Adds a section to a project. Throws FIELDS_INVALID, RIGHT_MISSING. */
export const createSection = (ctx: Context, { id, projectId, name }: CreateSection): Promise<number> =>
  createChoice(ctx, {
    kind: 'section',
    place: { projectId },
    name,
    id,
    own: {},
  });
