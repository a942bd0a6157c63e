import type { ManyName } from '../../change/property-keys.ts';

/** Where all cases that are to be changed together are, as far as they are in one place. */
export interface CommonPlace {
  readonly spaceIds: readonly number[];
  readonly spaceId: number | undefined;
  readonly projectId: number | undefined;
}

/** What means the same in every space. */
const everywhere: ReadonlySet<ManyName> = new Set(['assignee', 'dueAt', 'tags']);
/** What every project has of its own. */
const ofProject: ReadonlySet<ManyName> = new Set(['section', 'milestone']);

/** Whether a property can be given to all of them at once. */
export const isOfferedIn = ({ spaceId, projectId }: CommonPlace, name: ManyName): boolean =>
  everywhere.has(name) || (ofProject.has(name) ? projectId : spaceId) !== undefined;
