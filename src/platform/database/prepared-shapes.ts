import type { Compilable, Kysely } from 'kysely';
import { LRUCache } from 'lru-cache';
import { type Prepared, prepared } from './prepared.ts';
import type { Schema } from './schema.ts';

/** How many shapes of one statement are kept compiled; those least recently used are compiled again. */
const MAX_SHAPES = 500;

/** The values of a statement, by name or by number. */
export type ShapeValues = Readonly<Record<string, number>>;

/** A statement whose text depends on what is asked for, as which filters: compiled once for each shape, told by its name. */
export const preparedShapes = <Shape, Row, Values extends object = ShapeValues>(
  build: (kysely: Kysely<Schema>, value: Values, shape: Shape) => Compilable<Row>,
): ((name: string, shape: Shape) => Prepared<Values, Row>) => {
  const compiled = new LRUCache<string, Prepared<Values, Row>>({ max: MAX_SHAPES });
  return (name, shape) => {
    const known = compiled.get(name);
    if (known !== undefined) return known;
    const statement = prepared((kysely, value: Values) => build(kysely, value, shape));
    compiled.set(name, statement);
    return statement;
  };
};
