import type { Context } from '../../platform/context.ts';
import { appendConfigurationEvent } from '../../platform/events/append-event.ts';
import { requireManagedChoice } from './choice-access.ts';
import { updateChoice } from './choices.store.ts';

interface ReopenMilestone {
  readonly id: number;
}

/** Takes back that a milestone is reached. Throws MILESTONE_NOT_FOUND, RIGHT_MISSING. */
export const reopenMilestone = (ctx: Context, { id }: ReopenMilestone): Promise<void> =>
  ctx.inTransaction(async (tx) => {
    const { spaceId, choice } = await requireManagedChoice(tx, { kind: 'milestone', id });
    if (choice.completedAt === null) return;
    await updateChoice(tx.db, { kind: 'milestone', id }, { completedAt: null });
    const payload = { milestoneId: id, name: choice.name };
    await appendConfigurationEvent(tx, { type: 'milestone.reopened', spaceId, payload });
  });
