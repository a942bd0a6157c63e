import { processorMsOf, untilIdle } from './machine.ts';
import type { Part, Run } from './part.ts';
import { recordStatements, replay } from './replay.ts';
import { below, table } from './report.ts';
import { type ServerProcess, startServer } from './server-process.ts';
import { programServer } from './test-bed.ts';

/** How many cases one change is about. */
const CASES = 10_000;
/** All of them are in spaces that everybody sees, however the database is filled: anybody can be assigned. */
const QUERY = 'space:1,2,3,4,5 sort:number';
const PAGE = 200;
const LOOK_MS = 20;
const TIMEOUT_MS = 120_000;

const MOST_SECONDS = 3;
/** Which rows have no target of their own. */
const TAKEN_BACK = 'taken back';

/** What is changed: something that no search looks for, and something that the search index has, too. */
const changes = {
  assignee: (round: number) => ({ assigneeId: 2 + round }),
  tags: (round: number) => ({ tags: ['moved', `round-${round}`] }),
} as const;
const modes = ['per-case', 'all-or-nothing'] as const;

interface BulkFigure {
  readonly name: string;
  readonly seconds: number;
  readonly processorSeconds: number;
  /** The same statements on a bare connection; undefined where they were not repeated. */
  readonly bareSeconds: number | undefined;
}

/** Changes of many cases at once, from the request until they are done, and their taking back. */
export const measureBulk: Part = async (run) => {
  if (run.options.cases < CASES)
    return { text: '', targets: [`- not measured: bulk change of ${CASES} cases`], failures: 0 };
  const server = await startServer(programServer(await run.bed.copy('template', 'bulk-changes')));
  await untilIdle(server.pid);
  const ids = await findIds(run, server);
  const bare = await run.step('The statements of a bulk change on a bare connection', () => bareSeconds(run, ids));
  const figures = await run.step(`Changing ${CASES} cases at once`, () => measureAll(run, { server, bare, ids }));
  await server.stop();
  return {
    text: tableOf(figures),
    targets: figures
      .filter(({ name }) => !name.endsWith(TAKEN_BACK))
      .map(({ name, seconds }) => below(`bulk ${name}: ${CASES} cases < ${MOST_SECONDS} s`, seconds, MOST_SECONDS)),
    failures: 0,
  };
};

const findIds = async ({ filled }: Run, { port }: ServerProcess): Promise<number[]> => {
  const ids: number[] = [];
  for (let cursor = ''; ids.length < CASES; ) {
    const asked = new URLSearchParams({ query: QUERY, fields: 'id', limit: String(PAGE), ...(cursor && { cursor }) });
    const url = `http://127.0.0.1:${port}/api/v1/cases?${asked}`;
    const response = await fetch(url, { headers: { authorization: `Bearer ${filled.key}` } });
    if (!response.ok) throw new Error(`GET ${url}: ${await response.text()}`);
    const { items, next } = (await response.json()) as { items: { id: number }[]; next: string | null };
    ids.push(...items.map(({ id }) => id));
    if (next === null) throw new Error(`There are only ${ids.length} cases of ${QUERY}.`);
    cursor = next;
  }
  return ids.slice(0, CASES);
};

interface MeasureAll {
  readonly server: ServerProcess;
  /** What the bare statements took, in seconds. */
  readonly bare: number;
  readonly ids: readonly number[];
}

const measureAll = async (run: Run, { server, bare, ids }: MeasureAll): Promise<BulkFigure[]> => {
  const figures: BulkFigure[] = [];
  let round = 0;
  for (const [what, changesOf] of Object.entries(changes)) {
    for (const mode of modes) {
      round += 1;
      const body = { selection: { ids }, changes: changesOf(round), mode };
      const { id, ...figure } = await timed(run, server, '/cases/bulk', body);
      const isRepeated = what === 'assignee' && mode === 'per-case';
      figures.push({ name: `${what}, ${mode}`, ...figure, bareSeconds: isRepeated ? bare : undefined });
      if (!isRepeated) continue;
      const { id: _id, ...back } = await timed(run, server, `/bulk/${id}/revert`, undefined);
      figures.push({ name: `${what}, ${TAKEN_BACK}`, ...back, bareSeconds: undefined });
    }
  }
  return figures;
};

/** Sends the request and waits until all cases have been changed. Throws when one was refused. */
const timed = async ({ filled }: Run, { port, pid }: ServerProcess, path: string, body: object | undefined) => {
  await untilIdle(pid);
  const call = async (method: string, to: string, content?: object) => {
    const response = await fetch(`http://127.0.0.1:${port}/api/v1${to}`, {
      method,
      headers: { authorization: `Bearer ${filled.key}`, 'content-type': 'application/json' },
      ...(content === undefined ? {} : { body: JSON.stringify(content) }),
    });
    if (!response.ok) throw new Error(`${method} ${to}: ${await response.text()}`);
    return (await response.json()) as { id: number; state: string; refused: number };
  };
  const [startedAt, processorBefore] = [performance.now(), processorMsOf(pid)];
  let bulk = await call('POST', path, body);
  while (['queued', 'running'].includes(bulk.state) && performance.now() - startedAt < TIMEOUT_MS) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    bulk = await call('GET', `/bulk/${bulk.id}`);
  }
  const seconds = (performance.now() - startedAt) / 1_000;
  if (bulk.state !== 'done' || bulk.refused > 0) throw new Error(`A bulk change was not done: ${JSON.stringify(bulk)}`);
  return { id: bulk.id, seconds, processorSeconds: (processorMsOf(pid) - processorBefore) / 1_000 };
};

/** What the program's own statements take with nothing around them: the least that such a change costs. */
const bareSeconds = async ({ bed }: Run, caseIds: readonly number[]): Promise<number> => {
  const statements = await recordStatements(await bed.copy('template', 'bulk-recorded'), {
    caseIds,
    changes: changes.assignee(1),
  });
  return replay(await bed.copy('template', 'bulk-replayed'), statements);
};

const heading = ['bulk change of 10,000 cases', 'seconds', 'processor s', 'bare seconds', 'bare / program'];

const tableOf = (figures: readonly BulkFigure[]): string =>
  table(
    heading,
    figures.map(({ name, seconds, processorSeconds, bareSeconds: bare }) => [
      ...[name, seconds.toFixed(2), processorSeconds.toFixed(2), bare?.toFixed(2) ?? ''],
      bare === undefined ? '' : (bare / seconds).toFixed(2),
    ]),
  );
