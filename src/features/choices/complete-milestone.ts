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
    const { spaceId, choice } = await requireManagedChoice(tx, { kind: 'milestone', id });
    if (choice.completedAt !== null) return;
    await updateChoice(tx.db, { kind: 'milestone', id }, { completedAt: tx.now });
    const payload = { milestoneId: id, name: choice.name };
    await appendConfigurationEvent(tx, { type: 'milestone.completed', spaceId, payload });
  });
