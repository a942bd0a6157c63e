import type { Platform } from '../src/platform/context.ts';
import { type DeferredStatement, Session } from '../src/platform/database/session.ts';

type Record = (sql: string, parameters: readonly unknown[]) => void;

/** The same platform, telling every statement that verbs send through it. */
export const recording = (platform: Platform, record: Record): Platform => {
  const { database } = platform;
  const reader = new RecordedSession(database.reader, record);
  return {
    ...platform,
    database: {
      ...database,
      reader,
      transaction: (work) => database.transaction((session) => work(new RecordedSession(session, record))),
    },
  };
};

/** Tells the statements in the order in which they are asked for, also those that wait for the commit. */
class RecordedSession extends Session {
  readonly #session: Session;
  readonly #record: Record;

  constructor(session: Session, record: Record) {
    super(session.dialect, (sql, parameters) => {
      record(sql, parameters);
      return session.run(sql, parameters);
    });
    this.#session = session;
    this.#record = record;
  }

  override defer(statement: DeferredStatement): void {
    this.#record(statement.sql, statement.parameters);
    this.#session.defer(statement);
  }
}

/** A statement's text without line breaks. */
export const oneLine = (sql: string): string => sql.replace(/\s+/gu, ' ').trim();
