import { isDeepStrictEqual } from 'node:util';
import { withExample } from './examples.ts';
import { isObject, type JsonObject, mapValues } from './json.ts';
import { simpleSchema } from './simple-schema.ts';

/** Keywords whose value is a schema, a list of schemas, or schemas by name. Source: JSON Schema 2020-12 core, section 10. */
const ONE = ['items', 'additionalProperties', 'not', 'contains', 'propertyNames', 'if', 'then', 'else'];
const LISTS = ['anyOf', 'allOf', 'oneOf', 'prefixItems'];
const BY_NAME = ['properties', 'patternProperties', '$defs'];

/** Names that OpenAPI allows for components. Source: OpenAPI 3.1 section 4.8.7. */
const COMPONENT_NAME = /^[A-Z][A-Za-z0-9]*$/u;

/** The schemas of the document: those with an `$id` are there once, under that name. */
export class Schemas {
  readonly #named = new Map<string, JsonObject>();

  /** The schema as it stands in the document. Throws when two different ones have the same `$id`. */
  use(schema: object): JsonObject {
    const { $id, ...content } = schema as JsonObject;
    return typeof $id === 'string' ? this.#name($id, content) : this.#converted(content);
  }

  /** All that have a name, by their names. */
  get named(): JsonObject {
    return Object.fromEntries([...this.#named].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  #name(name: string, content: JsonObject): JsonObject {
    if (!COMPONENT_NAME.test(name)) throw new Error(`The $id "${name}" is no name like CasePatch.`);
    const converted = this.#converted(content);
    const known = this.#named.get(name);
    if (known !== undefined && !isDeepStrictEqual(known, converted)) {
      throw new Error(`Two different schemas have the $id "${name}".`);
    }
    this.#named.set(name, converted);
    return { $ref: `#/components/schemas/${name}` };
  }

  #converted(schema: JsonObject): JsonObject {
    const { $defs, ...content } = schema;
    if (isObject($defs)) for (const [name, each] of Object.entries($defs)) this.#name(name, withoutId(each));
    return simpleSchema(mapValues(content, (value, keyword) => this.#keyword(keyword, value)));
  }

  #keyword(keyword: string, value: unknown): unknown {
    if (keyword === '$ref' && typeof value === 'string' && !value.includes('/')) return `#/components/schemas/${value}`;
    if (ONE.includes(keyword) && isObject(value)) return this.use(value);
    if (LISTS.includes(keyword) && Array.isArray(value)) return value.map((each) => this.use(each));
    if (!BY_NAME.includes(keyword) || !isObject(value)) return value;
    return mapValues(value, (each, name) => withExample(name, this.use(each as object)));
  }
}

const withoutId = (schema: unknown): JsonObject => {
  const { $id: _, ...content } = schema as JsonObject;
  return content;
};
