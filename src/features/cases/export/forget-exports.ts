import type { Job } from '../../../platform/jobs/job.ts';
import { EXPORT_RETENTION_MS } from './export.ts';
import { deleteExportsBefore } from './exports.store.ts';

const EVERY_MS = 60 * 60 * 1_000;

/** Forgets exports whose time is over, and removes their files. */
export const forgetExports: Job = {
  name: 'forget exports',
  everyMs: EVERY_MS,
  run: (ctx) =>
    ctx.inTransaction(async (tx) => {
      const keys = await deleteExportsBefore(tx.db, tx.now - EXPORT_RETENTION_MS);
      tx.afterCommit(async () => {
        for (const key of keys) await tx.platform.files.remove(key);
      });
    }),
};
