import { DomainError, invalidField } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { requireManagedSpace } from '../spaces/require-managed-space.ts';
import type { SpaceConfiguration } from '../spaces/space.ts';
import { type Choice, type ChoiceKind, choiceNotFound, kinds, namedIn, siblingsIn, usableName } from './choice.ts';
import { selectSpaceIdOfChoice } from './choices.store.ts';

/** Names one choice. */
export interface ChoiceReference {
  readonly kind: ChoiceKind;
  readonly id: number;
}

/** A choice with what is around it, as the transaction finds it. */
interface ManagedChoice {
  readonly configuration: SpaceConfiguration;
  readonly spaceId: number;
  readonly choice: Choice;
  /** The choice itself and those beside it. */
  readonly siblings: readonly Choice[];
}

/**
 * A choice that whoever acts may configure, kept from other changes of configuration until the transaction ends.
 * Throws STATUS_NOT_FOUND and the like, RIGHT_MISSING.
 */
export const requireManagedChoice = async (tx: Context, { kind, id }: ChoiceReference): Promise<ManagedChoice> => {
  const missing = choiceNotFound(kind, id);
  const spaceId = await selectSpaceIdOfChoice(tx.db, kind, id);
  if (spaceId === undefined) throw missing;
  const configuration = await requireManagedSpace(tx, spaceId, missing);
  const choice = kinds[kind].all(configuration).find((each) => each.id === id);
  if (choice === undefined) throw missing;
  return { configuration, spaceId, choice, siblings: siblingsIn(configuration, kind, choice.projectId) };
};

interface NewName {
  readonly kind: ChoiceKind;
  readonly name: string;
  /** The choices that must have other names. */
  readonly others: readonly Choice[];
}

/** The name in the form in which it is kept. Throws FIELDS_INVALID when it is not usable or another one has it. */
export const requireNewName = ({ kind, name, others }: NewName): string => {
  const field = kinds[kind].nameField;
  const usable = usableName(field, name);
  const taken = namedIn(others, usable);
  if (taken === undefined) return usable;
  const archived = taken.archived ? ', which is archived' : '';
  throw invalidField(field, `must be new: there is already the ${kind} "${taken.name}" (${taken.id})${archived}`);
};

/** Throws CONFIGURATION_CONFLICT when the choice must stay in use: the default, or the only one left. */
export const requireDispensable = (kind: ChoiceKind, choice: Choice, siblings: readonly Choice[]): void => {
  if (choice.archived || !kinds[kind].isRequired) return;
  const others = siblings.filter(({ id, archived }) => id !== choice.id && !archived);
  if (others.length === 0)
    throw conflict(`The ${kind} "${choice.name}" is the last one in use here: add another one first.`);
  if (choice.isDefault)
    throw conflict(`The ${kind} "${choice.name}" is the default: make another one the default first.`);
};

/** The refusal for what the rest of the configuration does not allow. */
export const conflict = (message: string): DomainError => new DomainError('CONFIGURATION_CONFLICT', { message });
