import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import { type ProgramSettings, type Server, startServer } from '../support/program.ts';

const POLL_MS = 2;
const LATEST_KILL_MS = 550;

interface MortalServerOptions {
  readonly dataDir: string;
  readonly databaseUrl?: string;
  readonly random: (least: number, most: number) => number;
}

/** When a server is killed: at a random moment after as much work as makes the kill worth something. */
interface Death {
  /** How much work was done so far. */
  readonly done: () => number;
  /** So much more has to be done before. */
  readonly least: number;
}

/** A server on one database that is killed and started again and again. */
export class MortalServer {
  readonly #options: MortalServerOptions;
  #server: Server | undefined;

  constructor(options: MortalServerOptions) {
    this.#options = options;
  }

  get url(): string {
    return this.#running().url;
  }

  async start(): Promise<void> {
    const { dataDir, databaseUrl } = this.#options;
    const settings: ProgramSettings = { DATA_DIR: dataDir, ...(databaseUrl && { DATABASE_URL: databaseUrl }) };
    this.#server = await startServer(settings);
  }

  /** Kills the server while it has this load, which ends by that. */
  async killUnder(load: Promise<unknown>, death: Death): Promise<void> {
    const server = this.#running();
    await Promise.race([load, this.#someMoment(death)]);
    server.kill('SIGKILL');
    await Promise.all([load, server.ended]);
  }

  async #someMoment({ done, least }: Death): Promise<void> {
    const before = done();
    while (done() < before + least) await sleep(POLL_MS);
    await sleep(this.#options.random(0, LATEST_KILL_MS));
  }

  /** Stops it in order. */
  async stop(): Promise<void> {
    expect((await this.#running().stop()).code).toBe(0);
  }

  /** For the end of a test, also of a failed one. */
  async end(): Promise<void> {
    this.#server?.kill('SIGKILL');
    await this.#server?.ended;
  }

  #running(): Server {
    if (this.#server === undefined) throw new Error('The server was not started.');
    return this.#server;
  }
}
