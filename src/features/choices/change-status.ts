import type { Context } from '../../platform/context.ts';
import { appendConfigurationEvent } from '../../platform/events/append-event.ts';
import { requireManagedChoice } from './choice-access.ts';
import { updateChoice } from './choices.store.ts';
import { requireCssClass } from './status-style.ts';

interface ChangeStatus {
  readonly id: number;
  /** Whether the work on a case with this status has ended. */
  readonly isClosed?: boolean;
  readonly cssClass?: string;
}

/** Changes what a status means and how it looks. Throws FIELDS_INVALID, STATUS_NOT_FOUND, RIGHT_MISSING. */
export const changeStatus = (ctx: Context, { id, ...changes }: ChangeStatus): Promise<void> =>
  ctx.inTransaction(async (tx) => {
    const { spaceId, configuration } = await requireManagedChoice(tx, { kind: 'status', id });
    if (changes.cssClass !== undefined) requireCssClass(changes.cssClass);
    const status = configuration.statuses.get(id);
    if (status === undefined) throw new Error(`Status ${id} is not in its space.`);
    const { isClosed = status.isClosed, cssClass = status.cssClass } = changes;
    if (isClosed === status.isClosed && cssClass === status.cssClass) return;
    await updateChoice(tx.db, { kind: 'status', id }, changes);
    const payload = {
      statusId: id,
      name: status.name,
      ...(isClosed === status.isClosed ? {} : { isClosed, oldIsClosed: status.isClosed }),
      ...(cssClass === status.cssClass ? {} : { cssClass, oldCssClass: status.cssClass }),
    };
    await appendConfigurationEvent(tx, { type: 'status.changed', spaceId, payload });
  });
