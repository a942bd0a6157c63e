import { invalidField } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { continueIdsAfterHighest } from '../../platform/database/identity.ts';
import { appendConfigurationEvent } from '../../platform/events/append-event.ts';
import { requireManagedSpace } from '../spaces/require-managed-space.ts';
import { type Choice, type ChoiceKind, kinds, siblingsIn } from './choice.ts';
import { conflict, requireNewName } from './choice-access.ts';
import { choiceTables, insertChoice, type OwnValues, selectSpaceIdOfChoice } from './choices.store.ts';

/** How many choices of one kind a space or a project may have, the archived ones too. */
const MAX_SIBLINGS = 1_000;

/** Where a new choice goes: into a space or, for sections and milestones, into a project. */
type Place = { readonly spaceId: number } | { readonly projectId: number };

interface CreateChoice<Kind extends ChoiceKind> {
  readonly kind: Kind;
  readonly place: Place;
  readonly name: string;
  /** An ID that is known already: only when cases are brought along from elsewhere. */
  readonly id?: number | undefined;
  /** What only this kind has; the first one of its kind becomes the default by itself. */
  readonly own: Omit<OwnValues[Kind], 'isDefault'>;
}

/** What creating is for every kind. Throws FIELDS_INVALID, RIGHT_MISSING, CONFIGURATION_CONFLICT. */
export const createChoice = <Kind extends ChoiceKind>(
  ctx: Context,
  { kind, place, name: text, id, own }: CreateChoice<Kind>,
): Promise<number> =>
  ctx.inTransaction(async (tx) => {
    const { spaceId, siblings } = await requirePlace(tx, kind, place);
    const name = requireNewName({ kind, name: text, others: siblings });
    if (siblings.length >= MAX_SIBLINGS) throw conflict(`There can be at most ${MAX_SIBLINGS} ${kinds[kind].plural}.`);
    const parentId = 'spaceId' in place ? place.spaceId : place.projectId;
    const isDefault = kinds[kind].isRequired ? { isDefault: siblings.length === 0 } : {};
    const choiceId = await insertChoice(tx.db, {
      kind,
      parentId,
      id,
      name,
      own: { ...own, ...isDefault } as OwnValues[Kind],
    });
    if (id !== undefined) await continueIdsAfterHighest(tx.db, choiceTables[kind]);
    const payload = { [kinds[kind].property]: choiceId, ...place, name };
    await appendConfigurationEvent(tx, { type: `${kind}.created`, spaceId, payload });
    return choiceId;
  });

const requirePlace = async (
  tx: Context,
  kind: ChoiceKind,
  place: Place,
): Promise<{ spaceId: number; siblings: Choice[] }> => {
  if ('spaceId' in place) {
    const { spaceId } = place;
    const missing = invalidField('spaceId', `must be a space that you can see: there is no ${spaceId}`);
    return { spaceId, siblings: siblingsIn(await requireManagedSpace(tx, spaceId, missing), kind, null) };
  }
  const { projectId } = place;
  const missing = invalidField('projectId', `must be a project that you can see: there is no ${projectId}`);
  const spaceId = await selectSpaceIdOfChoice(tx.db, 'project', projectId);
  if (spaceId === undefined) throw missing;
  return { spaceId, siblings: siblingsIn(await requireManagedSpace(tx, spaceId, missing), kind, projectId) };
};
