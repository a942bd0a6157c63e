import type { Context } from '../../platform/context.ts';
import { visibleSpaceIds } from '../spaces/space-access.ts';
import { spaceIdsWithRight } from '../spaces/spaces-with-right.ts';
import { isUnlimitedAdministrator } from '../users/is-unlimited-administrator.ts';
import type { EventRow } from './event.ts';

type Spaces = 'all' | ReadonlySet<number>;

/** What somebody hears of what happens. */
export interface EventSight {
  readonly userId: number | null;
  /** Where they hear what happens to cases, what happens inside, and how the space is configured. */
  readonly cases: Spaces;
  readonly internal: Spaces;
  readonly configuration: Spaces;
  /** Whether they hear of all users, keys and whatever else is the workspace's. */
  readonly workspace: boolean;
  /** Whether they hear of themselves: not with a key that is narrowed. */
  readonly self: boolean;
}

/** What whoever acts hears of what happens, by their rights at this moment. */
export const eventSightOf = async (ctx: Context): Promise<EventSight> => ({
  userId: ctx.actor.userId,
  cases: spaces(await visibleSpaceIds(ctx)),
  internal: spaces(await spaceIdsWithRight(ctx, 'InternalComments')),
  configuration: spaces(await spaceIdsWithRight(ctx, 'ManageSpace')),
  workspace: await isUnlimitedAdministrator(ctx),
  self: ctx.actor.scope === undefined,
});

/** What the managers of a space hear of it, or the administrators of everything. */
export const sightOfManagers = (spaceId: number | null): EventSight => {
  const where = spaceId === null ? 'all' : new Set([spaceId]);
  const workspace = spaceId === null;
  return { userId: null, cases: where, internal: where, configuration: where, workspace, self: false };
};

const spaces = (ids: 'all' | readonly number[]): Spaces => (ids === 'all' ? 'all' : new Set(ids));

const has = (all: Spaces, spaceId: number): boolean => all === 'all' || all.has(spaceId);

/**
 * Whether an event is told to them. What happened to a case follows the case to where it is now; a space's own events
 * are for its managers, everything else for administrators; and what is about somebody, a membership included, is told
 * to them. Source: docs/adr/0015.
 */
export const mayHear = (sight: EventSight, event: EventRow): boolean => {
  const spaceId = placeOf(event);
  if (spaceId === null) return sight.workspace || (sight.self && isAbout(event, sight.userId));
  if (event.caseId === null) return has(sight.configuration, spaceId) || isOwnMembership(sight, event);
  return has(sight.cases, spaceId) && (!isInternal(event) || has(sight.internal, spaceId));
};

/** Whether no event is kept from them: then nobody needs to ask for each. */
export const hearsEverything = ({ cases, internal, configuration, workspace }: EventSight): boolean =>
  workspace && cases === 'all' && internal === 'all' && configuration === 'all';

/** The space whose people hear of it: of a case that was moved away, the one that it left. */
const placeOf = ({ type, spaceId, caseSpaceId }: EventRow): number | null =>
  type === 'case.left_space' ? spaceId : (caseSpaceId ?? spaceId);

/** Inside JSON texts the quotes would be escaped, so nothing that people write is taken for it. */
const isInternal = ({ type, payload }: EventRow): boolean =>
  payload.includes('"isInternal":true') || (isLikeOfComment(type) && !payload.includes('"isInternal":false'));

/** Older ones do not tell whether the comment is internal. */
const isLikeOfComment = (type: string): boolean => type === 'comment.liked' || type === 'comment.unliked';

/** Whoever is told nothing of a space still learns what they may do there, or not any more. */
const isOwnMembership = (sight: EventSight, event: EventRow): boolean =>
  sight.self && event.type.startsWith('space.member_') && isAbout(event, sight.userId);

const isAbout = ({ actorId, payload }: EventRow, userId: number | null): boolean => {
  const { userId: subject = actorId } = JSON.parse(payload) as { readonly userId?: unknown };
  return userId !== null && subject === userId;
};
