import type { Context } from '../../platform/context.ts';
import { appendConfigurationEvent } from '../../platform/events/append-event.ts';
import type { Case, CaseProperties } from '../cases/case.ts';
import type { SpaceConfiguration } from '../spaces/space.ts';
import { type Choice, kinds, namedIn, siblingsIn } from './choice.ts';
import { requireManagedChoice } from './choice-access.ts';
import { insertChoice } from './choices.store.ts';

interface ProjectMerge {
  readonly id: number;
  readonly intoId: number;
}

type Twins = ReadonlyMap<number, number>;

/**
 * Gives the project that stays a section and a milestone for each one of the project that goes, and answers with what
 * the cases of the latter get. A case whose section is newer than that is left for the next round.
 */
export const prepareProjectMerge = (
  ctx: Context,
  { id, intoId }: ProjectMerge,
): Promise<(found: Case) => Partial<CaseProperties> | undefined> =>
  ctx.inTransaction(async (tx) => {
    const { configuration } = await requireManagedChoice(tx, { kind: 'project', id });
    const sections = await twinsOf(tx, { kind: 'section', id, intoId, configuration });
    const milestones = await twinsOf(tx, { kind: 'milestone', id, intoId, configuration });
    return ({ sectionId, milestoneId }) => {
      const section = twinOf(sections, sectionId);
      const milestone = twinOf(milestones, milestoneId);
      if (section === undefined || milestone === undefined) return undefined;
      return { projectId: intoId, sectionId: section, milestoneId: milestone };
    };
  });

const twinOf = (twins: Twins, id: number | null): number | null | undefined => (id === null ? null : twins.get(id));

interface TwinsOf extends ProjectMerge {
  readonly kind: 'section' | 'milestone';
  readonly configuration: SpaceConfiguration;
}

const twinsOf = async (tx: Context, { kind, id, intoId, configuration }: TwinsOf): Promise<Twins> => {
  const present = siblingsIn(configuration, kind, intoId);
  const twins = new Map<number, number>();
  for (const choice of siblingsIn(configuration, kind, id)) {
    const twin = namedIn(present, choice.name)?.id ?? (await copyInto(tx, { kind, intoId, choice, configuration }));
    twins.set(choice.id, twin);
  }
  return twins;
};

interface CopyInto extends Omit<TwinsOf, 'id'> {
  readonly choice: Choice;
}

const copyInto = async (tx: Context, { kind, intoId, choice, configuration }: CopyInto): Promise<number> => {
  const { name, archived } = choice;
  const { dueAt = null, completedAt = null } = configuration.milestones.get(choice.id) ?? {};
  const own = kind === 'milestone' ? { dueAt, completedAt } : {};
  const copyId = await insertChoice(tx.db, { kind, parentId: intoId, name, archived, own });
  const payload = { [kinds[kind].property]: copyId, projectId: intoId, name };
  await appendConfigurationEvent(tx, { type: `${kind}.created`, spaceId: configuration.space.id, payload });
  return copyId;
};
