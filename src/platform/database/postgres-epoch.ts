import type { Pool } from 'pg';

/**
 * Reads the epoch of the configuration for everybody who asks: those who ask while a look is under way share the next
 * one, because the one under way may be older than what they must see.
 */
const sharedLook = (look: () => Promise<void>): (() => Promise<void>) => {
  let current: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  const begin = (): Promise<void> => {
    next = undefined;
    const running = look().finally(() => {
      if (current === running) current = undefined;
    });
    current = running;
    return running;
  };
  return () => {
    if (current === undefined) return begin();
    next ??= current.then(begin, begin);
    return next;
  };
};

/** Looks whether the epoch has moved, here or in another process, and calls the listener when it has. */
export const watchEpoch = (pool: Pool, announce: () => void): (() => Promise<void>) => {
  let known: unknown;
  return sharedLook(async () => {
    const { rows } = await pool.query({ name: 'epoch', text: 'select epoch from configuration_epoch' });
    const [{ epoch }] = rows as [{ epoch: unknown }];
    if (epoch !== known) announce();
    known = epoch;
  });
};
