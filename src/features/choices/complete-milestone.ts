import type { Context } from '../../platform/context.ts';
import { appendConfigurationEvent } from '../../platform/events/append-event.ts';
import { requireManagedChoice } from './choice-access.ts';
import { updateChoice } from './choices.store.ts';

interface CompleteMilestone {
  readonly id: number;
}

/** Notes that a milestone is reached; cases can still be planned for it. Throws MILESTONE_NOT_FOUND, RIGHT_MISSING. */
export const completeMilestone = (ctx: Context, { id }: CompleteMilestone): Promise<void> =>
  ctx.inTransaction(async (tx) => {
    const { spaceId, configuration } = await requireManagedChoice(tx, { kind: 'milestone', id });
    if (configuration.milestones.get(id)?.completedAt !== null) return;
    await updateChoice(tx.db, { kind: 'milestone', id }, { completedAt: tx.now });
    await appendConfigurationEvent(tx, { type: 'milestone.completed', spaceId, payload: { milestoneId: id } });
  });
