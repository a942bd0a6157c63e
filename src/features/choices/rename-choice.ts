import type { Context } from '../../platform/context.ts';
import { appendConfigurationEvent } from '../../platform/events/append-event.ts';
import { kinds } from './choice.ts';
import { type ChoiceReference, requireManagedChoice, requireNewName } from './choice-access.ts';
import { updateChoice } from './choices.store.ts';

interface RenameChoice extends ChoiceReference {
  readonly name: string;
}

/** Gives a project, section, milestone, status or priority another name. Throws FIELDS_INVALID, RIGHT_MISSING. */
export const renameChoice = (ctx: Context, { kind, id, name }: RenameChoice): Promise<void> =>
  ctx.inTransaction(async (tx) => {
    const { spaceId, choice, siblings } = await requireManagedChoice(tx, { kind, id });
    const newName = requireNewName({ kind, name, others: siblings.filter((each) => each.id !== id) });
    if (newName === choice.name) return;
    await updateChoice(tx.db, { kind, id }, { name: newName });
    const payload = { [kinds[kind].property]: id, name: newName, oldName: choice.name };
    await appendConfigurationEvent(tx, { type: `${kind}.renamed`, spaceId, payload });
  });
