import { type RawBuilder, sql } from 'kysely';
import { fold, searchedText } from './folded-text.ts';
import { prepared } from './prepared.ts';
import { type Kind, rowsOfLists } from './rows-of-lists.ts';
import type { Session } from './session.ts';

/** The fewest characters that the trigram indexes can find. */
const TRIGRAM = 3;

interface SearchDocument {
  readonly caseId: number;
  readonly title: string;
  /** Plain text. */
  readonly body: string;
  readonly tags: string;
}

/** The index of the cases' own texts, and that of the comments, which is separate: an update does not touch comments. */
const indexes = {
  case_search: { key: 'case_id', columns: ['title', 'body', 'tags'] },
  comment_search: { key: 'comment_id', columns: ['document'] },
} as const;
type SearchIndex = keyof typeof indexes;

type IndexRow = readonly [id: number, ...texts: string[]];

/**
 * FTS5 writes out what it has gathered whenever a savepoint ends or a row ID is not above the last one, and the merging
 * of many small pieces costs more than all other statements together. So index entries wait for the end of the batch.
 */
const write = async (session: Session, table: SearchIndex, rows: readonly IndexRow[]): Promise<void> => {
  if (session.dialect === 'sqlite') for (const row of rows) writeLater(session, table, row);
  else for (const some of cutByLength(rows)) await writeNow(session, table, some);
};

const writeLater = (session: Session, table: SearchIndex, row: IndexRow): void => {
  const { columns } = indexes[table];
  const places = columns.map(() => '?').join(', ');
  const statement = `insert or replace into ${table} (rowid, ${columns.join(', ')}) values (?, ${places})`;
  session.defer({ table, row: row[0], sql: statement, parameters: row });
};

/** How much text one statement indexes, in characters: it has to end before statements are given up. */
const MAX_CHARACTERS = 256 * 1024;

const cutByLength = (rows: readonly IndexRow[]): (readonly IndexRow[])[] => {
  const pieces: IndexRow[][] = [];
  let room = 0;
  for (const row of rows) {
    const length = row.join('').length;
    if (length > room) {
      pieces.push([]);
      room = MAX_CHARACTERS;
    }
    pieces.at(-1)?.push(row);
    room -= length;
  }
  return pieces;
};

const insertFrom = (table: SearchIndex, source: RawBuilder<unknown>): RawBuilder<unknown> => {
  const { key, columns } = indexes[table];
  const changes = columns.map((column) => sql`${sql.ref(column)} = ${sql.ref(`excluded.${column}`)}`);
  return sql`insert into ${sql.table(table)} (${sql.join([key, ...columns].map((name) => sql.ref(name)))}) ${source}
    on conflict (${sql.ref(key)}) do update set ${sql.join(changes)}`;
};

const statementsFor = (table: SearchIndex) => {
  const kinds: Kind[] = ['number', ...indexes[table].columns.map(() => 'text' as const)];
  const statementWith = (sourceOf: (values: readonly unknown[]) => RawBuilder<unknown>) =>
    prepared((db, values: readonly unknown[]) => ({ compile: () => insertFrom(table, sourceOf(values)).compile(db) }));
  return {
    one: statementWith((values) => sql`values (${sql.join(kinds.map((_, place) => values[place]))})`),
    lists: statementWith((lists) => rowsOfLists(kinds, lists)),
  };
};

const statements = { case_search: statementsFor('case_search'), comment_search: statementsFor('comment_search') };

const writeNow = async (session: Session, table: SearchIndex, rows: readonly IndexRow[]): Promise<void> => {
  const [only = [], ...others] = rows;
  const { one, lists } = statements[table];
  if (others.length === 0) await one.all(session, only);
  else
    await lists.all(
      session,
      ['key', ...indexes[table].columns].map((_, place) => rows.map((row) => row[place])),
    );
};

const remove = async (session: Session, table: SearchIndex, id: number): Promise<void> => {
  if (session.dialect === 'postgres') await session.run(`delete from ${table} where ${indexes[table].key} = $1`, [id]);
  else session.defer({ table, row: id, sql: `delete from ${table} where rowid = ?`, parameters: [id] });
};

/** Puts the documents into the search index with the commit, in the place of earlier ones for the same cases. */
export const indexDocuments = (session: Session, documents: readonly SearchDocument[]): Promise<void> =>
  write(
    session,
    'case_search',
    documents.map(({ caseId, title, body, tags }) => [caseId, fold(title), searchedText(body), fold(tags)]),
  );

/** Takes the case's document out of the search index with the commit. */
export const removeDocument = (session: Session, { caseId }: { readonly caseId: number }): Promise<void> =>
  remove(session, 'case_search', caseId);

/** Puts a comment's plain text into the search index with the commit. */
export const indexComment = (
  session: Session,
  { commentId, text }: { readonly commentId: number; readonly text: string },
): Promise<void> => write(session, 'comment_search', [[commentId, searchedText(text)]]);

/** Takes a comment out of the search index with the commit; on PostgreSQL it must still be there. */
export const removeComment = (session: Session, { commentId }: { readonly commentId: number }): Promise<void> =>
  remove(session, 'comment_search', commentId);

/** Whether the indexes can find a word at all; shorter ones have to be looked for in the texts themselves. */
export const isIndexed = (word: string): boolean => [...word].length >= TRIGRAM;

/** The words that the indexes can find, each once, of texts that may have several. */
export const indexedWords = (texts: readonly string[]): string[] =>
  [...new Set(texts.flatMap((text) => text.split(' ')))].filter(isIndexed);

interface NewestMatches {
  /** Indexed words, at least one. */
  readonly words: readonly string[];
  /** Whether all of them have to be there, or any. */
  readonly demand: 'all' | 'any';
  /** Only what has a lower ID. */
  readonly before: number;
  readonly limit: number;
}

/** The IDs of what has the words, highest first. */
export const newestMatches = async (
  session: Session,
  table: SearchIndex,
  matches: NewestMatches,
): Promise<number[]> => {
  const matchesOn = { sqlite: sqliteMatches, postgres: postgresMatches };
  const [text, parameters] = matchesOn[session.dialect](table, matches);
  const rows = await session.runOnceAside(text, parameters);
  return rows.map(({ id }) => Number(id));
};

type Statement = readonly [text: string, parameters: readonly unknown[]];

const sqliteMatches = (table: SearchIndex, { words, demand, before, limit }: NewestMatches): Statement => [
  `select rowid as id from ${table} where ${table} match ? and rowid < ? order by rowid desc limit ?`,
  [words.map(phrase).join(demand === 'all' ? ' AND ' : ' OR '), before, limit],
];

/** Sent with its values, not prepared: how common a word is decides how PostgreSQL looks for it. */
const postgresMatches = (table: SearchIndex, { words, demand, before, limit }: NewestMatches): Statement => {
  const { key } = indexes[table];
  const conditions = words.map((_, index) => `document like $${index + 3}`);
  const condition = conditions.join(demand === 'all' ? ' and ' : ' or ');
  return [
    `select ${key} as id from ${table} where (${condition}) and ${key} < $1 order by ${key} desc limit $2`,
    [before, limit, ...words.map(containing)],
  ];
};

const containing = (word: string): string => `%${word.replace(/[\\%_]/gu, '\\$&')}%`;

/** A phrase of FTS5's query language: double quotes inside are doubled. */
const phrase = (word: string): string => `"${word.replaceAll('"', '""')}"`;
