import type { Compilable, Kysely } from 'kysely';
import type { Schema } from './schema.ts';
import { type Dialect, kyselyOver, type RunStatement, type Session } from './session.ts';

/** How many rows one statement names at the most: there is a statement for each number up to it. */
export const MAX_NAMED_ROWS = 16;

/** Stands in a statement for a value that is known only when it is sent. */
class Slot {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/** A statement of fixed text, compiled once for each dialect. */
export interface Prepared<Values, Row> {
  all(session: Session, values: Values): Promise<Row[]>;
  /** The same, beside the event loop: for statements that may take long. */
  allAside(session: Session, values: Values): Promise<Row[]>;
  first(session: Session, values: Values): Promise<Row | undefined>;
}

interface CompiledStatement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

const compileOnly: Readonly<Record<Dialect, Kysely<Schema>>> = {
  sqlite: kyselyOver('sqlite', () => Promise.reject(new Error('This instance only compiles.'))),
  postgres: kyselyOver('postgres', () => Promise.reject(new Error('This instance only compiles.'))),
};

/**
 * Builds a statement once and sends it often. Composing and compiling a statement with Kysely costs more than SQLite
 * needs to run it; this keeps the types and pays that price only at first use.
 *
 * `build` receives a Kysely instance and, under the names of `Values`, the places of the values to come.
 */
export const prepared = <Values extends object, Row>(
  build: (kysely: Kysely<Schema>, value: Values) => Compilable<Row>,
): Prepared<Values, Row> => {
  const compiled = new Map<Dialect, CompiledStatement>();
  const compile = (dialect: Dialect): CompiledStatement => {
    const slots = new Proxy({}, { get: (_, name) => new Slot(String(name)) }) as Values;
    const { sql, parameters } = build(compileOnly[dialect], slots).compile();
    const statement = { sql, parameters };
    compiled.set(dialect, statement);
    return statement;
  };
  const send = ({ dialect }: Session, run: RunStatement, values: Values): Promise<Row[]> => {
    const { sql, parameters } = compiled.get(dialect) ?? compile(dialect);
    return run(sql, fill(parameters, values as Readonly<Record<string, unknown>>)) as Promise<Row[]>;
  };
  const all = (session: Session, values: Values): Promise<Row[]> => send(session, session.run, values);
  return {
    all,
    allAside: (session, values) => send(session, session.runAside, values),
    first: async (session, values) => (await all(session, values))[0],
  };
};

const fill = (parameters: readonly unknown[], values: Readonly<Record<string, unknown>>): unknown[] =>
  parameters.map((parameter) => (parameter instanceof Slot ? values[parameter.name] : parameter));
