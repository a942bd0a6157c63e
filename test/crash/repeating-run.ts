import { openPlatform } from '../../src/app/open-platform.ts';
import { resetSandbox } from '../../src/app/reset-sandbox.ts';
import { createCase } from '../../src/features/cases/create-case.ts';
import { getConfiguration } from '../../src/features/spaces/space-configuration.ts';
import { operator } from '../../src/kernel/actor.ts';
import { Context } from '../../src/platform/context.ts';
import type { Rows } from './consistency.ts';
import { MortalServer } from './mortal-server.ts';
import { RepeatingClient } from './repeating-client.ts';

const SPACE_ID = 1;
const CLIENTS = 16;
const SHARED_CASES = 4;
/** So many answers a round at the least, however busy the machine is: without them a kill proves nothing. */
const LEAST_ANSWERS = CLIENTS + 1;
/** What a write has left behind: its title in the history and, with an update, its comment. */
const MARK = /^c\d\dn\d{6}$/u;

interface RepeatingRunOptions {
  readonly dataDir: string;
  readonly databaseUrl?: string;
  readonly random: (least: number, most: number) => number;
}

/** Clients for cases in a database with the example data. */
const prepare = async ({ dataDir, databaseUrl }: RepeatingRunOptions): Promise<RepeatingClient[]> => {
  const settings = { dataDir, databaseUrl, databaseConnections: 10 };
  const platform = await openPlatform({ settings });
  const ctx = new Context(platform, operator('setup'));
  await resetSandbox(ctx);
  const projectId = [...(await getConfiguration(ctx, SPACE_ID)).projects.keys()][0] ?? 0;
  const project = { spaceId: SPACE_ID, projectId };
  const sharedIds: number[] = [];
  for (let index = 0; index < SHARED_CASES; index += 1) {
    const properties = { ...project, title: `Shared ${index}`, reporterId: 1 };
    sharedIds.push(await createCase(ctx, { properties }));
  }
  await platform.database.close();
  return Array.from({ length: CLIENTS }, (_, index) => {
    const sharedId = sharedIds[index % SHARED_CASES] ?? 0;
    return new RepeatingClient(index, { sharedId, project });
  });
};

/** Clients that repeat what they did not hear, at a server that is killed again and again. */
export class RepeatingRun {
  readonly #server: MortalServer;
  readonly #clients: readonly RepeatingClient[];
  /** How often each mark was found, by what has it. */
  readonly #found = { titles: new Map<string, number>(), comments: new Map<string, number>() };
  readonly #seen = { case_history: 0, comments: 0 };
  /** How many requests were on their way when the process was killed. */
  interrupted = 0;

  private constructor(options: RepeatingRunOptions, clients: readonly RepeatingClient[]) {
    this.#server = new MortalServer(options);
    this.#clients = clients;
  }

  static async open(options: RepeatingRunOptions): Promise<RepeatingRun> {
    const run = new RepeatingRun(options, await prepare(options));
    await run.#server.start();
    return run;
  }

  /** The sum over all clients. */
  count(what: keyof RepeatingClient['tally']): number {
    return this.#clients.reduce((sum, { tally }) => sum + tally[what], 0);
  }

  /** Kills the server under the load of all clients, starts it, and lets them hear what they have not heard. */
  async crash(): Promise<void> {
    const { url } = this.#server;
    const load = Promise.all(this.#clients.map((client) => client.run(url)));
    await this.#server.killUnder(load, { done: () => this.count('answered'), least: LEAST_ANSWERS });
    this.interrupted += this.#clients.filter(({ isWaiting }) => isWaiting).length;
    await this.#server.start();
    await Promise.all(this.#clients.map((client) => client.settle(this.#server.url)));
  }

  /** What is not there exactly once. */
  async problems(rows: Rows): Promise<string[]> {
    await this.#countMarks(rows);
    const { titles, comments } = this.#found;
    const answered = this.#clients.flatMap(({ answeredMarks }) => answeredMarks.splice(0));
    return [
      ...doubles(titles).map((mark) => `${mark} was written twice`),
      ...doubles(comments).map((mark) => `the comment ${mark} was written twice`),
      ...answered.filter(({ mark }) => !titles.has(mark)).map(({ mark }) => `${mark} was answered, but is not there`),
      ...answered
        .filter(({ mark, isUpdate }) => comments.has(mark) !== isUpdate)
        .map(({ mark }) => `${mark} was answered, but not with its comment`),
    ];
  }

  /** Looks at what was written since it last did. */
  async #countMarks(rows: Rows): Promise<void> {
    const { titles, comments } = this.#found;
    const history = await rows(`select id, new_value as text from case_history
      where property = 'title' and id > ${this.#seen.case_history} order by id`);
    const said = await rows(`select id, text from comments where id > ${this.#seen.comments} order by id`);
    for (const { text } of history) count(titles, String(JSON.parse(String(text))));
    for (const { text } of said) count(comments, String(text));
    this.#seen.case_history = Number(history.at(-1)?.['id'] ?? this.#seen.case_history);
    this.#seen.comments = Number(said.at(-1)?.['id'] ?? this.#seen.comments);
  }

  stop(): Promise<void> {
    return this.#server.stop();
  }

  /** For the end of a test, also of a failed one. */
  end(): Promise<void> {
    return this.#server.end();
  }
}

const count = (marks: Map<string, number>, text: string): void => {
  if (MARK.test(text)) marks.set(text, (marks.get(text) ?? 0) + 1);
};

const doubles = (marks: ReadonlyMap<string, number>): string[] =>
  [...marks].filter(([, times]) => times > 1).map(([mark]) => mark);
