import type { Context } from '../../platform/context.ts';
import { appendConfigurationEvent } from '../../platform/events/append-event.ts';
import { kinds, type RequiredKind } from './choice.ts';
import { conflict, requireManagedChoice } from './choice-access.ts';
import { updateChoice } from './choices.store.ts';

interface SetDefaultChoice {
  readonly kind: RequiredKind;
  readonly id: number;
}

/** Makes a choice the one that new cases get unless they name another. Throws CONFIGURATION_CONFLICT, RIGHT_MISSING. */
export const setDefaultChoice = (ctx: Context, { kind, id }: SetDefaultChoice): Promise<void> =>
  ctx.inTransaction(async (tx) => {
    const { spaceId, choice, siblings } = await requireManagedChoice(tx, { kind, id });
    if (choice.archived)
      throw conflict(`The ${kind} "${choice.name}" is archived: an archived one cannot be the default.`);
    if (choice.isDefault) return;
    for (const each of siblings) {
      if (each.isDefault) await updateChoice(tx.db, { kind, id: each.id }, { isDefault: false });
    }
    await updateChoice(tx.db, { kind, id }, { isDefault: true });
    const payload = { [kinds[kind].property]: id, name: choice.name };
    await appendConfigurationEvent(tx, { type: `${kind}.made_default`, spaceId, payload });
  });
