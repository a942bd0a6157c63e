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
    const { spaceId, configuration } = await requireManagedChoice(tx, { kind: 'milestone', id });
    if (configuration.milestones.get(id)?.completedAt === null) return;
    await updateChoice(tx.db, { kind: 'milestone', id }, { completedAt: null });
    await appendConfigurationEvent(tx, { type: 'milestone.reopened', spaceId, payload: { milestoneId: id } });
  });
