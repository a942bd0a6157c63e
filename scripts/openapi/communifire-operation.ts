import type { RouteOptions } from 'fastify';
import { refusal } from '../../src/communifire/envelope.ts';
import { everywhere } from '../../src/communifire/known-parameters.ts';
import { pathSchemas, querySchemas } from '../../src/communifire/parameter-schemas.ts';
import type { DomainError, ErrorCode } from '../../src/kernel/errors.ts';
import { requestBody } from './bodies.ts';
import { isObject, type JsonObject } from './json.ts';
import { parameter } from './parameters.ts';
import type { Parts } from './parts.ts';
import type { RefusalManner } from './refusals.ts';

/** An operation of the old API. */
export const communifireOperation = (route: RouteOptions, parts: Parts): JsonObject => {
  const { schema: { operationId, tags, summary, description } = {}, config = {} } = route;
  const { body, bodyType = 'application/json' } = config;
  return {
    ...{ operationId, tags, summary },
    ...(description === undefined ? {} : { description }),
    security: config.withoutKey === true ? [] : [{ restApiKey: [] }, { token: [] }],
    parameters: [...pathParameters(route, parts), ...queryParameters(route, parts)],
    ...(body === undefined ? {} : { requestBody: requestBody(parts.schemas, body, [bodyType]) }),
    responses: { 200: answerOf(route, parts), ...refusalsOf(route, parts) },
  };
};

const pathParameters = ({ url }: RouteOptions, { schemas }: Parts): JsonObject[] =>
  [...url.matchAll(/:(\w+)/gu)].map(([, name = '']) =>
    parameter(name, 'path', schemas.use(known(pathSchemas, name)), true),
  );

/** What every request may have is said by the security schemes. */
const queryParameters = ({ config = {} }: RouteOptions, { schemas }: Parts): JsonObject[] =>
  [...(config.parameters?.values() ?? []), ...(config.alsoReads ?? [])]
    .filter((name) => !everywhere.includes(name))
    .map((name) => parameter(name, 'query', schemas.use(known(querySchemas, name.toLowerCase())), false));

const known = (table: Readonly<Record<string, object>>, name: string): object => {
  const schema = table[name];
  if (schema === undefined) throw new Error(`src/communifire/parameter-schemas.ts does not say what "${name}" is.`);
  return schema;
};

const answerOf = ({ schema, config = {} }: RouteOptions, { schemas }: Parts): JsonObject => {
  const answer = (schema?.response as JsonObject | undefined)?.['200'];
  const { answerType: types = 'application/json' } = config;
  const answerType = [types].flat()[0] ?? '';
  return {
    description: 'Done.',
    headers: { 'X-Ignored-Fields': { $ref: '#/components/headers/X-Ignored-Fields' } },
    ...(isObject(answer) && answer['type'] !== 'null'
      ? { content: { [answerType]: { schema: schemas.use(answer) } } }
      : {}),
  };
};

/** The header by which the old API tells what it has not understood, as a component. */
export const ignoredFieldsHeader: JsonObject = {
  description: 'What was not understood, percent-encoded, with commas.',
  schema: { type: 'string' },
};

const refusalsOf = (route: RouteOptions, { refusals }: Parts): JsonObject => {
  const { url, config = {} } = route;
  const hasInput = /:\w/u.test(url) || config.parameters !== undefined || config.alsoReads !== undefined;
  const codes: ErrorCode[] = [
    ...(config.refusals ?? []),
    ...(config.withoutKey === true ? (['REQUEST_MALFORMED'] as const) : (['KEY_MISSING', 'KEY_UNKNOWN'] as const)),
    ...(hasInput || config.body !== undefined ? (['FIELDS_INVALID'] as const) : []),
    // Parts of an address that are longer than any name lead nowhere.
    ...(/:\w/u.test(url) ? (['ROUTE_NOT_FOUND'] as const) : []),
    ...(config.body === undefined ? [] : bodyRefusals),
    'STORE_UNAVAILABLE',
  ];
  return refusals.use(codes, config.answerType === 'application/xml' ? inXml : inEnvelope);
};

const bodyRefusals: readonly ErrorCode[] = [
  'BODY_MALFORMED',
  'REQUEST_MALFORMED',
  'BODY_TOO_LARGE',
  'CONTENT_TYPE_UNSUPPORTED',
];

const refusalSchema = {
  type: 'object',
  required: ['IsError', 'ResponseMessage', 'ResponseData'],
  properties: {
    IsError: { type: 'boolean', const: true },
    ResponseMessage: { type: 'string', description: 'What is wrong, as a sentence.' },
    ResponseData: { type: 'null' },
  },
};

const inEnvelope: RefusalManner = {
  prefix: 'Communifire',
  mediaType: 'application/json',
  schema: { $ref: '#/components/schemas/CommunifireRefusal' },
  example: (error) => refusal(sentenceOf(error)),
};

const inXml: RefusalManner = {
  prefix: 'CommunifireXml',
  mediaType: 'application/xml',
  schema: { ...refusalSchema, xml: { name: 'Response' } },
  example: undefined,
};

const sentenceOf = ({ message, fields }: DomainError): string =>
  fields.length === 0 ? message : fields.map(({ field, problem }) => `${field} ${problem}.`).join(' ');

/** The schema of every refusal in an envelope, under its name. */
export const communifireRefusal = { CommunifireRefusal: refusalSchema };
