import type { Pool } from 'pg';
import { sharedRuns } from '../shared-runs.ts';

/**
 * Looks whether the epoch has moved, here or in another process, and calls the listener when it has. The looks are
 * shared: one that is under way may be older than what must be seen.
 */
export const watchEpoch = (pool: Pool, announce: () => void): (() => Promise<void>) => {
  let known: unknown;
  return sharedRuns(async () => {
    const { rows } = await pool.query({ name: 'epoch', text: 'select epoch from configuration_epoch' });
    const [{ epoch }] = rows as [{ epoch: unknown }];
    if (epoch !== known) announce();
    known = epoch;
  });
};
