import { type FieldProblem, refuseInvalidFields } from '../kernel/errors.ts';
import { type JsonObject, objectOf } from './body.ts';
import type { WireType } from './wire-types.ts';

/** The fields of one kind of body: their names on the wire, what they are called inside, and their types. */
export type Fields<Target> = Readonly<Record<string, { [P in keyof Target]-?: Field<Target, P> }[keyof Target]>>;

interface Field<Target, P extends keyof Target> {
  readonly property: P;
  readonly type: WireType<Target[P]>;
  /** For the documentation. */
  readonly description?: string;
}

/** What a body said. */
interface ReadBody<Target> {
  readonly values: Partial<Target>;
  /** How many fields the body has that are known, set or not. */
  readonly known: number;
}

/**
 * Reads a body; `tellIgnored` hears the names that are not known, as they were spelled, also when the body is refused.
 * Source: communifire-api.md section 1, property names.
 */
export type BodyReader<Target> = (body: unknown, tellIgnored: (names: readonly string[]) => void) => ReadBody<Target>;

/** Reads bodies with these fields, whatever the case of their names. Throws BODY_MALFORMED, FIELDS_INVALID. */
export const bodyReader = <Target extends object>(fields: Fields<Target>): BodyReader<Target> => {
  const byLowerName = new Map(Object.entries(fields).map(([name, field]) => [name.toLowerCase(), field]));
  return (body, tellIgnored) => {
    const object: JsonObject = objectOf(body);
    const values: Partial<Target> = {};
    const ignored: string[] = [];
    const problems: FieldProblem[] = [];
    let known = 0;
    for (const [name, raw] of Object.entries(object)) {
      const field = byLowerName.get(name.toLowerCase());
      if (field === undefined) {
        ignored.push(name);
        continue;
      }
      known += 1;
      const reading = field.type.read(raw);
      if ('problem' in reading) problems.push({ field: String(field.property), problem: reading.problem });
      if ('value' in reading) values[field.property] = reading.value;
    }
    tellIgnored(ignored);
    refuseInvalidFields(problems);
    return { values, known };
  };
};

/** The names on the wire by the names inside: for error messages. */
export const wireNames = <Target>(fields: Fields<Target>): ReadonlyMap<string, string> =>
  new Map(Object.entries(fields).map(([name, { property }]) => [String(property), name]));
