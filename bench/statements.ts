/**
 * The statements that the program sends for the requests of the benchmark, as its stores compile them. The bare servers
 * send exactly these; `verify-statements.ts` compares them with what the program really sends before every run.
 */
export interface Statements {
  readonly selectCase: string;
  /** The cases of a list that comes from memory, `PAGE_LENGTH` of them. */
  readonly selectCases: string;
  /** Comes before the select of an update; SQLite needs none. */
  readonly lockCase: string;
  readonly updateCase: string;
  readonly indexCase: string;
  readonly insertTwoHistoryEntries: string;
  readonly insertEvent: string;
}

const selectCases =
  'select "cases"."id", "cases"."space_id" as "spaceId", "cases"."project_id" as "projectId", ' +
  '"cases"."section_id" as "sectionId", "cases"."milestone_id" as "milestoneId", "cases"."status_id" as "statusId", ' +
  '"cases"."priority_id" as "priorityId", "cases"."assignee_id" as "assigneeId", "cases"."due_on" as "dueOn", ' +
  '"cases"."reporter_id" as "reporterId", "cases"."creator_id" as "creatorId", "cases"."title", ' +
  '"cases"."description", "cases"."revision", "cases"."comment_count" as "commentCount", ' +
  '"cases"."internal_comment_count" as "internalCommentCount", "cases"."attachment_count" as "attachmentCount", ' +
  '"cases"."created_at" as "createdAt", "cases"."updated_at" as "updatedAt", "cases"."deleted_at" as "deletedAt", ' +
  '(select string_agg(name, \',\' order by position) from case_tags where case_id = cases.id) as "tagsCsv", ' +
  "(select string_agg(cast(user_id as text), ',' order by position) from case_recipients where case_id = cases.id) " +
  'as "recipientsCsv" from "cases" ';

/** How many cases a page of the benchmark's lists has. */
export const PAGE_LENGTH = 25;

const common = {
  selectCase: `${selectCases}where "cases"."id" = ?`,
  selectCases: `${selectCases}where "cases"."id" in (${Array.from({ length: PAGE_LENGTH }, () => '?').join(', ')})`,
  updateCase: 'update "cases" set "title" = ?, "description" = ?, "revision" = ?, "updated_at" = ? where "id" = ?',
  insertTwoHistoryEntries:
    'insert into "case_history" ("case_id", "revision", "property", "old_value", "new_value", "actor_id", "key_id", ' +
    '"door", "at", "group_id") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?), (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  insertEvent:
    'insert into "events" ("type", "space_id", "case_id", "actor_id", "key_id", "door", "at", "payload") ' +
    'values (?, ?, ?, ?, ?, ?, ?, ?)',
};

export const sqliteStatements: Statements = {
  ...common,
  lockCase: '',
  indexCase: 'insert or replace into case_search (rowid, title, body, tags) values (?, ?, ?, ?)',
};

/** The same places for values, numbered. */
const numbered = (sql: string): string => {
  const [first = '', ...others] = sql.split('?');
  return others.reduce((text, part, index) => `${text}$${index + 1}${part}`, first);
};

export const postgresStatements: Statements = {
  selectCase: numbered(common.selectCase),
  lockCase: 'select "id" from "cases" where "id" = $1 for update',
  selectCases: numbered(common.selectCases),
  updateCase: numbered(common.updateCase),
  indexCase:
    'insert into "case_search" ("case_id", "title", "body", "tags") values ($1, $2, $3, $4) on conflict ("case_id") ' +
    'do update set "title" = "excluded"."title", "body" = "excluded"."body", "tags" = "excluded"."tags"',
  insertTwoHistoryEntries: numbered(common.insertTwoHistoryEntries),
  insertEvent: numbered(common.insertEvent),
};
