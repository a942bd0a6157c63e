import { deepEqual } from 'node:assert/strict';
import { openPlatform } from '../src/app/open-platform.ts';
import { fill } from './fill.ts';
import { startServer } from './server-process.ts';
import { type DatabaseSettings, programServer, type TestBed } from './test-bed.ts';
import { verifyStatements } from './verify-statements.ts';
import { type Markup, textMaker } from './words.ts';

const CASES = 2_000;
const CASE_ID = 7;
const UNIQUE_NUMBER = 987_654_321;

/** Throws unless the bare server does the same work as the program: same answers, same rows, same statements. */
export const verifyWork = async (bed: TestBed, markup: Markup): Promise<void> => {
  const { key, statusIds } = await fill({ settings: await bed.create('verify'), caseCount: CASES, markup });
  const program = await bed.copy('verify', 'verify-program');
  const bare = await bed.copy('verify', 'verify-bare');
  const texts = textMaker(Math.random, markup)(UNIQUE_NUMBER);
  const exchange = { key, statusId: statusIds[0] ?? 1, texts };
  const expected = await answersOf(programServer(program), exchange);
  deepEqual(await answersOf(bed.bareServer(bare), exchange), expected, 'The bare server answers differently.');
  deepEqual(await rowsOf(bare), await rowsOf(program), 'The bare server writes other rows.');
  await verifyStatements(program);
};

interface Exchange {
  readonly key: string;
  readonly statusId: number;
  readonly texts: { readonly title: string; readonly description: string };
}

const answersOf = async (program: Parameters<typeof startServer>[0], { key, statusId, texts }: Exchange) => {
  const server = await startServer(program);
  const send = async (path: string, body?: object): Promise<unknown> => {
    const response = await fetch(`http://127.0.0.1:${server.port}${path}`, {
      headers: { 'rest-api-key': key, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { method: 'PUT', body: JSON.stringify(body) }),
    });
    return { status: response.status, answer: withoutUpdateTime(await response.text()) };
  };
  const body = { IssueTitle: texts.title, IssueDescription: texts.description };
  const answers = [
    await send(`/api/cases/${CASE_ID}`, body),
    await send(`/api/cases/${CASE_ID}`),
    await send(`/api/cases?issueStatusID=${statusId}&PageLength=25&StartPage=1`),
  ];
  await server.stop();
  return answers;
};

/** The answer with its properties in their order, and the instant of the update left out. */
const withoutUpdateTime = (json: string): unknown =>
  JSON.parse(json, (name, value: unknown) => (name.startsWith('DateUpdated') ? undefined : value));

/** What the update left behind, without instants. */
const rowsOf = async (settings: DatabaseSettings): Promise<unknown> => {
  const platform = await openPlatform({ settings });
  const { dialect, reader } = platform.database;
  const found =
    dialect === 'sqlite'
      ? `rowid in (select rowid from case_search where case_search match '${UNIQUE_NUMBER}')`
      : `document like '%${UNIQUE_NUMBER}%'`;
  const rows = [
    await reader.run(`select * from cases where id = ${CASE_ID}`, []),
    await reader.run(`select * from case_history where case_id = ${CASE_ID} order by id`, []),
    await reader.run(`select * from events where case_id = ${CASE_ID} order by id`, []),
    await reader.run(`select count(*) as indexed from case_search where ${found}`, []),
  ];
  await platform.database.close();
  return rows.map((table) => table.map(({ updated_at: _updatedAt, at: _at, position: _position, ...row }) => row));
};
