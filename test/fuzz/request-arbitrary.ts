import fc, { type Arbitrary } from 'fast-check';
import { SANDBOX_KEY } from '../../src/app/fill-sandbox.ts';
import { sandboxKeys } from '../../src/app/sandbox-access.ts';
import { anything, isObject, type JsonObject, SchemaArbitraries } from './schema-arbitrary.ts';

/** An operation of the document. */
export interface Operation {
  readonly path: string;
  readonly method: string;
  readonly operation: JsonObject;
}

/** A request to one of the operations, as good or bad as chance will have it. */
export interface FuzzRequest {
  readonly operationId: string;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload: string | undefined;
}

/** The operations of the document that answer and end. */
export const operationsOf = (document: JsonObject): Operation[] =>
  Object.entries(document['paths'] as Readonly<Record<string, Record<string, JsonObject>>>)
    .flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method, operation })))
    .filter(({ operation }) => !JSON.stringify(operation).includes('text/event-stream'));

/** Requests to all operations of the document, valid and invalid. */
export const requestsTo = (document: JsonObject): Arbitrary<FuzzRequest> => {
  const schemas = new SchemaArbitraries(document);
  const shared = (document['components'] as JsonObject)['parameters'] as JsonObject;
  return fc.oneof(...operationsOf(document).map((operation) => requestTo(operation, schemas, shared)));
};

const requestTo = (at: Operation, schemas: SchemaArbitraries, shared: JsonObject): Arbitrary<FuzzRequest> => {
  const parameters = (at.operation['parameters'] as JsonObject[]).map((each) => resolved(each, shared));
  const valuesIn = (place: string, chance: number) =>
    fc.record(
      Object.fromEntries(
        parameters.filter((each) => each['in'] === place).map((each) => [each['name'], value(each, schemas, chance)]),
      ),
    );
  const body = (at.operation['requestBody'] as JsonObject | undefined)?.['content'];
  return fc
    .record({
      path: valuesIn('path', 0.95),
      query: valuesIn('query', 0.95),
      own: valuesIn('header', 0.7),
      key,
      extra: junkQuery,
      conditions,
    })
    .chain(({ path, query, own, key: keyHeaders, extra, conditions }) =>
      bodyArbitrary(body, schemas).map(({ type, payload }) => ({
        ...{ operationId: String(at.operation['operationId']), method: at.method },
        url: urlOf(at.path, path, { ...query, ...extra }),
        headers: {
          ...keyHeaders,
          ...headersOf(own),
          ...conditions,
          ...(type === undefined ? {} : { 'content-type': type }),
        },
        payload,
      })),
    );
};

const resolved = (parameter: JsonObject, shared: JsonObject): JsonObject => {
  const ref = parameter['$ref'];
  return typeof ref === 'string' ? (shared[ref.split('/').at(-1) ?? ''] as JsonObject) : parameter;
};

/** A value of a parameter, or none when it may be left out. */
const value = ({ schema, required, example }: JsonObject, schemas: SchemaArbitraries, chance: number) => {
  const [good, bad] = [Math.round(chance * 100), Math.round((1 - chance) * 100)];
  const fitting = example === undefined ? schemas.of(schema) : fc.oneof(fc.constant(example), schemas.of(schema));
  const any = fc.oneof({ weight: good, arbitrary: fitting }, { weight: bad, arbitrary: anything });
  return required === true ? any : fc.option(any, { freq: 3, nil: undefined });
};

/** Most ask with a good key; of the others some with that of somebody who may do less. */
const key: Arbitrary<Record<string, string>> = fc.oneof(
  { weight: 12, arbitrary: fc.constant({ 'rest-api-key': SANDBOX_KEY }) },
  { weight: 4, arbitrary: fc.constantFrom(...sandboxKeys.map(({ key: each }) => ({ 'rest-api-key': each }))) },
  { weight: 1, arbitrary: fc.constantFrom({}, { 'rest-api-key': 'x' }, { authorization: 'Bearer x' }) },
);

const entityTags = fc.constantFrom(
  '*',
  '"1"',
  '"2"',
  'W/"1"',
  '"1", "2"',
  '"x"',
  '""',
  '1',
  '',
  ',',
  'W/"',
  '"\u00e4"',
);
const instants = fc.constantFrom('Tue, 24 Nov 2026 09:30:00 GMT', 'Thu, 01 Jan 1970 00:00:00 GMT', 'yesterday', '');
const ranges = fc.constantFrom(
  'bytes=0-0',
  'bytes=0-',
  'bytes=-1',
  'bytes=5-2',
  'bytes=9999-',
  'bytes=0-1,3-4',
  'x',
  '',
);

/** Conditions, whether the operation knows them or not. Source: RFC 9110 sections 13 and 14. */
const conditions: Arbitrary<Record<string, string>> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  {
    weight: 1,
    arbitrary: fc.record(
      {
        'if-none-match': entityTags,
        'if-match': entityTags,
        'if-modified-since': instants,
        'if-unmodified-since': instants,
        'if-range': fc.oneof(entityTags, instants),
        range: ranges,
      },
      { requiredKeys: [] },
    ),
  },
);

const junkQuery = fc.oneof(
  { weight: 19, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: fc.constantFrom({ unknown: '1' }, { fields: 'nothing' }, { dryRun: 'perhaps' }) },
);

const urlOf = (path: string, inPath: JsonObject, query: JsonObject): string => {
  const address = path.replace(/\{(\w+)\}/gu, (_, name: string) => encoded(inPath[name]) || '0');
  const search = Object.entries(query).flatMap(([name, each]) =>
    each === undefined ? [] : [`${name}=${encoded(each)}`],
  );
  return search.length === 0 ? address : `${address}?${search.join('&')}`;
};

const encoded = (each: unknown): string => encodeURIComponent(textOf(each).toWellFormed()).replace(/^\.+$/u, '1');

const textOf = (each: unknown): string => (typeof each === 'string' ? each : JSON.stringify(each)) ?? '';

/** What HTTP lets through as the value of a header. */
const headersOf = (values: JsonObject): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, each]) =>
      each === undefined
        ? []
        : [
            [
              name,
              textOf(each)
                .replace(/[^\x20-\x7e]/gu, '')
                .trim(),
            ],
          ],
    ),
  );

interface Body {
  readonly type: string | undefined;
  readonly payload: string | undefined;
}

const FORM = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\nhello\r\n--x--\r\n';

const bodyArbitrary = (content: unknown, schemas: SchemaArbitraries): Arbitrary<Body> => {
  const [type, media] = Object.entries((content ?? {}) as Record<string, JsonObject>)[0] ?? [];
  if (type === undefined) return fc.constant({ type: undefined, payload: undefined });
  if (type.startsWith('multipart/')) {
    return fc.constantFrom(
      { type: `${type}; boundary=x`, payload: FORM },
      { type: `${type}; boundary=y`, payload: FORM },
    );
  }
  const json = (arbitrary: Arbitrary<unknown>) => arbitrary.map((each) => ({ type, payload: JSON.stringify(each) }));
  return fc.oneof(
    { weight: 10, arbitrary: json(schemas.of(media?.['schema'])) },
    { weight: 3, arbitrary: json(fc.tuple(schemas.of(media?.['schema']), fc.string(), anything).map(spoiled)) },
    { weight: 2, arbitrary: json(anything) },
    { weight: 1, arbitrary: fc.constantFrom({ type, payload: '{"title":' }, { type: 'text/plain', payload: 'x' }) },
  );
};

/** One property more, or another value in one of those that are there. */
const spoiled = ([good, name, bad]: [unknown, string, unknown]): unknown => {
  if (!isObject(good)) return bad;
  const names = [name || 'unknown', ...Object.keys(good)];
  return { ...good, [names[name.length % names.length] ?? name]: bad };
};
