import { DomainError } from '../../../kernel/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { isPassing } from '../../../platform/database/passing.ts';
import { LEASE_MS, leasedJob } from '../../../platform/jobs/leased-job.ts';
import { isKeyUsable } from '../../keys/is-key-usable.ts';
import { keptActor } from '../kept-actor.ts';
import type { Export } from './export.ts';
import { exportCases } from './export-cases.ts';
import {
  endExportLease,
  finishExport,
  leaseExport,
  selectWaitingExport,
  updateExportProgress,
} from './exports.store.ts';

/** After how many milliseconds to note how far it has come. */
const NOTED_EVERY_MS = 1_000;

/** How large a file may become, in bytes. */
const MAX_EXPORT_BYTES = 8 * 1024 * 1024 * 1024;

/** Puts the files of exports together, one after the other. One that is cut off is begun anew, and so is one that the database cut off. */
export const performExports = leasedJob({
  name: 'perform exports',
  selectWaiting: selectWaitingExport,
  lease: leaseExport,
  perform: (ctx, work, signal) => performExport(ctx, work, signal),
});

/** It was deleted, or the program comes to an end. */
class CutOff extends Error {}

const performExport = async (ctx: Context, work: Export, signal: AbortSignal | undefined): Promise<void> => {
  const { id } = work;
  try {
    await putTogether(ctx, work, signal);
  } catch (error) {
    if (error instanceof CutOff) return ctx.inTransaction((tx) => endExportLease(tx.db, id));
    if (isPassing(error)) throw error;
    const failure = error instanceof DomainError ? { code: error.code, message: error.message } : undefined;
    await ctx.inTransaction((tx) => finishExport(tx.db, { id, state: 'failed', finishedAt: tx.now, failure }));
    // What is no refusal is a defect, to be told of.
    if (failure === undefined) throw error;
  }
};

const putTogether = async (ctx: Context, work: Export, signal: AbortSignal | undefined): Promise<void> => {
  const { id, request, actor: kept } = work;
  const actor = keptActor(kept);
  if (!(await isKeyUsable(ctx, { keyId: actor.keyId }))) throw new DomainError('KEY_UNKNOWN');
  const counted = { cases: 0 };
  const content = piecesOf(ctx.as(actor), { id, request, counted, signal });
  const stored = await ctx.platform.files.receive(content, { maxBytes: MAX_EXPORT_BYTES });
  const file = { key: stored.key, byteSize: stored.byteSize, caseCount: counted.cases };
  const isKept = await ctx.inTransaction((tx) => finishExport(tx.db, { id, state: 'done', finishedAt: tx.now, file }));
  if (!isKept) await ctx.platform.files.remove(stored.key);
};

interface PiecesOf extends Pick<Export, 'id' | 'request'> {
  readonly counted: { cases: number };
  readonly signal: AbortSignal | undefined;
}

/** The file piece by piece; notes on the way how far it has come. */
async function* piecesOf(ctx: Context, { id, request, counted, signal }: PiecesOf): AsyncGenerator<Buffer> {
  let notedAt = performance.now();
  for await (const { content, count } of await exportCases(ctx, request)) {
    yield Buffer.from(content as string);
    counted.cases += count;
    if (signal?.aborted === true) throw new CutOff();
    if (performance.now() - notedAt < NOTED_EVERY_MS) continue;
    notedAt = performance.now();
    const progress = { id, caseCount: counted.cases, leasedUntil: ctx.now + LEASE_MS };
    if (!(await ctx.inTransaction((tx) => updateExportProgress(tx.db, progress)))) throw new CutOff();
  }
}
