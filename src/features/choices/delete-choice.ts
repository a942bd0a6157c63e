import { DomainError } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { appendConfigurationEvent } from '../../platform/events/append-event.ts';
import { countReferringCases } from '../cases/count-referring-cases.ts';
import { releaseChoice } from '../templates/release-choice.ts';
import { type Choice, type ChoiceKind, kinds } from './choice.ts';
import { type ChoiceReference, requireDispensable, requireManagedChoice } from './choice-access.ts';
import { deleteChoice as deleteRow } from './choices.store.ts';

/**
 * Removes a choice that no case has; a project with its sections, milestones and templates. Throws IN_USE when a case
 * has it, also one in the bin; CONFIGURATION_CONFLICT for the default and the last one in use; RIGHT_MISSING.
 */
export const deleteChoice = (ctx: Context, { kind, id }: ChoiceReference): Promise<void> =>
  ctx.inTransaction(async (tx) => {
    const { spaceId, choice, siblings } = await requireManagedChoice(tx, { kind, id });
    requireDispensable(kind, choice, siblings);
    const count = await countReferringCases(tx, { property: kinds[kind].property, id });
    if (count.all > 0) throw inUse(kind, choice, count);
    await releaseChoice(tx, { kind, id });
    await deleteRow(tx.db, { kind, id });
    const payload = { [kinds[kind].property]: id, name: choice.name };
    await appendConfigurationEvent(tx, { type: `${kind}.deleted`, spaceId, payload });
  });

const inUse = (kind: ChoiceKind, { name }: Choice, { all, binned }: { all: number; binned: number }): DomainError => {
  const cases = `${all} ${all === 1 ? 'case' : 'cases'}${binned > 0 ? ` (${binned} of them in the bin)` : ''}`;
  const wayOut = 'archive it, or merge it into another one';
  return new DomainError('IN_USE', {
    message: `The ${kind} "${name}" is used by ${cases}: ${wayOut}.`,
    details: { caseCount: all, binnedCaseCount: binned },
  });
};
