import { DomainError } from '../../../kernel/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { type Case, type CaseChanges, isSame } from '../case.ts';
import type { VisibleCase } from '../case-access.ts';
import { normalizeChanges } from '../normalize-changes.ts';
import { planUpdate, type UpdatePlan } from '../plan-update.ts';
import type { HistoryEntry } from './case-change.ts';
import type { KeptProperty, KeptReason, Revert } from './revert.ts';

type ChangedProperty = keyof CaseChanges;

interface PlanRevert {
  readonly visible: VisibleCase;
  /** Of one change, which was no creation and no move into the bin or out of it. */
  readonly entries: readonly HistoryEntry[];
}

/** The update that takes back what can be taken back, if anything can, and what cannot. */
export interface RevertPlan {
  readonly update: UpdatePlan | undefined;
  readonly kept: readonly KeptProperty[];
}

/**
 * What of a change can be taken back without touching what others did since: properties that still have the value it
 * had given them, whose old value can be used still, and that take nothing else of the case along. Throws RIGHT_MISSING.
 */
export const planRevert = async (tx: Context, { visible, entries }: PlanRevert): Promise<RevertPlan> => {
  const { found } = visible;
  const kept = entries.flatMap((entry) => keptBecauseOfNow(found, entry));
  const changes = new Map(
    entries
      .filter(({ property }) => !kept.some((one) => one.property === property))
      .map(({ property, oldValue }) => [property as ChangedProperty, oldValue]),
  );
  while (changes.size > 0) {
    const { update, obstacles } = await tryOut(tx, visible, Object.fromEntries(changes));
    if (obstacles.length === 0) return { update, kept };
    for (const obstacle of obstacles) changes.delete(obstacle.property as ChangedProperty);
    kept.push(...obstacles);
  }
  return { update: undefined, kept };
};

/** What became of the properties of a change whose revert led to this case. */
export const outcomeOfRevert = (
  after: Case,
  entries: readonly HistoryEntry[],
  kept: readonly KeptProperty[],
): Pick<Revert, 'reverted' | 'kept'> => {
  const reverted = entries.filter(({ property }) => !kept.some((one) => one.property === property));
  return { reverted: reverted.map(({ property }) => ({ property, value: after[property] })), kept };
};

const keptBecauseOfNow = (found: Case, { property, oldValue, newValue }: HistoryEntry): KeptProperty[] => {
  if (isSame(found[property], oldValue)) return [keep(found, property, 'already-so', 'has its former value already')];
  if (isSame(found[property], newValue)) return [];
  return [keep(found, property, 'changed-since', 'was changed by a later change')];
};

const keep = (found: Case, property: HistoryEntry['property'], reason: KeptReason, problem: string): KeptProperty => ({
  property,
  currentValue: found[property],
  reason,
  detail: `${property} ${problem}.`,
});

/** What takes these changes back, or what of them has to be left out next. */
const tryOut = async (
  tx: Context,
  visible: VisibleCase,
  changes: CaseChanges,
): Promise<{ readonly update?: UpdatePlan; readonly obstacles: readonly KeptProperty[] }> => {
  const { found } = visible;
  try {
    const update = await planUpdate(tx, { visible, changes: normalizeChanges(changes) });
    const involved = involvedIn(update, changes);
    if (involved.length === 0) return { update, obstacles: [] };
    const why = `cannot be taken back without changing ${involved.join(' and ')}, which ${changedSince(involved)}`;
    const moved = changes.spaceId === undefined ? 'projectId' : 'spaceId';
    return { obstacles: [keep(found, moved, 'needed-by-others', why)] };
  } catch (error) {
    const unusable = unusableIn(error, changes);
    return { obstacles: unusable.map(({ field, problem }) => keep(found, field, 'not-usable', problem)) };
  }
};

const changedSince = (involved: readonly string[]) =>
  involved.length === 1 ? 'was changed since' : 'were changed since';

/** A case that goes back to another space or project would leave behind what others chose where it is now. */
const involvedIn = ({ differences }: UpdatePlan, changes: CaseChanges): string[] =>
  differences.map(({ property }) => property).filter((property) => !(property in changes));

/** The fields that a refusal names, when it is because of the values of fields that were to be taken back. */
const unusableIn = (error: unknown, changes: CaseChanges) => {
  const fields = error instanceof DomainError && error.code === 'FIELDS_INVALID' ? error.fields : [];
  const unusable = fields.flatMap(({ field, problem }) => {
    const property = (Object.keys(changes) as ChangedProperty[]).find((name) => name === field);
    return property === undefined ? [] : [{ field: property, problem }];
  });
  if (unusable.length === 0) throw error;
  return unusable;
};
