import type { Context } from '../../platform/context.ts';
import { appendConfigurationEvent } from '../../platform/events/append-event.ts';
import { requireManagedChoice } from './choice-access.ts';
import { updateChoice } from './choices.store.ts';

interface ScheduleMilestone {
  readonly id: number;
  /** Milliseconds since 1970-01-01T00:00:00Z, or null for no due date. */
  readonly dueAt: number | null;
}

/** Sets when a milestone is due. Throws MILESTONE_NOT_FOUND, RIGHT_MISSING. */
export const scheduleMilestone = (ctx: Context, { id, dueAt }: ScheduleMilestone): Promise<void> =>
  ctx.inTransaction(async (tx) => {
    const { spaceId, choice } = await requireManagedChoice(tx, { kind: 'milestone', id });
    const { name, dueAt: oldDueAt = null } = choice;
    if (oldDueAt === dueAt) return;
    await updateChoice(tx.db, { kind: 'milestone', id }, { dueAt });
    const payload = { milestoneId: id, name, dueAt, oldDueAt };
    await appendConfigurationEvent(tx, { type: 'milestone.scheduled', spaceId, payload });
  });
