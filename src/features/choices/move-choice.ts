import { invalidField } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { appendConfigurationEvent } from '../../platform/events/append-event.ts';
import { kinds } from './choice.ts';
import { type ChoiceReference, requireManagedChoice } from './choice-access.ts';
import { updateChoice } from './choices.store.ts';

interface MoveChoice extends ChoiceReference {
  /** The place in the order, from 1; the archived ones count. */
  readonly position: number;
}

/** Puts a choice at another place in the order in which people see it. Throws FIELDS_INVALID, RIGHT_MISSING. */
export const moveChoice = (ctx: Context, { kind, id, position }: MoveChoice): Promise<void> =>
  ctx.inTransaction(async (tx) => {
    const { spaceId, choice, siblings } = await requireManagedChoice(tx, { kind, id });
    if (!Number.isInteger(position) || position < 1 || position > siblings.length) {
      throw invalidField('position', `must be from 1 to ${siblings.length}`);
    }
    const oldPosition = siblings.findIndex((each) => each.id === id) + 1;
    if (oldPosition === position) return;
    const order = siblings.filter((each) => each.id !== id).toSpliced(position - 1, 0, choice);
    for (const [index, each] of order.entries()) await updateChoice(tx.db, { kind, id: each.id }, { position: index });
    const payload = { [kinds[kind].property]: id, name: choice.name, position, oldPosition };
    await appendConfigurationEvent(tx, { type: `${kind}.moved`, spaceId, payload });
  });
