import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Client, types } from 'pg';
import type { DatabaseSettings } from './test-bed.ts';

type Row = Readonly<Record<string, unknown>>;

const PAGE = 1_000;

const page = (parameter: (index: number) => string): string => `
  select c.id, x.external_id, c.title, c.description, c.space_id, sp.name as space, c.project_id, p.title as project,
    c.section_id, se.name as section, c.milestone_id, m.title as milestone, c.status_id, st.name as status,
    st.is_closed, c.priority_id, pr.name as priority, c.assignee_id, a.username as assignee,
    c.reporter_id, r.username as reporter, c.creator_id, cr.username as creator, c.due_on,
    (select string_agg(name, ',' order by position) from case_tags where case_id = c.id) as tags,
    (select string_agg(cast(user_id as text), ',' order by position) from case_recipients where case_id = c.id)
      as recipient_ids,
    (select string_agg(u.username, ',' order by position) from case_recipients cr join users u on u.id = cr.user_id
      where case_id = c.id) as recipients,
    c.comment_count + c.internal_comment_count as comment_count, c.attachment_count, c.created_at, c.updated_at
  from cases c
    join spaces sp on sp.id = c.space_id join projects p on p.id = c.project_id
    join statuses st on st.id = c.status_id join priorities pr on pr.id = c.priority_id
    join users r on r.id = c.reporter_id join users cr on cr.id = c.creator_id
    left join sections se on se.id = c.section_id left join milestones m on m.id = c.milestone_id
    left join users a on a.id = c.assignee_id left join case_external_ids x on x.case_id = c.id
  where c.deleted_at is null and c.id > ${parameter(1)} order by c.id limit ${parameter(2)}`;

/** Writes all cases to a file of JSON lines, as the program does, with one statement and nothing around it. */
export const bareExport = async (settings: DatabaseSettings, file: string): Promise<void> => {
  const { read, close } =
    settings.databaseUrl === undefined ? sqlite(settings.dataDir) : await postgres(settings.databaseUrl);
  await pipeline(Readable.from(textsOf(read)), createWriteStream(file));
  await close();
};

type Read = (after: number) => Row[] | Promise<Row[]>;

const sqlite = (dataDir: string): { read: Read; close: () => Promise<void> } => {
  const database = new DatabaseSync(join(dataDir, 'casekeep.db'), { readOnly: true });
  const statement = database.prepare(page(() => '?'));
  const read = (after: number) => statement.all(...([after, PAGE] satisfies SQLInputValue[])) as Row[];
  return { read, close: async () => database.close() };
};

const postgres = async (url: string): Promise<{ read: Read; close: () => Promise<void> }> => {
  types.setTypeParser(types.builtins.INT8, Number);
  const client = new Client({ connectionString: url });
  await client.connect();
  const text = page((index) => `$${index}`);
  const read = async (after: number) => (await client.query({ name: 'page', text, values: [after, PAGE] })).rows;
  return { read, close: () => client.end() };
};

async function* textsOf(read: Read): AsyncGenerator<string> {
  for (let rows = await read(0); rows.length > 0; rows = await read(Number(rows.at(-1)?.['id']))) {
    yield rows.map((row) => `${JSON.stringify(exported(row))}\n`).join('');
  }
}

const list = (text: unknown): string[] => (typeof text === 'string' ? text.split(',') : []);

/** In the order of the program's file. */
const exported = (row: Row) => ({
  ...{ id: row['id'], externalId: row['external_id'], title: row['title'], description: row['description'] },
  ...{ spaceId: row['space_id'], space: row['space'], projectId: row['project_id'], project: row['project'] },
  ...{ sectionId: row['section_id'], section: row['section'] },
  ...{ milestoneId: row['milestone_id'], milestone: row['milestone'] },
  ...{ statusId: row['status_id'], status: row['status'], isClosed: Boolean(row['is_closed']) },
  ...{ priorityId: row['priority_id'], priority: row['priority'] },
  ...{ assigneeId: row['assignee_id'], assignee: row['assignee'] },
  dueOn: row['due_on'],
  ...{ reporterId: row['reporter_id'], reporter: row['reporter'] },
  ...{ creatorId: row['creator_id'], creator: row['creator'] },
  ...{
    tags: list(row['tags']),
    recipientIds: list(row['recipient_ids']).map(Number),
    recipients: list(row['recipients']),
  },
  ...{ commentCount: row['comment_count'], attachmentCount: row['attachment_count'] },
  createdAt: new Date(Number(row['created_at'])).toISOString(),
  updatedAt: new Date(Number(row['updated_at'])).toISOString(),
});
