import type { Actor, Door } from '../../kernel/actor.ts';
import type { Right } from '../../kernel/permissions.ts';

/** An actor in a form that can be kept until the work is done. */
export interface KeptActor {
  readonly userId: number | null;
  readonly keyId: number | null;
  readonly door: Door;
  readonly spaceIds?: readonly number[] | null;
  readonly rights?: readonly Right[] | null;
  readonly isNarrowed: boolean;
}

export const keepActor = ({ userId, keyId, door, scope }: Actor): KeptActor => ({
  ...{ userId, keyId, door, isNarrowed: scope !== undefined },
  spaceIds: scope?.spaceIds ? [...scope.spaceIds] : null,
  rights: scope?.rights ? [...scope.rights] : null,
});

export const keptActor = ({ userId, keyId, door, isNarrowed, spaceIds, rights }: KeptActor): Actor => {
  const scope = { spaceIds: spaceIds ? new Set(spaceIds) : null, rights: rights ? new Set(rights) : null };
  return { userId, keyId, door, ...(isNarrowed ? { scope } : {}) };
};
