import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Session } from './session.ts';

/** The fewest characters the trigram index can find; shorter words are looked for in the texts themselves. */
const TRIGRAM = 3;

/** How much of a case's text is indexed, in characters: what follows cannot be found by keyword. */
const MAX_INDEXED_CHARACTERS = 100_000;

interface SearchDocument {
  readonly caseId: number;
  readonly title: string;
  /** Plain text. */
  readonly body: string;
  readonly tags: string;
}

const upsert = `insert into case_search (case_id, title, body, tags) values ($1, $2, $3, $4)
  on conflict (case_id) do update set title = excluded.title, body = excluded.body, tags = excluded.tags`;

/**
 * FTS5 writes out what it has gathered whenever a savepoint ends or a row ID is not above the last one, and the merging
 * of many small pieces costs more than all other statements together. So index entries wait for the end of the batch.
 */
const writers = {
  sqlite: async (session: Session, parameters: readonly [number, ...unknown[]]) =>
    session.defer(parameters[0], {
      sql: 'insert or replace into case_search (rowid, title, body, tags) values (?, ?, ?, ?)',
      parameters,
    }),
  postgres: (session: Session, parameters: readonly [number, ...unknown[]]) => session.run(upsert, parameters),
} as const;

/** Puts the document into the search index with the commit, in the place of an earlier one for the same case. */
export const indexDocument = async (session: Session, { caseId, title, body, tags }: SearchDocument): Promise<void> => {
  await writers[session.dialect](session, [caseId, title, body.slice(0, MAX_INDEXED_CHARACTERS), tags]);
};

/** The columns a keyword is compared with where the index cannot help. */
interface SearchedColumns {
  readonly id: Expression<unknown>;
  readonly title: Expression<unknown>;
  readonly description: Expression<unknown>;
}

/** A condition for Kysely: every word of the keyword occurs somewhere in the case's texts. */
export const matchesKeyword = (session: Session, keyword: string, columns: SearchedColumns): RawBuilder<SqlBool> => {
  const words = keyword.split(/\s+/u).filter((word) => word !== '');
  const conditions = words.map((word) => wordCondition[session.dialect](word, columns));
  return sql<SqlBool>`(${sql.join(conditions, sql` and `)})`;
};

const wordCondition = {
  sqlite: (word: string, { id, title, description }: SearchedColumns): RawBuilder<SqlBool> =>
    [...word].length < TRIGRAM
      ? sql<SqlBool>`(${title} like ${containing(word)} escape '\\' or ${description} like ${containing(word)} escape '\\')`
      : sql<SqlBool>`${id} in (select rowid from case_search where case_search match ${phrase(word)})`,
  postgres: (word: string, { id }: SearchedColumns): RawBuilder<SqlBool> =>
    sql<SqlBool>`${id} in (select case_id from case_search where document ilike ${containing(word)})`,
} as const;

const containing = (word: string): string => `%${word.replace(/[\\%_]/gu, '\\$&')}%`;

/** A phrase of FTS5's query language: double quotes inside are doubled. */
const phrase = (word: string): string => `"${word.replaceAll('"', '""')}"`;
