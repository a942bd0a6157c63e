import { SANDBOX_KEY } from '../../src/app/fill-sandbox.ts';
import { openPlatform } from '../../src/app/open-platform.ts';
import { resetSandbox } from '../../src/app/reset-sandbox.ts';
import { createCase } from '../../src/features/cases/create-case.ts';
import { getConfiguration } from '../../src/features/spaces/space-configuration.ts';
import { operator } from '../../src/kernel/actor.ts';
import { Context } from '../../src/platform/context.ts';
import { HttpConnection } from '../support/http-connection.ts';
import { contradictions, type Rows } from './consistency.ts';
import { MortalServer } from './mortal-server.ts';
import { type Choices, CLIENTS, Client, type Written } from './workload.ts';

const SPACE_ID = 1;
const SHARED_CASES = 4;
const PEOPLE = [1, 2, 3, 4, 5, 7];
/** So many acknowledged writes a round at the least, however busy the machine is: without them a kill proves nothing. */
const LEAST_ACKNOWLEDGEMENTS = CLIENTS + 1;

interface CrashRunOptions {
  readonly dataDir: string;
  readonly databaseUrl?: string;
  readonly random: (least: number, most: number) => number;
}

interface Prepared {
  readonly clients: readonly Client[];
  readonly project: { SpaceID: number; ProjectID: number };
}

/** Cases for the clients to write, in a database with the example data. */
const prepare = async ({ dataDir, databaseUrl }: CrashRunOptions): Promise<Prepared> => {
  const settings = { dataDir, databaseUrl, databaseConnections: 10 };
  const platform = await openPlatform({ settings });
  const ctx = new Context(platform, operator('setup'));
  await resetSandbox(ctx);
  const { projects, milestones, statuses, priorities } = await getConfiguration(ctx, SPACE_ID);
  const projectId = [...projects.keys()][0] ?? 0;
  const create = (title: string): Promise<number> =>
    createCase(ctx, { properties: { title, spaceId: SPACE_ID, projectId, reporterId: 1 } });
  const sharedIds: number[] = [];
  for (let index = 0; index < SHARED_CASES; index += 1) sharedIds.push(await create(`sharedcase${index}`));
  const choices: Choices = {
    RecipientUserIDCSV: PEOPLE,
    AssignedToUserID: [0, ...PEOPLE],
    IssueStatusID: [...statuses.keys()],
    IssuePriorityID: [...priorities.keys()],
    MilestoneID: [0, ...[...milestones.values()].filter((each) => each.projectId === projectId).map(({ id }) => id)],
  };
  const clients: Client[] = [];
  for (let index = 0; index < CLIENTS; index += 1) {
    clients.push(
      new Client(index, { ownId: await create(`own${String(index).padStart(2, '0')}case`), sharedIds, choices }),
    );
  }
  await platform.database.close();
  return { clients, project: { SpaceID: SPACE_ID, ProjectID: projectId } };
};

/** A server on one database, started again and again, and what its clients know. */
export class CrashRun {
  readonly #server: MortalServer;
  readonly #clients: readonly Client[];
  readonly #project: Prepared['project'];
  /** How many requests were on their way when the process was killed. */
  interrupted = 0;

  private constructor(options: CrashRunOptions, { clients, project }: Prepared) {
    this.#server = new MortalServer(options);
    this.#clients = clients;
    this.#project = project;
  }

  static async open(options: CrashRunOptions): Promise<CrashRun> {
    const run = new CrashRun(options, await prepare(options));
    await run.start();
    for (const written of run.#written()) written.register.settle(await run.#read(written));
    return run;
  }

  get acknowledgements(): number {
    return this.#clients.reduce((sum, client) => sum + client.acknowledgements, 0);
  }

  start(): Promise<void> {
    return this.#server.start();
  }

  /** Loads the server from all clients and kills it at some moment after the first writes. */
  async crash(): Promise<void> {
    const { url } = this.#server;
    const load = Promise.all(this.#clients.map((client) => client.run(url, SANDBOX_KEY, this.#project)));
    await this.#server.killUnder(load, { done: () => this.acknowledgements, least: LEAST_ACKNOWLEDGEMENTS });
    for (const { creating, own, shared } of this.#clients) {
      if (creating ?? own.register.inFlight ?? shared.register.inFlight) this.interrupted += 1;
    }
  }

  stop(): Promise<void> {
    return this.#server.stop();
  }

  /** For the end of a test, also of a failed one. */
  end(): Promise<void> {
    return this.#server.end();
  }

  /** Everything that is not as it was promised. Takes what is found as the state that the next crash has to keep. */
  async problems(rows: Rows): Promise<string[]> {
    const problems = [...(await contradictions(rows)), ...(await this.#lostCreations(rows))];
    for (const { caseId, field, register } of this.#written()) {
      const { acknowledged, inFlight } = register;
      const found = await this.#read({ caseId, field });
      if (register.settle(found)) continue;
      problems.push(`case ${caseId}: ${field} is ${found}; acknowledged: ${acknowledged}, in flight: ${inFlight}`);
    }
    for (const { own } of this.#clients) problems.push(...(await this.#searchProblems(own)));
    return problems;
  }

  /** Every acknowledged new case is there with its title; those beyond were on their way. */
  async #lostCreations(rows: Rows): Promise<string[]> {
    const found = new Map(
      (await rows(`select id, title from cases where title like 'newc%'`)).map(({ id, title }) => [
        Number(id),
        String(title),
      ]),
    );
    const problems: string[] = [];
    for (const client of this.#clients) {
      for (const [id, title] of client.created) {
        if (found.get(id) !== title) problems.push(`new case ${id} is ${found.get(id)}, not ${title}`);
        found.delete(id);
      }
      for (const [id, title] of found) {
        if (title !== client.creating) continue;
        client.created.set(id, title);
        found.delete(id);
      }
      client.creating = undefined;
    }
    for (const [id, title] of found) problems.push(`case ${id} "${title}" was never asked for, or twice`);
    return problems;
  }

  async #searchProblems({ caseId, register: { acknowledged: title } }: Written): Promise<string[]> {
    const { body } = await this.#get(`/api/cases?keyword=${encodeURIComponent(title)}`);
    const found = (JSON.parse(body).ResponseData as { IssueID: number }[]).map(({ IssueID }) => IssueID);
    return found.length === 1 && found[0] === caseId ? [] : [`"${title}" of case ${caseId} finds: ${found}`];
  }

  async #read({ caseId, field }: Pick<Written, 'caseId' | 'field'>): Promise<string> {
    const { body } = await this.#get(`/api/cases/${caseId}`);
    return String(JSON.parse(body).ResponseData[field]);
  }

  async #get(path: string): Promise<{ body: string }> {
    const connection = new HttpConnection(this.#server.url);
    try {
      return await connection.send({ path, key: SANDBOX_KEY });
    } finally {
      connection.close();
    }
  }

  #written(): Written[] {
    return this.#clients.flatMap(({ own, shared }) => [own, shared]);
  }
}
