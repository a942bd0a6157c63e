// The bare limit on SQLite: node:http, JSON.parse, the program's statements, group commit, and nothing else.
// Usage: node bench/bare-server.ts <database file>

import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { keepSqliteCaseOrder } from '../src/platform/database/case-order/sqlite-case-order.ts';
import { answerJson, loadNames, presented, writtenJson } from './bare-answers.ts';
import { type Answer, serveBare } from './bare-http.ts';
import { bareList } from './bare-list.ts';
import { type BareCase, type BareUpdate, updateValues } from './bare-rows.ts';
import { sqliteStatements } from './statements.ts';

/** As in the program: src/platform/database/sqlite-database.ts and group-commit.ts. */
const CHECKPOINT_PAGES = 4_000;
const MAX_BATCH = 256;

const [file = ''] = process.argv.slice(2);
const writer = new DatabaseSync(file);
writer.exec(`pragma journal_mode = wal; pragma synchronous = full; pragma wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
const reader = new DatabaseSync(file, { readOnly: true });
const names = await loadNames((sql) => reader.prepare(sql).all());

const write = (sql: string): StatementSync => writer.prepare(sql);
const begin = write('begin immediate');
const commit = write('commit');
const savepoint = write('savepoint member');
const release = write('release member');
const selectForUpdate = write(sqliteStatements.selectCase);
const updateCase = write(sqliteStatements.updateCase);
const indexCase = write(sqliteStatements.indexCase);
const insertHistory = write(sqliteStatements.insertTwoHistoryEntries);
const insertEvent = write(sqliteStatements.insertEvent);
const selectCase = reader.prepare(sqliteStatements.selectCase);
const selectCases = reader.prepare(sqliteStatements.selectCases);
// Lists come from memory, as in the program.
const order = keepSqliteCaseOrder({ reader, writer });
await order.whenBuilt();

interface Job {
  readonly id: number;
  readonly body: BareUpdate;
  readonly answer: Answer;
}

let queue: Job[] = [];

/** All updates that arrived in one turn share one transaction and one flush, each in its own savepoint. */
const flush = (): void => {
  const batch = queue.slice(0, MAX_BATCH);
  queue = queue.slice(MAX_BATCH);
  // As in the program: the search index is written at the end, once for each case, in ascending order.
  const indexed = new Map<number, SQLInputValue[]>();
  begin.run();
  for (const { id, body } of batch) {
    savepoint.run();
    const values = updateValues(selectForUpdate.get(id) as unknown as BareCase, body);
    updateCase.run(...values.updateCase);
    indexed.set(id, values.indexCase);
    insertHistory.run(...values.insertTwoHistoryEntries);
    insertEvent.run(...values.insertEvent);
    release.run();
  }
  for (const [, values] of [...indexed].sort(([one], [other]) => one - other)) indexCase.run(...values);
  commit.run();
  order.committed();
  for (const { id, answer } of batch) answer(writtenJson(id));
  if (queue.length > 0) setImmediate(flush);
};

const list = bareList(order, names, (ids) => selectCases.all(...ids) as unknown as BareCase[]);

serveBare({
  update: (id, body, answer) => {
    if (queue.length === 0) setImmediate(flush);
    queue.push({ id, body, answer });
  },
  get: (id, answer) => answer(answerJson(presented(selectCase.get(id) as unknown as BareCase, names))),
  list: async (asked, answer) => answer(await list(asked)),
});
