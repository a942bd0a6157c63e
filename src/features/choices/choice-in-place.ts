import type { Context } from '../../platform/context.ts';
import { type Progress, progressOfMilestones } from '../cases/milestone-progress.ts';
import type { SpaceConfiguration } from '../spaces/space.ts';
import { type Choice, type ChoiceKind, siblingsIn } from './choice.ts';

/** A choice as people see it among those beside it. */
export interface ChoiceInPlace extends Choice {
  readonly spaceId: number;
  /** The place in the order, from 1; the archived ones count. */
  readonly position: number;
  /** Of milestones only. */
  readonly progress?: Progress;
}

interface ChoicesInPlace {
  readonly configuration: SpaceConfiguration;
  readonly kind: ChoiceKind;
  /** Null for what belongs to the space itself. */
  readonly projectId: number | null;
  /** Only this one of them. */
  readonly id?: number;
}

/** The choices of a kind in a space or in one of its projects, in the order people gave them. */
export const choicesInPlace = async (
  ctx: Context,
  { configuration, kind, projectId, id }: ChoicesInPlace,
): Promise<ChoiceInPlace[]> => {
  const spaceId = configuration.space.id;
  const placed = siblingsIn(configuration, kind, projectId)
    .map((choice, index) => ({ ...choice, spaceId, position: index + 1 }))
    .filter((choice) => id === undefined || choice.id === id);
  if (kind !== 'milestone') return placed;
  const progress = await progressOfMilestones(ctx, { configuration, milestoneIds: placed.map((each) => each.id) });
  return placed.map((choice) => ({ ...choice, progress: progress.get(choice.id) ?? noProgress }));
};

const noProgress: Progress = { total: 0, closed: 0, percent: 0 };
