import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleData } from '../../src/app/example-data/example-data.ts';
import { SANDBOX_KEY } from '../../src/app/fill-sandbox.ts';
import { queryFields } from '../../src/features/queries/query.ts';
import { call } from '../support/api.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';
import { isMeant, type SeenCase } from './meant-by-queries.ts';

const run = promisify(execFile);
const page = await readFile('docs/api/queries.md', 'utf8');

/** The day for which the page tells what is found. */
const NOW = Date.parse('2026-11-24T09:30:00Z');
/** Where the administrator of the sandbox lives. */
const days = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' });

/** The cells of the rows of all tables whose first column has this name. */
const cellsUnder = (heading: string): string[][] =>
  [...page.matchAll(new RegExp(`^\\| ${heading} \\|.*\\n\\|[ |-]+\\n((?:\\|.*\\n)+)`, 'gmu'))].flatMap(
    ([, rows = '']) =>
      rows
        .trim()
        .split('\n')
        .map((row) => row.split('|').slice(1, -1))
        .map((cells) => cells.map((cell) => cell.trim())),
  );

/** The first two of them, without the signs of code. */
const rowsUnder = (heading: string): [string, string][] =>
  cellsUnder(heading).map(([first = '', second = '']) => [withoutSigns(first), withoutSigns(second)]);

const withoutSigns = (cell: string): string => cell.replace(/^`(.*)`$/u, '$1');

const codeIn = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/gu)].map(([, code = '']) => code);

const blocks = (language: string): string[] =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gmsu'))].map(([, code = '']) => code);

const queries = rowsUnder('query').map(([query]) => query);

describe('docs/api/queries.md', () => {
  let testApp: TestApp;
  let all: readonly SeenCase[];
  beforeAll(async () => {
    testApp = await startTestApp('sqlite', { now: () => NOW });
    await testApp.app.listen({ port: 0, host: '127.0.0.1' });
    all = await seenCases(testApp);
  });
  afterAll(() => testApp.close());

  const numbersFound = async (query: string): Promise<number[]> => {
    const { status, body } = await call(testApp, `GET /cases?limit=200&query=${encodeURIComponent(query)}`);
    expect([query, body.detail, status, body.queryHints]).toEqual([query, undefined, 200, undefined]);
    return body.items.map(({ id }: SeenCase) => id);
  };

  it('has many queries', () => {
    expect(queries.length).toBeGreaterThan(60);
  });

  it('names every field, and every keyword of it', () => {
    const named = cellsUnder('field').flatMap(([fields = '', , words = '']) =>
      codeIn(fields).map((field) => [field, codeIn(words)] as const),
    );
    const known = Object.entries(queryFields).map(([field, { words }]) => [field, [...words]] as const);
    expect(Object.fromEntries(named)).toEqual(Object.fromEntries(known));
  });

  it.each(queries)('tells what is found by %s', async (query) => {
    const isFound = isMeant(query);
    if (isFound === undefined) throw new Error('What this query means is to be added to meant-by-queries.ts.');
    const found = await numbersFound(query);
    expect(found.length).toBeGreaterThan(0);
    expect(found.toSorted()).toEqual(
      all
        .filter(isFound)
        .map(({ id }) => id)
        .toSorted(),
    );
  });

  it('sorts as it says', async () => {
    expect(await numbersFound('sort:number')).toEqual(all.map(({ id }) => id).toSorted());
    const titled = await numbersFound('tag:mail sort:title sort:-number');
    const titles = titled.map((number) => all.find(({ id }) => id === number)?.title.toLowerCase());
    expect(titles).toEqual(titles.toSorted());
  });

  it.each(rowsUnder('refused'))('tells what is refused, and what could stand there: %s', async (query, suggestion) => {
    const { status, body } = await call(testApp, `GET /cases?query=${encodeURIComponent(query)}`);
    expect([status, body.queryFaults[0].suggestion ?? '']).toEqual([400, suggestion]);
  });

  it.each(rowsUnder('valid'))('tells of what is probably meant otherwise: %s', async (query, suggestion) => {
    for (const operation of ['/cases?', '/search?', '/cases/counts?groupBy=statusId&']) {
      const { status, body } = await call(testApp, `GET ${operation}query=${encodeURIComponent(query)}`);
      expect([operation, status, body.queryHints[0].suggestion]).toEqual([operation, 200, suggestion]);
    }
  });

  it('has commands that work, and prints the refusal as it is', async () => {
    const { port } = testApp.app.server.address() as AddressInfo;
    const own = { CASEKEEP_URL: `http://127.0.0.1:${port}`, CASEKEEP_KEY: SANDBOX_KEY };
    const answers = [];
    for (const command of blocks('sh')) {
      const { stdout } = await run('bash', ['-e', '-c', command], { env: { ...process.env, ...own } });
      answers.push(JSON.parse(stdout));
    }
    const [found, { requestId: _, ...refused }] = answers;
    expect(found.items.length).toBeGreaterThan(0);
    expect(refused).toEqual(JSON.parse(blocks('json')[0] ?? ''));
  });
});

const seenCases = async (testApp: TestApp): Promise<SeenCase[]> => {
  const include = 'space,project,section,milestone,status,priority,assignee,reporter,creator,recipients';
  const { body } = await call(testApp, `GET /cases?limit=200&include=${include}`);
  return Promise.all(body.items.map((each: Listed) => seen(testApp, each)));
};

/** What the list answers. */
// biome-ignore lint/suspicious/noExplicitAny: its shape is the subject of other tests.
type Listed = Record<string, any>;

const seen = async (testApp: TestApp, each: Listed): Promise<SeenCase> => {
  const comments =
    each['commentCount'] === 0 ? [] : (await call(testApp, `GET /cases/${each['id']}/comments`)).body.items;
  const texts = [each['title'], each['description'], ...each['tags'], ...comments.map(({ text }: Listed) => text)];
  return {
    id: each['id'],
    title: each['title'],
    ...{ space: each['space'].name, project: each['project'].title, section: each['section']?.name ?? null },
    ...{ milestone: each['milestone']?.title ?? null, status: each['status'].name, isClosed: each['status'].isClosed },
    ...{ priority: each['priority'].name, assignee: each['assignee']?.username ?? null },
    ...{ reporter: each['reporter'].username, creator: each['creator'].username },
    recipients: each['recipients'].map(({ username }: Listed) => username),
    tags: each['tags'],
    ...{ createdAt: each['createdAt'], createdOn: days.format(new Date(each['createdAt'])) },
    ...{ updatedAt: each['updatedAt'], updatedOn: days.format(new Date(each['updatedAt'])) },
    dueOn: dueDates.get(each['milestoneId']) ?? null,
    commentCount: each['commentCount'],
    texts: texts
      .join('\n')
      .replace(/<[^>]*>/gu, ' ')
      .replaceAll('&quot;', '"')
      .toLowerCase(),
  };
};

const dueDates = new Map(
  exampleData.projects.flatMap(({ milestones }) => milestones.map(({ id, dueDate }) => [id, dueDate])),
);
