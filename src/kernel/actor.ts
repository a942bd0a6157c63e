import type { Right } from './permissions.ts';

/** The doors through which a change can enter; recorded with every history entry and event. */
export const doors = ['communifire', 'v1', 'cli', 'setup', 'jobs'] as const;

export type Door = (typeof doors)[number];

/** What a key is narrowed to, below what its user may do; null is no limit. */
export interface KeyScope {
  readonly spaceIds: ReadonlySet<number> | null;
  /** With an empty set the key can only read. */
  readonly rights: ReadonlySet<Right> | null;
}

/** Who acts, with which key, through which door. `userId` is null when the operator acts at the machine itself. */
export interface Actor {
  readonly userId: number | null;
  readonly keyId: number | null;
  readonly door: Door;
  /** Absent when nothing narrows what the user may do. */
  readonly scope?: KeyScope;
  /** The group in the history that the changes made now belong to; absent when each stands for itself. */
  readonly groupId?: number;
}

/** The operator of the machine: command line and first start. Stands above all permissions. */
export const operator = (door: Door): Actor => ({ userId: null, keyId: null, door });

/** Whoever has not shown a key: what they show must be asked for, not their rights. */
export const stranger = (door: Door): Actor => ({ userId: null, keyId: null, door });
