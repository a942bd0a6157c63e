import { invalidField } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { continueIdsAfterHighest } from '../../platform/database/identity.ts';
import { appendConfigurationEvent } from '../../platform/events/append-event.ts';
import { countInProject, insertMilestone, selectSpaceIdOfProject } from './projects.store.ts';

interface CreateMilestone {
  readonly id?: number;
  readonly projectId: number;
  readonly title: string;
  /** Milliseconds since 1970-01-01T00:00:00Z, or null when there is no due date. */
  readonly dueAt: number | null;
}

/** Adds a milestone to a project. Throws FIELDS_INVALID. */
export const createMilestone = (ctx: Context, { id, projectId, title, dueAt }: CreateMilestone): Promise<number> =>
  ctx.inTransaction(async (tx) => {
    if (title.trim() === '') throw invalidField('title', 'must not be blank');
    const spaceId = await selectSpaceIdOfProject(tx.db, projectId);
    if (spaceId === undefined) throw invalidField('projectId', 'must be of a project');
    const position = await countInProject(tx.db, 'milestones', projectId);
    const given = id === undefined ? {} : { id };
    const milestoneId = await insertMilestone(tx.db, { ...given, projectId, title: title.trim(), dueAt, position });
    if (id !== undefined) await continueIdsAfterHighest(tx.db, 'milestones');
    await appendConfigurationEvent(tx, {
      type: 'milestone.created',
      spaceId,
      payload: { projectId, milestoneId, title },
    });
    return milestoneId;
  });
