import { type Static, type TSchema, Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { parseInstant } from './dates.ts';

/** What a value of a field can turn out to be: a value, "as if not given", or wrong in a way that can be said. */
type Reading<T> = { readonly value: T } | { readonly unset: true } | { readonly problem: string };

/** One kind of field of the old wire: its JSON schema and what its values mean. */
export interface WireType<T> {
  readonly schema: TSchema;
  readonly read: (value: unknown) => Reading<T>;
}

const unset = { unset: true } as const;

const wireType = <S extends TSchema, T>(
  schema: S,
  expected: string,
  convert: (value: Static<S>) => Reading<T>,
): WireType<T> => {
  const compiled = Compile(schema);
  return {
    schema,
    read: (value) =>
      compiled.Check(value) ? convert(value as Static<S>) : { problem: `must be ${expected}, not ${shown(value)}` },
  };
};

/** How much of a wrong value a refusal repeats, in characters. */
const MAX_SHOWN = 40;

/** Only what stands at the top is written: an absurd value must not cost more than a sensible one. */
const shown = (value: unknown): string => {
  if (Array.isArray(value)) return value.length === 0 ? '[]' : 'an array';
  if (typeof value === 'object' && value !== null) return Object.keys(value).length === 0 ? '{}' : 'an object';
  const text = JSON.stringify(typeof value === 'string' ? value.slice(0, MAX_SHOWN + 1) : value) ?? String(value);
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text;
};

/** An ID, also as digits in a string. Source: communifire-api.md section 1, numbers. */
const idSchema = Type.Union([
  Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }),
  Type.String({ pattern: '^\\s*\\d{1,15}\\s*$' }),
  Type.Null(),
]);

/** A text; null leaves it as it is, because typed clients serialise what was not set as null. */
export const text: WireType<string> = wireType(Type.Union([Type.String(), Type.Null()]), 'a string', (value) =>
  value === null ? unset : { value },
);

/** An ID whose 0 or null means "none". Source: communifire-api.md section 2, rules. */
export const clearableId: WireType<number | null> = wireType(
  idSchema,
  'an ID (a positive integer, 0 for none)',
  (value) => ({
    value: Number(value) === 0 ? null : Number(value),
  }),
);

/** An ID whose 0 or null means "leave as is". Source: communifire-api.md section 2, rules. */
export const keptId: WireType<number> = wireType(idSchema, 'an ID (a positive integer)', (value) =>
  Number(value) === 0 ? unset : { value: Number(value) },
);

const csvSchema = Type.Union([Type.String(), Type.Null()]);

const partsOf = (csv: string): string[] =>
  csv
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** Comma-separated texts; blank ones are passed over. */
export const textCsv: WireType<string[]> = wireType(csvSchema, 'a string of comma-separated values', (value) =>
  value === null ? unset : { value: partsOf(value) },
);

/** Comma-separated IDs. */
export const idCsv: WireType<number[]> = wireType(csvSchema, 'a string of comma-separated IDs', (value) => {
  if (value === null) return unset;
  const parts = partsOf(value);
  const wrong = parts.find((part) => !/^\d{1,15}$/u.test(part) || Number(part) === 0);
  return wrong === undefined
    ? { value: parts.map(Number) }
    : { problem: `must be a string of comma-separated IDs: ${shown(wrong)} is not one` };
});

const flagWords: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['1', true],
  ['false', false],
  ['0', false],
  ['', false],
]);

const flagSchema = Type.Union([
  Type.Boolean(),
  Type.Literal(0),
  Type.Literal(1),
  Type.String({ pattern: '^\\s*(?:[Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee]|[01])?\\s*$' }),
  Type.Null(),
]);

/** Yes or no, also as a word or a number; null is as if it were not given. */
export const flag: WireType<boolean> = wireType(flagSchema, 'true or false', (value) =>
  value === null ? unset : { value: flagWords.get(String(value).trim().toLowerCase()) === true },
);

const dateSchema = Type.Union([Type.String(), Type.Null()]);

/** An instant, in milliseconds. One before 1970 is what typed clients send when none was set. */
export const instant: WireType<number> = wireType(dateSchema, 'a date', (value) => {
  if (value === null || value.trim() === '') return unset;
  const milliseconds = parseInstant(value);
  if (milliseconds === undefined) return { problem: `must be a date in ISO 8601 or /Date(…)/, not ${shown(value)}` };
  return milliseconds < 0 ? unset : { value: milliseconds };
});

/** A text that must be there. What is sent instead is never repeated: it may be a password. */
export const requiredText: WireType<string> = {
  schema: Type.String({ minLength: 1 }),
  read: (value) =>
    typeof value === 'string' && value !== '' ? { value } : { problem: 'must be a string that is not empty' },
};
