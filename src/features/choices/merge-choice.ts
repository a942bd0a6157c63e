import { DomainError, invalidField } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { appendConfigurationEvent } from '../../platform/events/append-event.ts';
import type { Case, CaseProperties } from '../cases/case.ts';
import { countReferringCases } from '../cases/count-referring-cases.ts';
import { reassignCases } from '../cases/reassign-cases.ts';
import { accessOfActor, requireRight } from '../spaces/space-access.ts';
import { getConfiguration } from '../spaces/space-configuration.ts';
import { handOverChoice } from '../templates/hand-over-choice.ts';
import { archiveChoice } from './archive-choice.ts';
import { type ChoiceKind, kinds } from './choice.ts';
import { requireManagedChoice } from './choice-access.ts';
import { deleteChoice as deleteRow } from './choices.store.ts';
import { prepareProjectMerge } from './prepare-project-merge.ts';

/** How often to look for cases that were given the old choice meanwhile. */
const MAX_ROUNDS = 10;

interface MergeChoice {
  readonly kind: ChoiceKind;
  /** The one that goes, and the one that stays: of the same space or, for sections and milestones, project. */
  readonly id: number;
  readonly intoId: number;
}

interface MergeWith extends MergeChoice {
  /** What else belongs to the transaction that ends the merge. */
  readonly conclude?: (tx: Context, changed: number) => Promise<void>;
}

/**
 * Gives all cases of one choice another one of the same kind, and removes the first; answers how many cases it changed.
 * The first is archived before, so that no case gets it meanwhile; cut off in the middle, the merge can be done again.
 * Sections and milestones of a project go to those of the same name, which are made where they are missing; templates
 * go along.
 * Not for use inside a transaction: it makes many small ones. Throws FIELDS_INVALID, RIGHT_MISSING, SPACE_ARCHIVED,
 * CONFIGURATION_CONFLICT for the default.
 */
export const mergeChoice = async (ctx: Context, { conclude, ...merge }: MergeWith): Promise<number> => {
  const spaceId = await begin(ctx, merge);
  let changed = 0;
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const instead = await replacement(ctx, merge);
    const { kind, id } = merge;
    const require = (tx: Context): Promise<void> => requireStillAllowed(tx, spaceId, merge);
    changed += await reassignCases(ctx, { property: kinds[kind].property, id, require, instead });
    if (await finish(ctx, merge, async (tx) => conclude?.(tx, changed))) return changed;
  }
  throw new DomainError('IN_USE', { message: `Cases are still given the ${merge.kind} ${merge.id}: merge it again.` });
};

/** Makes the checks of a merge and answers how many cases it would change. Throws what `mergeChoice` throws. */
export const rehearseMerge = (ctx: Context, { kind, id, intoId }: MergeChoice): Promise<number> =>
  ctx.inTransaction(async (tx) => {
    await begin(tx, { kind, id, intoId });
    return (await countReferringCases(tx, { property: kinds[kind].property, id })).all;
  });

/** Answers with the space in which it happens. */
const begin = (ctx: Context, merge: MergeChoice): Promise<number> =>
  ctx.inTransaction(async (tx) => {
    const { kind, id, intoId } = merge;
    const { spaceId, siblings } = await requireManagedChoice(tx, { kind, id });
    const into = siblings.find((each) => each.id === intoId);
    const place = kinds[kind].isRequired ? 'space' : 'project';
    if (into === undefined)
      throw invalidField('intoId', `must be a ${kind} of the same ${place}: there is no ${intoId}`);
    if (intoId === id) throw invalidField('intoId', `must be another ${kind} than the one that goes`);
    if (into.archived) throw invalidField('intoId', `must not be archived: "${into.name}" is`);
    await requireStillAllowed(tx, spaceId, merge);
    await archiveChoice(tx, { kind, id });
    return spaceId;
  });

const requireStillAllowed = async (tx: Context, spaceId: number, { kind, intoId }: MergeChoice): Promise<void> => {
  const configuration = await getConfiguration(tx, spaceId);
  const { name, archived } = configuration.space;
  const access = await accessOfActor(tx, configuration);
  if (access === undefined) throw new DomainError('SPACE_NOT_FOUND');
  requireRight(access, 'ManageSpace', `configure the space "${name}"`);
  if (archived)
    throw new DomainError('SPACE_ARCHIVED', {
      message: `The space "${name}" is archived: its cases cannot be changed.`,
    });
  if (kinds[kind].all(configuration).some(({ id }) => id === intoId)) return;
  throw new DomainError(kinds[kind].notFound, { message: `There is no ${kind} ${intoId} any more.` });
};

/** What cases get in the place of what goes. */
const replacement = async (
  ctx: Context,
  { kind, id, intoId }: MergeChoice,
): Promise<(found: Case) => Partial<CaseProperties> | undefined> => {
  if (kind === 'project') return prepareProjectMerge(ctx, { id, intoId });
  return () => ({ [kinds[kind].property]: intoId });
};

/** Removes what has no cases any more; false when some were given it meanwhile. */
const finish = (
  ctx: Context,
  { kind, id, intoId }: MergeChoice,
  conclude: (tx: Context) => Promise<void>,
): Promise<boolean> =>
  ctx.inTransaction(async (tx) => {
    const { configuration, spaceId, choice, siblings } = await requireManagedChoice(tx, { kind, id });
    if ((await countReferringCases(tx, { property: kinds[kind].property, id })).all > 0) return false;
    await handOverChoice(tx, { kind, id, intoId, configuration });
    await deleteRow(tx.db, { kind, id });
    const into = siblings.find((each) => each.id === intoId);
    const payload = { [kinds[kind].property]: id, name: choice.name, intoId, intoName: into?.name ?? '' };
    await appendConfigurationEvent(tx, { type: `${kind}.merged`, spaceId, payload });
    await conclude(tx);
    return true;
  });
