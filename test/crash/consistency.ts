/** Rows of a statement without parameters. */
export type Rows = (sql: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;

interface HistoryRow {
  readonly caseId: number;
  readonly revision: number;
  readonly property: string;
  readonly oldValue: string;
  readonly newValue: string;
}

const HISTORY = `select case_id as "caseId", revision, property, old_value as "oldValue", new_value as "newValue"
  from case_history order by case_id, id`;

const CASES = `select id, revision, title, description, space_id as "spaceId", project_id as "projectId",
  section_id as "sectionId", milestone_id as "milestoneId", status_id as "statusId", priority_id as "priorityId",
  assignee_id as "assigneeId", due_on as "dueOn", reporter_id as "reporterId",
  (select string_agg(name, ',' order by position) from case_tags where case_id = cases.id) as tags,
  (select string_agg(cast(user_id as text), ',' order by position) from case_recipients where case_id = cases.id)
    as "recipientIds"
  from cases order by id`;

const EVENTS = `select case_id as "caseId", type, payload from events
  where type in ('case.created', 'case.updated') order by id`;

const LISTS = new Set(['tags', 'recipientIds']);

/** A property as a case's columns hold it: lists joined, none as null. */
const columnValue = (property: string, json: string): unknown => {
  const value: unknown = JSON.parse(json);
  if (!LISTS.has(property)) return value;
  return Array.isArray(value) && value.length > 0 ? value.join(',') : null;
};

/** What is told of one case, from its history. */
interface Replayed {
  readonly values: Map<string, unknown>;
  /** The changed properties of each revision. */
  readonly revisions: Map<number, string[]>;
}

const replay = (rows: readonly HistoryRow[], problems: string[]): Map<number, Replayed> => {
  const cases = new Map<number, Replayed>();
  for (const { caseId, revision, property, oldValue, newValue } of rows) {
    const replayed = cases.get(caseId) ?? { values: new Map(), revisions: new Map() };
    cases.set(caseId, replayed);
    const { values, revisions } = replayed;
    const last = Math.max(0, ...[...revisions.keys()].slice(-1));
    if (revision !== last && revision !== last + 1)
      problems.push(`case ${caseId}: revision ${revision} follows ${last}`);
    const before = revision === 1 ? null : columnValue(property, oldValue);
    if ((values.get(property) ?? null) !== before) {
      problems.push(`case ${caseId}, revision ${revision}: ${property} was ${values.get(property)}, not ${oldValue}`);
    }
    values.set(property, columnValue(property, newValue));
    revisions.set(revision, [...(revisions.get(revision) ?? []), property]);
  }
  return cases;
};

const compareCases = async (rows: Rows, history: Map<number, Replayed>, problems: string[]): Promise<void> => {
  const cases = await rows(CASES);
  if (cases.length !== history.size) problems.push(`${cases.length} cases, but history of ${history.size}`);
  for (const { id, revision, ...columns } of cases) {
    const told = history.get(Number(id));
    const highest = Math.max(0, ...(told?.revisions.keys() ?? []));
    if (highest !== Number(revision)) problems.push(`case ${id}: revision ${revision}, but history up to ${highest}`);
    for (const [property, value] of Object.entries(columns)) {
      const expected = told?.values.get(property) ?? null;
      if (value !== expected) problems.push(`case ${id}: ${property} is ${value}, but history ends with ${expected}`);
    }
  }
};

const compareEvents = async (rows: Rows, history: Map<number, Replayed>, problems: string[]): Promise<void> => {
  const seen = new Set<string>();
  for (const { caseId, type, payload } of await rows(EVENTS)) {
    const { revision, changed } = JSON.parse(String(payload)) as { revision: number; changed: string[] };
    const name = `case ${caseId}, revision ${revision}`;
    if (seen.has(name)) problems.push(`${name}: more than one event`);
    seen.add(name);
    const properties = history.get(Number(caseId))?.revisions.get(revision) ?? [];
    if (properties.join() !== changed.join()) problems.push(`${name}: event of ${changed}, history of ${properties}`);
    if (type !== (revision === 1 ? 'case.created' : 'case.updated')) problems.push(`${name}: event ${type}`);
  }
  const revisions = [...history.values()].reduce((count, told) => count + told.revisions.size, 0);
  if (seen.size !== revisions) problems.push(`${revisions} revisions, but ${seen.size} events`);
};

/** What does not fit together: cases, their history replayed from the beginning, and the events. Empty when all does. */
export const contradictions = async (rows: Rows): Promise<string[]> => {
  const problems: string[] = [];
  const history = replay((await rows(HISTORY)) as unknown as HistoryRow[], problems);
  await compareCases(rows, history, problems);
  await compareEvents(rows, history, problems);
  return problems;
};
