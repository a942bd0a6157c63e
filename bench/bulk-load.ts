import { activities } from '../src/features/activities/follow-activities.ts';
import { textOfHtml } from '../src/features/cases/rich-text.ts';
import { notifications } from '../src/features/notifications/follow-notifications.ts';
import { webhookFollower } from '../src/features/webhooks/queue-deliveries.ts';
import { fold } from '../src/platform/database/folded-text.ts';
import { Session } from '../src/platform/database/session.ts';
import { indexDocuments } from '../src/platform/database/text-search.ts';
import { bulkEvents, bulkHistory } from './bulk-history.ts';
import { type BulkWriter, type Columns, openBulkWriter } from './bulk-writer.ts';
import type { MadeCase } from './case-maker.ts';
import type { DatabaseSettings } from './test-bed.ts';

const CASES_AT_ONCE = 5_000;

const caseColumns = {
  ...{ id: 'bigint', space_id: 'bigint', project_id: 'bigint', section_id: 'bigint', milestone_id: 'bigint' },
  ...{ status_id: 'bigint', priority_id: 'bigint', assignee_id: 'bigint', reporter_id: 'bigint' },
  ...{ creator_id: 'bigint', title: 'text', revision: 'integer', comment_count: 'integer' },
  ...{ created_at: 'bigint', updated_at: 'bigint', description: 'text' },
} as const satisfies Columns;
const tagColumns = {
  ...{ case_id: 'bigint', position: 'integer', name: 'text', folded_name: 'text', space_id: 'bigint' },
} as const satisfies Columns;
const recipientColumns = { case_id: 'bigint', position: 'integer', user_id: 'bigint' } as const satisfies Columns;

/** Loads cases as the verbs would leave them behind, many at a time, indexes last. `verify-fill.ts` compares. */
export const bulkLoad = async (settings: DatabaseSettings, cases: Iterable<MadeCase>): Promise<void> => {
  const writer = await openBulkWriter(settings);
  const restoreIndexes = await dropIndexes(writer);
  for (const some of inBatches(cases)) await loadSome(writer, some);
  await bulkHistory(writer);
  await bulkEvents(writer);
  await readLog(writer);
  await restoreIndexes();
  // Otherwise the first updates would pay for merging what was loaded.
  if (writer.dialect === 'sqlite') await writer.run(`insert into case_search (case_search) values ('optimize')`);
  if (writer.dialect === 'postgres') {
    await writer.run(`select setval(pg_get_serial_sequence('cases', 'id'), (select max(id) from cases))`);
  }
  await writer.close();
};

const inBatches = function* (cases: Iterable<MadeCase>): Generator<MadeCase[]> {
  let batch: MadeCase[] = [];
  for (const each of cases) {
    batch.push(each);
    if (batch.length < CASES_AT_ONCE) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
};

const loadSome = async (writer: BulkWriter, cases: readonly MadeCase[]): Promise<void> => {
  await writer.insert(
    'cases',
    caseColumns,
    cases.map((each) => [
      ...[each.id, each.spaceId, each.projectId, each.sectionId, each.milestoneId, each.statusId, each.priorityId],
      ...[each.assigneeId, each.reporterId, each.reporterId, each.title, 1, 0, each.createdAt, each.createdAt],
      each.description,
    ]),
  );
  await writer.insert(
    'case_tags',
    tagColumns,
    cases.flatMap(({ id, spaceId, tags }) => tags.map((name, position) => [id, position, name, fold(name), spaceId])),
  );
  await writer.insert(
    'case_recipients',
    recipientColumns,
    cases.flatMap(({ id, recipientIds }) => recipientIds.map((userId, position) => [id, position, userId])),
  );
  await indexSome(writer, cases);
};

const documentColumns = { case_id: 'bigint', title: 'text', body: 'text', tags: 'text' } as const satisfies Columns;

/** The documents as the program makes them; on PostgreSQL its statements are not sent but gathered. */
const indexSome = async (writer: BulkWriter, cases: readonly MadeCase[]): Promise<void> => {
  const gathered: (readonly unknown[])[] = [];
  const session = new Session(writer.dialect, async (_sql, parameters) => {
    gathered.push(parameters);
    return [];
  });
  for (const { id, title, description, tags } of cases) {
    await indexDocuments(session, [{ caseId: id, title, body: textOfHtml(description), tags: tags.join(' ') }]);
  }
  for (const { sql, parameters } of session.deferred.values()) await writer.run(sql, parameters);
  if (gathered.length > 0) await writer.insert('case_search', documentColumns, gathered);
};

/** As if everybody who follows the log had read it: that would otherwise be done beside what is measured. */
const readLog = async (writer: BulkWriter): Promise<void> => {
  if (writer.dialect === 'postgres') await writer.run('update events set position = id');
  for (const { name } of [activities, notifications, webhookFollower]) {
    await writer.run(
      `insert into event_cursors (reader, position) select '${name}', max(id) from events where true
       on conflict (reader) do update set position = excluded.position`,
    );
  }
};

const loaded = ['cases', 'case_tags', 'case_recipients', 'case_history', 'case_search'];

/** Drops the indexes of the tables that are filled, so that each is made at once afterwards by the answer. */
const dropIndexes = async (writer: BulkWriter): Promise<() => Promise<void>> => {
  const names = loaded.map((table) => `'${table}'`).join();
  const indexes = await writer.run(
    writer.dialect === 'sqlite'
      ? `select name, sql as definition from sqlite_master where type = 'index' and sql is not null and tbl_name in (${names})`
      : `select indexname as name, indexdef as definition from pg_indexes
         where tablename in (${names}) and indexname not in (select conname from pg_constraint)`,
  );
  for (const { name } of indexes) await writer.run(`drop index ${name}`);
  return async () => {
    for (const { definition } of indexes) await writer.run(String(definition));
    if (writer.dialect === 'postgres') await writer.run('vacuum analyze');
  };
};
