/** The doors through which a change can enter; recorded with every history entry and event. */
const doors = ['communifire', 'cli', 'setup'] as const;

export type Door = (typeof doors)[number];

/** Who acts, with which key, through which door. `userId` is null when the operator acts at the machine itself. */
export interface Actor {
  readonly userId: number | null;
  readonly keyId: number | null;
  readonly door: Door;
}

/** The operator of the machine: command line and first start. Stands above all permissions. */
export const operator = (door: Door): Actor => ({ userId: null, keyId: null, door });
