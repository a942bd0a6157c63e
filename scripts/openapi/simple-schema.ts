import { isObject, type JsonObject } from './json.ts';

/** A schema in the shortest words of JSON Schema 2020-12 that mean the same: readers and generators like these best. */
export const simpleSchema = (schema: JsonObject): JsonObject => {
  const { anyOf, ...rest } = schema;
  if (!Array.isArray(anyOf)) return schema;
  const branches = anyOf.filter(isObject);
  return enumerated(branches, rest) ?? nullable(branches, rest) ?? schema;
};

/** Texts to choose from: `{anyOf: [{const: a}, {const: b}]}` is `{enum: [a, b]}`. */
const enumerated = (branches: readonly JsonObject[], rest: JsonObject): JsonObject | undefined => {
  const isNull = ({ type }: JsonObject) => type === 'null';
  const values = branches.filter((branch) => !isNull(branch));
  if (values.length < 2 || !values.every((branch) => typeof branch['const'] === 'string')) return undefined;
  const words = values.map((branch) => branch['const']);
  return branches.some(isNull)
    ? { type: ['string', 'null'], enum: [...words, null], ...rest }
    : { type: 'string', enum: words, ...rest };
};

/** One type or null: `{anyOf: [{type: t, …}, {type: null}]}` is `{type: [t, null], …}`. */
const nullable = (branches: readonly JsonObject[], rest: JsonObject): JsonObject | undefined => {
  const [first, second, ...more] = branches;
  if (first === undefined || second?.['type'] !== 'null' || more.length > 0) return undefined;
  if (typeof first['type'] !== 'string' || 'const' in first || 'enum' in first) return undefined;
  return { ...first, type: [first['type'], 'null'], ...rest };
};
