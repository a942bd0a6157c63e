import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely';
import { foldText } from './fold-text.ts';
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

type Parameters = readonly [caseId: number, title: string, body: string, tags: string];

const upsert = `insert into case_search (case_id, title, body, tags) values ($1, $2, $3, $4)
  on conflict (case_id) do update set title = excluded.title, body = excluded.body, tags = excluded.tags`;

/**
 * FTS5 writes out what it has gathered whenever a savepoint ends or a row ID is not above the last one, and the merging
 * of many small pieces costs more than all other statements together. So index entries wait for the end of the batch.
 */
const writers = {
  sqlite: async (session: Session, parameters: Parameters) =>
    session.defer(parameters[0], {
      sql: 'insert or replace into case_search (rowid, title, body, tags) values (?, ?, ?, ?)',
      parameters,
    }),
  postgres: (session: Session, parameters: Parameters) => session.run(upsert, parameters),
} as const;

/** Puts the document into the search index with the commit, in the place of an earlier one for the same case. */
export const indexDocument = async (session: Session, { caseId, title, body, tags }: SearchDocument): Promise<void> => {
  await writers[session.dialect](session, [caseId, foldText(title), indexedText(body), foldText(tags)]);
};

const removers = {
  sqlite: async (session: Session, caseId: number) =>
    session.defer(caseId, { sql: 'delete from case_search where rowid = ?', parameters: [caseId] }),
  postgres: (session: Session, caseId: number) => session.run('delete from case_search where case_id = $1', [caseId]),
} as const;

/** Takes the case's document out of the search index with the commit. */
export const removeDocument = async (session: Session, { caseId }: { readonly caseId: number }): Promise<void> => {
  await removers[session.dialect](session, caseId);
};

const indexedText = (body: string): string => foldText(body.slice(0, MAX_INDEXED_CHARACTERS));

/** Where the texts of a case are, for words the index cannot find. */
interface SearchedColumns {
  readonly id: Expression<unknown>;
  readonly title: Expression<unknown>;
  readonly description: Expression<unknown>;
  readonly tags: Expression<unknown>;
}

/** The different words of a keyword, in the form in which they are looked for: one character can stand for several. */
export const wordsOf = (keyword: string): string[] => [...new Set(foldText(keyword).split(/\s+/u))].filter(Boolean);

/** A condition for Kysely: every one of the words occurs somewhere in the case's texts. */
export const containsWords = (
  session: Session,
  words: readonly string[],
  columns: SearchedColumns,
): RawBuilder<SqlBool> => {
  const conditions = conditionsOf[session.dialect](words, columns);
  // A keyword of nothing but accents has no words left to look for.
  return conditions.length === 0 ? sql<SqlBool>`1 = 1` : sql<SqlBool>`(${sql.join(conditions, sql` and `)})`;
};

const conditionsOf = {
  sqlite: (words: readonly string[], { id, title, description, tags }: SearchedColumns): RawBuilder<SqlBool>[] => {
    const short = words.filter((word) => [...word].length < TRIGRAM);
    return [
      ...words
        .filter((word) => !short.includes(word))
        .map((word) => sql<SqlBool>`${id} in (select rowid from case_search where case_search match ${phrase(word)})`),
      ...(short.length === 0
        ? []
        : [sql<SqlBool>`case_texts_contain(${short.join(' ')}, ${title}, ${description}, ${tags})`]),
    ];
  },
  postgres: (words: readonly string[], { id }: SearchedColumns): RawBuilder<SqlBool>[] =>
    words.map(
      (word) => sql<SqlBool>`${id} in (select case_id from case_search where document like ${containing(word)})`,
    ),
} as const;

/** The function that SQLite calls for words too short for the index; `plainText` turns a description into its words. */
export const caseTextsContain =
  (plainText: (html: string) => string) =>
  (words: string, title: string, description: string, tags: string | null): number => {
    const texts = [foldText(title), foldText(tags ?? ''), indexedText(plainText(description))];
    return words.split(' ').every((word) => texts.some((text) => text.includes(word))) ? 1 : 0;
  };

const containing = (word: string): string => `%${word.replace(/[\\%_]/gu, '\\$&')}%`;

/** A phrase of FTS5's query language: double quotes inside are doubled. */
const phrase = (word: string): string => `"${word.replaceAll('"', '""')}"`;
