// The bare limit on PostgreSQL: node:http, JSON.parse, the program's statements sent by a bare `pg`, and nothing else.
// Usage: node bench/bare-postgres-server.ts <postgres://…> <connections>

import { Pool, types } from 'pg';
import { keepPostgresCaseOrder } from '../src/platform/database/case-order/postgres-case-order.ts';
import { placeEvents } from '../src/platform/database/event-order.ts';
import { Session } from '../src/platform/database/session.ts';
import { answerJson, loadNames, presented, writtenJson } from './bare-answers.ts';
import { serveBare } from './bare-http.ts';
import { bareList } from './bare-list.ts';
import { type BareCase, type BareUpdate, updateValues } from './bare-rows.ts';
import { postgresStatements, type Statements } from './statements.ts';

/** As often as the followers of the log look, in milliseconds. */
const PLACE_EVERY_MS = 500;

const [url = '', connections = ''] = process.argv.slice(2);
types.setTypeParser(types.builtins.INT8, Number);
const pool = new Pool({
  connectionString: url,
  max: Number(connections),
  options: '-c synchronous_commit=on -c statement_timeout=30000 -c idle_in_transaction_session_timeout=30000',
});
const names = await loadNames(async (sql) => (await pool.query(sql)).rows);

// Lists come from memory, as in the program.
const order = keepPostgresCaseOrder(pool);
await order.whenBuilt();
// As whoever reads the log does: what has no place in it yet is looked at with every list.
const session = new Session('postgres', async (text, values) => (await pool.query(text, [...values])).rows);
const placeAll = async (): Promise<void> => {
  while (await placeEvents(session));
  setTimeout(placeAll, PLACE_EVERY_MS);
};
await placeAll();

const named = (name: keyof Statements, values: unknown[]) => ({ name, text: postgresStatements[name], values });

const update = async (id: number, body: BareUpdate): Promise<void> => {
  const client = await pool.connect();
  await client.query('begin');
  await client.query(named('lockCase', [id]));
  const [before] = (await client.query(named('selectCase', [id]))).rows as [BareCase];
  const values = updateValues(before, body);
  await client.query(named('updateCase', values.updateCase));
  await client.query(named('indexCase', values.indexCase));
  await client.query(named('insertTwoHistoryEntries', values.insertTwoHistoryEntries));
  await client.query(named('insertEvent', values.insertEvent));
  await client.query('commit');
  client.release();
  order.committed();
};

const select = async (name: keyof Statements, values: unknown[]): Promise<BareCase[]> =>
  (await pool.query(named(name, values))).rows as BareCase[];

const list = bareList(order, names, (ids) => select('selectCases', ids));

serveBare({
  update: async (id, body, answer) => {
    await update(id, body);
    answer(writtenJson(id));
  },
  get: async (id, answer) => {
    const [found] = (await select('selectCase', [id])) as [BareCase];
    answer(answerJson(presented(found, names)));
  },
  list: async (asked, answer) => answer(await list(asked)),
});
