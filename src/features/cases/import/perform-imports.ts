import { setImmediate as nextTurn } from 'node:timers/promises';
import { DomainError } from '../../../kernel/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { isPassing } from '../../../platform/database/passing.ts';
import { LEASE_MS, leasedJob } from '../../../platform/jobs/leased-job.ts';
import type { TableRow } from '../../../platform/tables/table-row.ts';
import { isKeyUsable } from '../../keys/is-key-usable.ts';
import { keptActor } from '../kept-actor.ts';
import { ColumnMapping } from './column-mapping.ts';
import { endImport } from './end-import.ts';
import type { ImportWork, RefusedRow, RowCounts, RowOutcome } from './import.ts';
import { readRows } from './import-format.ts';
import { importRows } from './import-rows.ts';
import { endLease, insertRefusals, leaseImport, selectWaitingImport, updateProgress } from './imports.store.ts';
import { portionsOf } from './portions.ts';
import { valuesOf } from './row-values.ts';

/** How much is imported in one transaction: little enough that other writers do not notice. */
const PORTION = { most: 100, mostBytes: 1024 * 1024 };

/** How many refused rows of an import are kept one by one; all of them are counted. */
const MOST_KEPT_REFUSALS = 10_000;

/**
 * Does what imports have left to do, portion by portion. How far it has come is written in the transaction that imports
 * a portion: cut off anywhere, it goes on where it was. Each import has one process at a time.
 */
export const performImports = leasedJob({
  name: 'perform imports',
  selectWaiting: selectWaitingImport,
  lease: leaseImport,
  perform: (ctx, work, signal) => performImport(ctx, work, signal),
});

/** Somebody else goes on with the import, or it was cancelled. */
class NotOurs extends Error {}

const performImport = async (ctx: Context, work: ImportWork, signal: AbortSignal | undefined): Promise<void> => {
  const { id: importId } = work;
  try {
    const isDone = await importPortions(ctx, work, signal);
    await ctx.inTransaction((tx) => (isDone ? endImport(tx, { importId, state: 'done' }) : endLease(tx.db, importId)));
  } catch (error) {
    if (error instanceof NotOurs) return;
    if (isPassing(error)) throw error;
    const failure = error instanceof DomainError ? { code: error.code, message: error.message } : undefined;
    await ctx.inTransaction((tx) =>
      endImport(tx, { importId, state: 'failed', ...(failure === undefined ? {} : { failure }) }),
    );
    // What is no refusal is a defect, to be told of.
    if (failure === undefined) throw error;
  }
};

/** False when it was asked to come to an end before the file has. */
const importPortions = async (ctx: Context, work: ImportWork, signal: AbortSignal | undefined): Promise<boolean> => {
  const content = await ctx.platform.files.read(work.storageKey);
  if (content === undefined) throw new DomainError('FILE_UNREADABLE', { message: 'The file is not there any more.' });
  const performing = new Performing(ctx, work);
  for await (const rows of portionsOf(readRows(work.request.format, content), PORTION)) {
    await performing.perform(rows);
    if (signal?.aborted === true) return false;
    // Requests come before the next portion.
    await nextTurn();
  }
  return true;
};

/** One import on its way through its file. */
class Performing {
  readonly #ctx: Context;
  readonly #work: ImportWork;
  readonly #mapping: ColumnMapping;
  readonly #taken = new Set<string>();
  /** How many rows of the file have gone by. */
  #position = 0;
  #counts: RowCounts;
  /** How many columns are written down. */
  #columnCount = 0;

  constructor(ctx: Context, work: ImportWork) {
    const { created, changed, unchanged, refused } = work;
    this.#ctx = ctx;
    this.#work = work;
    this.#counts = { created, changed, unchanged, refused };
    this.#mapping = new ColumnMapping(work.request.columns);
  }

  async perform(rows: readonly TableRow[]): Promise<void> {
    const start = Math.max(this.#work.rowCount - this.#position, 0);
    const from = this.#position + start;
    this.#position += rows.length;
    const values = rows.map((row) => valuesOf(this.#mapping, row));
    // What was done before is read once more, to come to what is left.
    if (start >= rows.length) return;
    await this.#ctx.inTransaction(async (tx) => {
      const outcomes = await this.#import(tx, values.slice(start));
      await this.#note(tx, { from, outcomes, bytesRead: rows.at(-1)?.bytesRead ?? 0 });
    });
  }

  async #import(tx: Context, rows: readonly ReturnType<typeof valuesOf>[]): Promise<RowOutcome[]> {
    const { spaceId, groupId, isDryRun, actor: kept } = this.#work;
    const actor = keptActor(kept);
    if (!(await isKeyUsable(tx, { keyId: actor.keyId }))) throw new DomainError('KEY_UNKNOWN');
    const worker = tx.as(groupId === null ? actor : { ...actor, groupId });
    // What was really done stands in the database, unless it was taken back, to be tried once more.
    return importRows(worker, { spaceId, rows, isDryRun, ...(isDryRun && { taken: this.#taken }) });
  }

  async #note(tx: Context, done: { from: number; outcomes: readonly RowOutcome[]; bytesRead: number }): Promise<void> {
    const { id } = this.#work;
    const { from, outcomes, bytesRead } = done;
    const count = (outcome: RowOutcome['outcome']) => outcomes.filter((each) => each.outcome === outcome).length;
    const before = this.#counts;
    const counts = {
      created: before.created + count('created'),
      changed: before.changed + count('changed'),
      unchanged: before.unchanged + count('unchanged'),
      refused: before.refused + count('refused'),
    };
    const { columns, columnCount } = this.#mapping;
    const isNews = columnCount > this.#columnCount;
    const progress = { rowCount: this.#position, bytesRead, ...(isNews ? { columns } : {}), ...counts };
    const isOurs = await updateProgress(tx.db, { id, from, ...progress, leasedUntil: tx.now + LEASE_MS });
    if (!isOurs) throw new NotOurs();
    await insertRefusals(tx.db, id, refusedRows(outcomes).slice(0, Math.max(0, MOST_KEPT_REFUSALS - before.refused)));
    tx.afterCommit(async () => {
      this.#counts = counts;
      this.#columnCount = columnCount;
    });
  }
}

const refusedRows = (outcomes: readonly RowOutcome[]): RefusedRow[] =>
  outcomes.flatMap(({ line, refusal }) => (refusal === undefined ? [] : [{ line, refusal }]));
