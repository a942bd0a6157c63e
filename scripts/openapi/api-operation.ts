import { STATUS_CODES } from 'node:http';
import type { RouteOptions } from 'fastify';
import { DomainError, type ErrorCode } from '../../src/kernel/errors.ts';
import { type AnswerHeader, answerHeaders, requestHeaders } from '../../src/platform/http/api/documented-headers.ts';
import { Problem, problemOf } from '../../src/platform/http/api/problem.ts';
import { statusOf } from '../../src/platform/http/status.ts';
import { requestBody } from './bodies.ts';
import { detailedRefusals } from './detailed-refusals.ts';
import { isObject, type JsonObject, mapValues } from './json.ts';
import { parameter, parametersOf } from './parameters.ts';
import type { Parts } from './parts.ts';
import type { Schemas } from './schemas.ts';

/** An operation of the new API. */
export const apiOperation = (route: RouteOptions, parts: Parts): JsonObject => {
  const { schema = {}, config = {} } = route;
  const { operationId, tags, summary, description } = schema;
  const body = requestBodyOf(route, parts);
  return {
    ...{ operationId, tags, summary },
    ...(description === undefined ? {} : { description: description.replaceAll('\n', ' ') }),
    ...(config.withoutKey === true ? { security: [] } : {}),
    parameters: [
      ...parametersOf(parts.schemas, 'path', schema.params),
      ...parametersOf(parts.schemas, 'query', schema.querystring),
      ...headerParametersOf(route, parts),
    ],
    ...(body === undefined ? {} : { requestBody: body }),
    responses: { ...answersOf(route, parts), ...conditionalAnswers(route, parts), ...refusalsOf(route, parts) },
  };
};

const headerParametersOf = ({ config = {} }: RouteOptions, { schemas }: Parts): JsonObject[] => [
  ...(config.requestHeaders ?? []).map((name) => parameter(name, 'header', schemas.use(requestHeaders[name]), false)),
  ...(config.writes === true ? writeParameters : []),
];

/** Every write reads these: `components.parameters` has them. */
const writeParameters = ['IdempotencyKey', 'Prefer'].map((name) => ({ $ref: `#/components/parameters/${name}` }));

/** The parameters that operations share, as components. Source: RFC 7240; draft-ietf-httpapi-idempotency-key-header. */
export const sharedParameters: JsonObject = {
  IdempotencyKey: parameter(
    'Idempotency-Key',
    'header',
    {
      type: 'string',
      minLength: 1,
      maxLength: 255,
      description:
        'A name for this change, chosen by the client, for example a UUID. Repeats with the same name within a day ' +
        'answer what the first one answered, and change nothing.',
    },
    false,
  ),
  Prefer: parameter(
    'Prefer',
    'header',
    { type: 'string', description: '`dry-run` makes all checks and changes nothing.' },
    false,
  ),
};

const requestBodyOf = (route: RouteOptions, { schemas }: Parts) => {
  const { method, config: { bodyType } = {} } = route;
  const body = bodySchemaOf(route);
  if (body === undefined) return undefined;
  const isForm = bodyType?.startsWith('multipart/') === true;
  if (!isForm && !('examples' in body)) {
    throw new Error(`The body of ${route.schema?.operationId} needs an example: \`examples\` of its schema.`);
  }
  return requestBody(schemas, body, bodyType === undefined ? jsonTypesOf(String(method)) : [bodyType]);
};

/** The schema by which bodies are checked, or one that only says what they are. */
const bodySchemaOf = ({ schema = {}, config = {} }: RouteOptions): object | undefined =>
  isObject(schema.body) ? schema.body : config.body;

/** A change of a resource is a merge patch. Source: RFC 7396. */
const jsonTypesOf = (method: string): string[] =>
  method === 'PATCH' ? ['application/json', 'application/merge-patch+json'] : ['application/json'];

const answersOf = ({ schema = {}, config = {} }: RouteOptions, { schemas }: Parts): JsonObject => {
  const { answerType = 'application/json', writes, answerHeaders: own = [] } = config;
  const ofWrites: AnswerHeader[] = writes === true ? ['Idempotency-Replayed', 'Preference-Applied'] : [];
  // What was made has an address, unless it is read only together with something else.
  const headersOf = (status: string) => [
    ...new Set<AnswerHeader>([...own, ...(status === '201' ? (['Location'] as const) : []), ...ofWrites]),
  ];
  return Object.fromEntries(
    Object.entries((schema.response ?? {}) as JsonObject).map(([status, answer]) => [
      status,
      {
        description: describedAnswer(Number(status), answer),
        ...(headersOf(status).length === 0 ? {} : { headers: refs(headersOf(status)) }),
        ...contentOf(schemas, answer, [answerType].flat()),
      },
    ]),
  );
};

const refs = (names: readonly AnswerHeader[]): JsonObject =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));

/** What is answered only because of a header of the request. Source: RFC 9110 sections 15.3.7 and 15.4.5. */
const conditionalAnswers = ({ schema = {}, config = {} }: RouteOptions, { schemas }: Parts): JsonObject => {
  const { requestHeaders: own = [], answerHeaders: headers = [], answerType = 'application/json' } = config;
  const whole = ((schema.response ?? {}) as JsonObject)['200'];
  const part = {
    description: 'The bytes that were asked for.',
    headers: refs([...headers, 'Content-Range']),
    ...contentOf(schemas, whole, [answerType].flat()),
  };
  const unchanged = { description: 'It is still what the client has already.', headers: refs(['ETag']) };
  return {
    ...(own.includes('Range') ? { 206: part } : {}),
    ...(own.includes('If-None-Match') ? { 304: unchanged } : {}),
  };
};

/** An answer is a schema, or one for each media type. Source: fastify.dev, reference, validation and serialization. */
const contentOf = (schemas: Schemas, answer: unknown, types: readonly string[]): JsonObject => {
  if (!isObject(answer) || answer['type'] === 'null') return {};
  const { content } = answer;
  if (!isObject(content)) {
    return { content: Object.fromEntries(types.map((type) => [type, { schema: schemas.use(answer) }])) };
  }
  return { content: mapValues(content, (each) => ({ schema: schemas.use((each as { schema: object }).schema) })) };
};

const describedAnswer = (status: number, answer: unknown): string =>
  isObject(answer) && typeof answer['description'] === 'string'
    ? answer['description']
    : `${STATUS_CODES[status] ?? 'Done'}.`;

/** The headers that answers may have, as components. */
export const sharedHeaders = ({ schemas }: Parts): JsonObject =>
  Object.fromEntries(
    Object.entries(answerHeaders).map(([name, header]) => {
      const { description, ...schema } = schemas.use(header);
      return [name, { description, schema }];
    }),
  );

const refusalsOf = (route: RouteOptions, { schemas, refusals }: Parts): JsonObject => {
  const { schema = {}, config = {} } = route;
  const codes: ErrorCode[] = [
    ...(config.refusals ?? []),
    ...always,
    // A key that is sent is looked at also where none is needed.
    ...(config.withoutKey === true ? ['KEY_UNKNOWN' as const] : keyRefusals),
    ...(bodySchemaOf(route) === undefined ? [] : bodyRefusals),
    ...(schema.params === undefined ? [] : (['ROUTE_NOT_FOUND'] as const)),
    ...(config.writes === true ? (['IDEMPOTENCY_KEY_REUSED'] as const) : []),
  ];
  const told = (error: DomainError) => ({ ...problemOf(error), requestId: 'req-2k' });
  const manner = { mediaType: 'application/problem+json', prefix: '', schema: schemas.use(Problem), example: told };
  const usual = refusals.use(codes, manner);
  const detailed = detailedRefusals(schema.querystring, codes).map(({ prefix, schema, code, refusal }) => {
    const { kind } = refusal;
    const ofStatus = codes.filter((each) => statusOf[new DomainError(each).kind] === statusOf[kind]);
    const example = (error: DomainError) => told(error.code === code ? refusal : error);
    return refusals.use(ofStatus, { ...manner, prefix, schema: schemas.use(schema), example });
  });
  return Object.assign(usual, ...detailed);
};

/** What may be refused wherever it applies. */
const always: readonly ErrorCode[] = ['FIELDS_INVALID', 'STORE_UNAVAILABLE'];
const keyRefusals: readonly ErrorCode[] = ['KEY_MISSING', 'KEY_UNKNOWN'];
const bodyRefusals: readonly ErrorCode[] = ['BODY_MALFORMED', 'BODY_TOO_LARGE', 'CONTENT_TYPE_UNSUPPORTED'];
