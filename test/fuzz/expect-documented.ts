import type { ErrorObject, ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect } from 'vitest';
import { type FuzzRequest, operationsOf } from './request-arbitrary.ts';
import { isObject, type JsonObject } from './schema-arbitrary.ts';

/** What a server answered. */
export interface Answer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** Headers that mean something to clients: when they are there, the document has to say so. */
const TOLD = ['etag', 'location', 'idempotency-replayed', 'preference-applied'];

/** Compares answers with what the document promises of them. */
export const documentedBy = (document: JsonObject) => {
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: true });
  addFormats.default(ajv, ['date-time', 'date', 'uri', 'uri-reference', 'email']);
  ajv.addSchema({ ...document, $id: 'document' });
  const responsesOf = new Map(
    operationsOf(document).map(({ operation }) => [operation['operationId'], operation['responses'] as JsonObject]),
  );
  const compiled = new Map<object, ValidateFunction>();
  const problemsWith = (schema: JsonObject, value: unknown): ErrorObject[] => {
    const validate = compiled.get(schema) ?? ajv.compile(pointingIntoDocument(schema) as object);
    compiled.set(schema, validate);
    validate(value);
    return validate.errors ?? [];
  };
  return (request: FuzzRequest, { statusCode, headers, body }: Answer): void => {
    const what = `${request.method.toUpperCase()} ${request.url} ${request.payload?.slice(0, 300) ?? ''}`;
    expect([what, body.slice(0, 300), statusCode < 500]).toEqual([what, body.slice(0, 300), true]);
    const responses = responsesOf.get(request.operationId) ?? {};
    expect([what, body.slice(0, 300), Object.keys(responses)]).toEqual([
      what,
      body.slice(0, 300),
      expect.arrayContaining([String(statusCode)]),
    ]);
    const response = resolved(document, responses[String(statusCode)]);
    const known = Object.keys((response['headers'] ?? {}) as object).map((name) => name.toLowerCase());
    const told = TOLD.filter((name) => headers[name] !== undefined && !(name === 'etag' && statusCode >= 400));
    expect([what, known]).toEqual([what, expect.arrayContaining(told)]);
    const content = response['content'];
    if (!isObject(content)) return;
    const type = String(headers['content-type']).split(';')[0] ?? '';
    const media = content[type] ?? content['*/*'];
    expect([what, type, Object.keys(content)]).toEqual([what, type, media === undefined ? [type] : expect.anything()]);
    if (!/[/+]json$/u.test(type)) return;
    const problems = problemsWith((media as { schema: JsonObject }).schema, JSON.parse(body));
    expect([what, body.slice(0, 600), problems]).toEqual([what, body.slice(0, 600), []]);
  };
};

const pointingIntoDocument = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(pointingIntoDocument);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [
      name,
      name === '$ref' && typeof each === 'string' ? `document${each}` : pointingIntoDocument(each),
    ]),
  );
};

const resolved = (document: JsonObject, value: unknown): JsonObject => {
  const ref = isObject(value) ? value['$ref'] : undefined;
  if (typeof ref !== 'string') return isObject(value) ? value : {};
  const [, , kind = '', name = ''] = ref.split('/');
  return ((document['components'] as JsonObject)[kind] as JsonObject)[name] as JsonObject;
};
