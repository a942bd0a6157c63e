import type { Context } from '../../platform/context.ts';
import { appendConfigurationEvent } from '../../platform/events/append-event.ts';
import { kinds } from './choice.ts';
import { type ChoiceReference, requireDispensable, requireManagedChoice } from './choice-access.ts';
import { updateChoice } from './choices.store.ts';

/**
 * Takes a choice out of use: cases that have it keep it, and it cannot be chosen anew. Throws CONFIGURATION_CONFLICT
 * for the default and the last one in use, RIGHT_MISSING.
 */
export const archiveChoice = (ctx: Context, { kind, id }: ChoiceReference): Promise<void> =>
  ctx.inTransaction(async (tx) => {
    const { spaceId, choice, siblings } = await requireManagedChoice(tx, { kind, id });
    if (choice.archived) return;
    requireDispensable(kind, choice, siblings);
    await updateChoice(tx.db, { kind, id }, { archived: true });
    const payload = { [kinds[kind].property]: id, name: choice.name };
    await appendConfigurationEvent(tx, { type: `${kind}.archived`, spaceId, payload });
  });
