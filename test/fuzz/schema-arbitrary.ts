import fc, { type Arbitrary } from 'fast-check';

export interface JsonObject {
  readonly [name: string]: unknown;
}

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Values as clients invent them: what no schema allows, what is too large, what is no text. */
export const anything: Arbitrary<unknown> = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(null, '', ' ', 0, -1, 1.5, 2 ** 53, 1e308, true, [], {}, '\u0000', '\ud800', '<script>', '2304'),
);

const text = fc.oneof(
  fc.string({ maxLength: 40, unit: 'grapheme' }),
  fc.string({ maxLength: 20, unit: 'binary' }),
  fc.constantFrom('Unable to load the page.', 'a'.repeat(600), '<p>x</p>', '1,2', '%', "'", '\u0000'),
);

/** IDs of the example data, and others. */
const id = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 12 }) },
  fc.constantFrom(2304, 2305, 2310, 987_654),
);

/** Values that a schema of the document allows, or nearly: what patterns and formats ask for is met most of the time. */
export class SchemaArbitraries {
  readonly #components: JsonObject;

  constructor(document: JsonObject) {
    this.#components = (document['components'] as JsonObject)['schemas'] as JsonObject;
  }

  of(schema: unknown, depth = 0): Arbitrary<unknown> {
    if (!isObject(schema) || depth > 6) return fc.constant(null);
    const ref = schema['$ref'];
    if (typeof ref === 'string') return this.of(this.#components[ref.split('/').at(-1) ?? ''], depth + 1);
    if ('const' in schema) return fc.constant(schema['const']);
    if (Array.isArray(schema['enum'])) return fc.constantFrom(...schema['enum']);
    const branches = schema['anyOf'] ?? schema['oneOf'];
    if (Array.isArray(branches)) return fc.oneof(...branches.map((each) => this.of(each, depth + 1)));
    return fc.oneof(...[schema['type']].flat().map((type) => this.#ofType(String(type), schema, depth)));
  }

  #ofType(type: string, schema: JsonObject, depth: number): Arbitrary<unknown> {
    if (type === 'object') return this.#object(schema, depth);
    if (type === 'array') return fc.array(this.of(schema['items'], depth + 1), { maxLength: 3 });
    if (type === 'integer' || type === 'number') return integer(schema);
    if (type === 'boolean') return fc.boolean();
    return type === 'string' ? string(schema) : fc.constant(null);
  }

  #object({ properties = {}, required = [] }: JsonObject, depth: number): Arbitrary<unknown> {
    const values = Object.entries(properties as JsonObject).map(([name, each]) => [name, this.of(each, depth + 1)]);
    return fc.record(Object.fromEntries(values), { requiredKeys: required as never[] });
  }
}

const integer = ({ minimum = 0, maximum }: JsonObject): Arbitrary<number> => {
  const [low, high] = [Number(minimum), Number(maximum ?? 12)];
  return maximum === undefined
    ? fc.oneof(id, fc.integer({ min: low, max: low + 3 }))
    : fc.integer({ min: low, max: Math.max(low, high) });
};

const string = ({ format, pattern, examples }: JsonObject): Arbitrary<string> => {
  if (format === 'date-time')
    return fc.date({ noInvalidDate: true, min: new Date(0) }).map((date) => date.toISOString());
  if (typeof pattern === 'string') return fc.oneof(fc.stringMatching(new RegExp(pattern, 'u')), text);
  return Array.isArray(examples) ? fc.oneof(fc.constantFrom(...(examples as string[])), text) : text;
};
