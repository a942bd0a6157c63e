import type { Context } from '../../platform/context.ts';
import { appendConfigurationEvent } from '../../platform/events/append-event.ts';
import { kinds } from './choice.ts';
import { type ChoiceReference, requireManagedChoice } from './choice-access.ts';
import { updateChoice } from './choices.store.ts';

/** Takes an archived choice into use again. Throws RIGHT_MISSING. */
export const unarchiveChoice = (ctx: Context, { kind, id }: ChoiceReference): Promise<void> =>
  ctx.inTransaction(async (tx) => {
    const { spaceId, choice } = await requireManagedChoice(tx, { kind, id });
    if (!choice.archived) return;
    await updateChoice(tx.db, { kind, id }, { archived: false });
    const payload = { [kinds[kind].property]: id, name: choice.name };
    await appendConfigurationEvent(tx, { type: `${kind}.unarchived`, spaceId, payload });
  });
