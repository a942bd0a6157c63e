import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { SANDBOX_KEY } from '../../src/app/fill-sandbox.ts';
import { openPlatform } from '../../src/app/open-platform.ts';
import { resetSandbox } from '../../src/app/reset-sandbox.ts';
import { importCases } from '../../src/features/cases/import/import-cases.ts';
import { operator } from '../../src/kernel/actor.ts';
import { Context } from '../../src/platform/context.ts';
import { sendOnce } from '../support/http-connection.ts';
import type { Rows } from './consistency.ts';
import { MortalServer } from './mortal-server.ts';

/** How long an import may take after the last start, in milliseconds. */
const LATEST_END_MS = 120_000;
const POLL_MS = 50;

/** Every so many rows one changes a case that is there, has no external ID, or is refused. */
const CHANGES_EVERY = 3;
const NAMELESS_EVERY = 7;
const REFUSED_EVERY = 40;

interface ImportRunOptions {
  readonly dataDir: string;
  readonly databaseUrl?: string;
  readonly random: (least: number, most: number) => number;
  /** How many rows the file has. */
  readonly rowCount: number;
  readonly rows: Rows;
  /** Lets the time pass after which another process goes on with the work of one that was killed. */
  readonly outliveLease: () => Promise<void>;
}

/** What is to come of a row. */
type Fate = 'created' | 'changed' | 'refused';

const fateOf = (row: number): Fate => {
  if (row % REFUSED_EVERY === 0) return 'refused';
  return row % CHANGES_EVERY === 0 ? 'changed' : 'created';
};

/** Those that create a case have no name by which a second attempt would know that it is there. */
const externalIdOf = (row: number): string =>
  fateOf(row) === 'created' && row % NAMELESS_EVERY === 0 ? '' : `row-${row}`;

/** What each leaves, if it is carried out once. */
const tracesOf: Readonly<Record<Fate, string>> = {
  created: 'revision 1, changes 1, events 1',
  changed: 'revision 2, changes 1, events 2',
  refused: '',
};

/** One import of a file, by a server that is killed while it is at it. */
export class ImportRun {
  readonly #options: ImportRunOptions;
  readonly #server: MortalServer;
  #importId = 0;

  private constructor(options: ImportRunOptions) {
    this.#options = options;
    this.#server = new MortalServer(options);
  }

  /** A server with the import as a job of which nothing is done yet. */
  static async open(options: ImportRunOptions): Promise<ImportRun> {
    const { dataDir, databaseUrl } = options;
    const platform = await openPlatform({ settings: { dataDir, databaseUrl, databaseConnections: 10 } });
    const ctx = new Context(platform, operator('setup'));
    await resetSandbox(ctx);
    const run = new ImportRun(options);
    const before = run.#file((row) => fateOf(row) === 'changed', 'Before');
    const request = { spaceId: 1, format: 'csv', columns: {}, isDryRun: false, reporterId: 1 } as const;
    for await (const _ of importCases(ctx, { ...request, content: Readable.from([Buffer.from(before)]) }));
    await platform.database.close();
    await run.#server.start();
    await run.#begin();
    return run;
  }

  #file(isWanted: (row: number) => boolean, title: string): string {
    const numbers = Array.from({ length: this.#options.rowCount }, (_, index) => index + 1).filter(isWanted);
    const lines = numbers.map(
      (row) => `${externalIdOf(row)},${title} ${row},${fateOf(row) === 'refused' ? 'Nonsense' : ''}`,
    );
    return ['externalId,title,status', ...lines].join('\n');
  }

  async #begin(): Promise<void> {
    const body = new FormData();
    body.append('file', new Blob([this.#file(() => true, 'Row')]), 'rows.csv');
    const headers = { authorization: `Bearer ${SANDBOX_KEY}` };
    const answer = await fetch(`${this.#server.url}/api/v1/imports?spaceId=1`, { method: 'POST', headers, body });
    if (answer.status !== 202) throw new Error(`The import was not begun: ${answer.status} ${await answer.text()}`);
    this.#importId = ((await answer.json()) as { id: number }).id;
  }

  /** How many rows were done by now, as committed. */
  async done(): Promise<number> {
    const [row] = await this.#options.rows(`select row_count as n from imports where id = ${this.#importId}`);
    return Number(row?.['n'] ?? 0);
  }

  /** Kills the server at some moment after it has gone on; answers how many rows were done then. */
  async crash(): Promise<number> {
    let doneSoFar = await this.done();
    const watching = async (): Promise<void> => {
      for (;;) {
        doneSoFar = (await this.#read()).rowCount;
        await sleep(1);
      }
    };
    await this.#server.killUnder(
      watching().catch(() => undefined),
      { done: () => doneSoFar, least: 1 },
    );
    return this.done();
  }

  /** Starts the server again, to go on with what the killed one has left. */
  async resume(): Promise<void> {
    await this.#options.outliveLease();
    await this.#server.start();
  }

  async #read(): Promise<{ readonly rowCount: number; readonly finishedAt: string | null }> {
    const path = `/api/v1/imports/${this.#importId}`;
    return JSON.parse((await sendOnce(this.#server.url, { path, key: SANDBOX_KEY })).body);
  }

  /** Waits until all is done, and answers how the import stands. */
  async end(): Promise<unknown> {
    const until = Date.now() + LATEST_END_MS;
    for (;;) {
      const found = await this.#read();
      if (found.finishedAt !== null || Date.now() > until) return found;
      await sleep(POLL_MS);
    }
  }

  /** How many rows are to come to what. */
  expected(): Readonly<Record<Fate, number>> & { readonly rowCount: number } {
    const counts = { created: 0, changed: 0, refused: 0 };
    for (let row = 1; row <= this.#options.rowCount; row += 1) counts[fateOf(row)] += 1;
    return { ...counts, rowCount: this.#options.rowCount };
  }

  /** Rows that were done and are not there exactly once, with their history and event; and rows that are there too early. */
  async problems(): Promise<readonly string[]> {
    const doneCount = await this.done();
    const found = await this.#found();
    const problems: string[] = [];
    for (let row = 1; row <= this.#options.rowCount; row += 1) {
      const traces = (found.get(`Row ${row}`) ?? []).join('; ');
      const expected = row <= doneCount ? tracesOf[fateOf(row)] : '';
      if (traces !== expected) problems.push(`row ${row} of ${doneCount}: "${traces}", not "${expected}"`);
    }
    const refusals = await this.#options.rows(`select line from import_refusals where import_id = ${this.#importId}`);
    const expectedRefusals = Math.floor(doneCount / REFUSED_EVERY);
    if (refusals.length !== expectedRefusals) problems.push(`${refusals.length} refusals, not ${expectedRefusals}`);
    return problems;
  }

  /** What the import left, by title: the revision, changes that belong to it, and all events of the case. */
  async #found(): Promise<ReadonlyMap<string, readonly string[]>> {
    const rows = await this.#options.rows(`select cases.title, cases.revision, changes.n as changes, events.n as events
      from cases
      left join (select case_id, count(distinct revision) as n from case_history
        where group_id = (select group_id from imports where id = ${this.#importId}) group by case_id) as changes
        on changes.case_id = cases.id
      left join (select case_id, count(*) as n from events where type like 'case.%' group by case_id) as events
        on events.case_id = cases.id
      where cases.title like 'Row %'`);
    const found = new Map<string, string[]>();
    for (const { title, revision, changes, events } of rows) {
      const traces = `revision ${revision}, changes ${Number(changes)}, events ${Number(events)}`;
      found.set(String(title), [...(found.get(String(title)) ?? []), traces]);
    }
    return found;
  }

  stop(): Promise<void> {
    return this.#server.stop();
  }

  /** For the end of a test, also of a failed one. */
  kill(): Promise<void> {
    return this.#server.end();
  }
}
