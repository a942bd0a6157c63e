import type { Context } from '../../platform/context.ts';
import { createChoice } from './create-choice.ts';

interface CreateMilestone {
  readonly id?: number;
  readonly projectId: number;
  readonly title: string;
  /** Milliseconds since 1970-01-01T00:00:00Z, or null when there is no due date. */
  readonly dueAt: number | null;
}

/** Adds a milestone to a project. Throws FIELDS_INVALID, RIGHT_MISSING. */
export const createMilestone = (ctx: Context, { id, projectId, title, dueAt }: CreateMilestone): Promise<number> =>
  createChoice(ctx, {
    kind: 'milestone',
    place: { projectId },
    name: title,
    id,
    own: { dueAt },
  });
