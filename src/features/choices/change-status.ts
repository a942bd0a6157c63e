import type { StatusColor } from '../../kernel/status-color.ts';
import type { Context } from '../../platform/context.ts';
import { appendConfigurationEvent } from '../../platform/events/append-event.ts';
import type { Status } from '../spaces/space.ts';
import { requireManagedChoice } from './choice-access.ts';
import { updateChoice } from './choices.store.ts';
import { requireColor, requireCssClass } from './status-style.ts';

interface ChangeStatus {
  readonly id: number;
  /** Whether the work on a case with this status has ended. */
  readonly isClosed?: boolean;
  readonly cssClass?: string;
  readonly color?: StatusColor | null;
}

/** Changes what a status means and how it looks. Throws FIELDS_INVALID, STATUS_NOT_FOUND, RIGHT_MISSING. */
export const changeStatus = (ctx: Context, { id, ...changes }: ChangeStatus): Promise<void> =>
  ctx.inTransaction(async (tx) => {
    const { spaceId, configuration } = await requireManagedChoice(tx, { kind: 'status', id });
    if (changes.cssClass !== undefined) requireCssClass(changes.cssClass);
    const status = configuration.statuses.get(id);
    if (status === undefined) throw new Error(`Status ${id} is not in its space.`);
    if (changes.color !== undefined) requireColor(changes.color);
    const told = differences(status, changes);
    if (Object.keys(told).length === 0) return;
    await updateChoice(tx.db, { kind: 'status', id }, changes);
    const payload = { statusId: id, name: status.name, ...told };
    await appendConfigurationEvent(tx, { type: 'status.changed', spaceId, payload });
  });

/** What becomes different, with what was before. */
const differences = (status: Status, { isClosed, cssClass, color }: Omit<ChangeStatus, 'id'>) => ({
  ...(isClosed === undefined || isClosed === status.isClosed ? {} : { isClosed, oldIsClosed: status.isClosed }),
  ...(cssClass === undefined || cssClass === status.cssClass ? {} : { cssClass, oldCssClass: status.cssClass }),
  ...(color === undefined || color === status.color ? {} : { color, oldColor: status.color }),
});
