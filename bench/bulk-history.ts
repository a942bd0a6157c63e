import type { BulkWriter } from './bulk-writer.ts';

/** The properties of a new case in the order of its history, and what each is as JSON. */
const properties = (json: (column: string) => string, number: (column: string) => string) => [
  ['title', json('title')],
  ['description', json('description')],
  ['spaceId', number('space_id')],
  ['projectId', number('project_id')],
  ['sectionId', number('section_id')],
  ['milestoneId', number('milestone_id')],
  ['statusId', number('status_id')],
  ['priorityId', number('priority_id')],
  ['assigneeId', number('assignee_id')],
  // No case that is made for the benchmark has a day of its own.
  ['dueOn', "'null'"],
  ['reporterId', number('reporter_id')],
  ['tags', listOf('case_tags', json('name'))],
  ['recipientIds', listOf('case_recipients', 'cast(user_id as text)')],
];

const listOf = (table: string, item: string): string =>
  `(select '[' || coalesce(string_agg(${item}, ',' order by position), '') || ']' from ${table} where case_id = cases.id)`;

const dialects = {
  sqlite: (column: string) => `json_quote(${column})`,
  postgres: (column: string) => `to_json(${column})::text`,
} as const;

const numberOrNull = (column: string): string => `coalesce(cast(${column} as text), 'null')`;

/** The first history of all cases, as `createCase` writes it. */
export const bulkHistory = async ({ dialect, run }: BulkWriter): Promise<void> => {
  const all = properties(dialects[dialect], numberOrNull);
  const names = all.map(([name], index) => `select ${index} as place, '${name}' as property`).join(' union all ');
  const values = all.map(([, value], index) => `when ${index} then ${value}`).join(' ');
  await run(
    `insert into case_history (case_id, revision, property, old_value, new_value, actor_id, key_id, door, at)
     select cases.id, 1, names.property, 'null', case names.place ${values} end, null, null, 'setup', cases.created_at
     from cases cross join (${names}) as names order by cases.id, names.place`,
  );
};

const changed = properties(String, String).map(([name]) => name);

/** The events of all cases, as `createCase` writes them, but all at one time. */
export const bulkEvents = async ({ run }: BulkWriter): Promise<void> => {
  const [start, end] = JSON.stringify({ revision: 1, changed, assigneeId: 0 }).split(/0(?=\}$)/u);
  await run(
    `insert into events (type, space_id, case_id, actor_id, key_id, door, at, payload)
     select 'case.created', space_id, id, null, null, 'setup', created_at,
       '${start}' || ${numberOrNull('assignee_id')} || '${end}' from cases order by id`,
  );
};
