import { setTimeout as sleep } from 'node:timers/promises';
import { SANDBOX_KEY } from '../../src/app/fill-sandbox.ts';
import { openPlatform } from '../../src/app/open-platform.ts';
import { resetSandbox } from '../../src/app/reset-sandbox.ts';
import { operator } from '../../src/kernel/actor.ts';
import { Context } from '../../src/platform/context.ts';
import { HttpConnection } from '../support/http-connection.ts';
import { createManyCases } from '../support/many-cases.ts';
import type { Rows } from './consistency.ts';
import { MortalServer } from './mortal-server.ts';

/** How long a change may take after the last start, in milliseconds. */
const LATEST_END_MS = 120_000;
const POLL_MS = 50;

interface BulkRunOptions {
  readonly dataDir: string;
  readonly databaseUrl?: string;
  readonly random: (least: number, most: number) => number;
  /** How many cases are changed. */
  readonly cases: number;
}

/** One change of many cases, by a server that is killed while it is at it. */
export class BulkRun {
  readonly #server: MortalServer;
  readonly #rows: Rows;
  readonly #caseIds: readonly number[];
  #bulkId = 0;

  private constructor(options: BulkRunOptions, caseIds: readonly number[], rows: Rows) {
    this.#server = new MortalServer(options);
    this.#caseIds = caseIds;
    this.#rows = rows;
  }

  /** A server with the change as a job of which nothing is done yet. */
  static async open(options: BulkRunOptions, rows: Rows): Promise<BulkRun> {
    const { dataDir, databaseUrl, cases } = options;
    const platform = await openPlatform({ settings: { dataDir, databaseUrl, databaseConnections: 10 } });
    const ctx = new Context(platform, operator('setup'));
    await resetSandbox(ctx);
    const caseIds = await createManyCases(ctx, cases);
    await platform.database.close();
    const run = new BulkRun(options, caseIds, rows);
    await run.#server.start();
    await run.#begin();
    return run;
  }

  async #begin(): Promise<void> {
    const changes = { title: 'Once', comment: { text: '<p>Once.</p>' } };
    const body = { selection: { ids: this.#caseIds }, changes, mode: 'per-case' };
    const { status, body: answer } = await this.#ask('POST', '/api/v1/cases/bulk', body);
    if (status !== 202) throw new Error(`The change was not begun: ${status} ${answer}`);
    this.#bulkId = JSON.parse(answer).id;
  }

  /** How many cases were changed by now, as committed. */
  async done(): Promise<number> {
    const [row] = await this.#rows(`select sum(changed) as n from bulk_portions where group_id = ${this.#bulkId}`);
    return Number(row?.['n'] ?? 0);
  }

  /** Kills the server at some moment after it has gone on, and starts it again; answers how many cases were changed then. */
  async crash(): Promise<number> {
    let changedSoFar = await this.done();
    const watching = async (): Promise<void> => {
      for (;;) {
        changedSoFar = (await this.#read()).changed;
        await sleep(1);
      }
    };
    const load = watching().catch(() => undefined);
    await this.#server.killUnder(load, { done: () => changedSoFar, least: 1 });
    const changed = await this.done();
    await this.#server.start();
    return changed;
  }

  async #read(): Promise<{ readonly changed: number; readonly finishedAt: string | null }> {
    const { body } = await this.#ask('GET', `/api/v1/bulk/${this.#bulkId}`);
    return JSON.parse(body);
  }

  /** Waits until all is done, and answers how the change stands. */
  async end(): Promise<unknown> {
    const until = Date.now() + LATEST_END_MS;
    for (;;) {
      const bulk = await this.#read();
      if (bulk.finishedAt !== null || Date.now() > until) return bulk;
      await sleep(POLL_MS);
    }
  }

  /** What was not changed exactly once, with its comment, one event for each, and the right revision. */
  async problems(): Promise<readonly unknown[]> {
    const [first] = this.#caseIds;
    const counted = {
      changes: ['case_history', `group_id = ${this.#bulkId}`],
      comments: ['comments', `text = '<p>Once.</p>'`],
      updates: ['events', `type = 'case.updated'`],
      told: ['events', `type = 'comment.created'`],
    };
    const joins = Object.entries(counted).map(
      ([name, [table, condition]]) =>
        `left join (select case_id, count(*) as n from ${table} where ${condition} group by case_id) as ${name}
          on ${name}.case_id = cases.id`,
    );
    const wrong = Object.keys(counted).map((name) => `coalesce(${name}.n, 0) <> 1`);
    return this.#rows(`select cases.id, cases.revision, cases.title from cases ${joins.join(' ')}
      where cases.id >= ${first} and (revision <> 2 or title <> 'Once' or ${wrong.join(' or ')})
      order by cases.id limit 20`);
  }

  stop(): Promise<void> {
    return this.#server.stop();
  }

  /** For the end of a test, also of a failed one. */
  kill(): Promise<void> {
    return this.#server.end();
  }

  async #ask(method: string, path: string, body?: unknown): Promise<{ status: number; body: string }> {
    const connection = new HttpConnection(this.#server.url);
    try {
      return await connection.send({ method, path, key: SANDBOX_KEY, ...(body === undefined ? {} : { body }) });
    } finally {
      connection.close();
    }
  }
}
