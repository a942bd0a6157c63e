import type { Context } from '../../platform/context.ts';
import { createChoice } from './create-choice.ts';

interface CreateProject {
  readonly id?: number;
  readonly spaceId: number;
  readonly title: string;
}

/** Adds a project to a space; the first one becomes its default. Throws FIELDS_INVALID, RIGHT_MISSING. */
export const createProject = (ctx: Context, { id, spaceId, title }: CreateProject): Promise<number> =>
  createChoice(ctx, {
    kind: 'project',
    place: { spaceId },
    name: title,
    id,
    own: {},
  });
