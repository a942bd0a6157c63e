import { isObject, type JsonObject } from './json.ts';

/** An operation as the client has to know it. */
interface ClientOperation {
  readonly id: string;
  readonly summary: string;
  readonly deprecated: boolean;
  readonly method: string;
  readonly path: string;
  readonly query: readonly string[];
  /** Headers that are its own, by the names that they have as properties. */
  readonly headers: Readonly<Record<string, string>>;
  readonly required: boolean;
  readonly bodyType: string | undefined;
  readonly answerType: string | undefined;
  readonly writes: boolean;
  /** The parameter that takes `next` of a page; undefined when it answers no pages. */
  readonly cursor: string | undefined;
}

/** What the client does for each of the operations of the document, as TypeScript. */
export const clientOperations = (document: JsonObject): string => {
  const operations = operationsOf(document);
  return [
    "import type { EventStream } from '../event-stream.ts';",
    "import type { Arguments, CallOptions, OperationDescription } from '../operation.ts';",
    "import type { Pages } from '../pages.ts';",
    "import type * as types from './types.ts';",
    '',
    '/** How each operation is asked for. */',
    'export const operations = {',
    ...operations.map(descriptionOf),
    '} as const satisfies Readonly<Record<string, OperationDescription>>;',
    '',
    '/** Every operation of the API. */',
    'export interface Operations {',
    ...operations.map(signatureOf),
    '}',
    '',
  ].join('\n');
};

const operationsOf = (document: JsonObject): ClientOperation[] =>
  Object.entries(document['paths'] as Readonly<Record<string, Record<string, JsonObject>>>).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => clientOperation(document, { path, method, operation })),
  );

interface InDocument {
  readonly path: string;
  readonly method: string;
  readonly operation: JsonObject;
}

/** What the client sets itself. */
const OWN_HEADERS = ['Idempotency-Key', 'Prefer', 'Last-Event-ID'];

const clientOperation = (document: JsonObject, { path, method, operation }: InDocument): ClientOperation => {
  const parameters = (operation['parameters'] as JsonObject[]).map((each) => resolved(document, each));
  const namesIn = (place: string) => parameters.filter((each) => each['in'] === place).map(({ name }) => String(name));
  const headers = namesIn('header');
  const body = operation['requestBody'] as JsonObject | undefined;
  const answer = answerOf(document, operation);
  return {
    id: String(operation['operationId']),
    summary: String(operation['summary']),
    deprecated: operation['deprecated'] === true,
    method: method.toUpperCase(),
    path,
    query: namesIn('query'),
    headers: Object.fromEntries(
      headers.filter((name) => !OWN_HEADERS.includes(name)).map((name) => [camelCase(name), name]),
    ),
    required: body !== undefined || parameters.some(({ required }) => required === true),
    bodyType: Object.keys((body?.['content'] ?? {}) as object)[0],
    answerType: answer.type,
    writes: headers.includes('Idempotency-Key'),
    cursor: isPage(answer.schema) ? ['cursor', 'after'].find((name) => namesIn('query').includes(name)) : undefined,
  };
};

const resolved = (document: JsonObject, value: unknown): JsonObject => {
  const ref = isObject(value) ? value['$ref'] : undefined;
  if (typeof ref !== 'string') return isObject(value) ? value : {};
  const target = ref
    .split('/')
    .slice(1)
    .reduce<unknown>((at, name) => (isObject(at) ? at[name] : undefined), document);
  return resolved(document, target);
};

/** What a success brings. */
const answerOf = (document: JsonObject, { responses }: JsonObject) => {
  const [, success] = Object.entries(responses as JsonObject).find(([status]) => status.startsWith('2')) ?? [];
  const [type, content] = Object.entries((resolved(document, success)['content'] ?? {}) as JsonObject)[0] ?? [];
  return { type, schema: resolved(document, isObject(content) ? content['schema'] : undefined) };
};

const isPage = ({ properties }: JsonObject): boolean =>
  isObject(properties) && 'items' in properties && 'next' in properties;

/** `If-Match` as `ifMatch`. */
const camelCase = (header: string): string =>
  header.toLowerCase().replace(/-(\w)/gu, (_, letter: string) => letter.toUpperCase());

const descriptionOf = ({ id, method, path, query, headers, bodyType, answerType, writes, cursor }: ClientOperation) => {
  const description = { method, path, query, headers, bodyType, answerType, writes, cursor };
  const told = Object.entries(description).filter(([, value]) => !isNothing(value));
  return `  ${id}: { ${told.map(([name, value]) => `${name}: ${JSON.stringify(value)}`).join(', ')} },`;
};

const isNothing = (value: unknown): boolean =>
  value === undefined || value === false || (typeof value === 'object' && Object.keys(value ?? {}).length === 0);

const signatureOf = (operation: ClientOperation): string => {
  const { id, summary, deprecated, required, headers } = operation;
  const names = Object.keys(headers).map((name) => `${JSON.stringify(name)}`);
  const data = `types.${pascalCase(id)}Data`;
  const isForm = operation.bodyType?.startsWith('multipart/') === true;
  const request = `Arguments<${isForm ? `Omit<${data}, 'body'> & { body: FormData }` : data}${names.length === 0 ? '' : `, ${names.join(' | ')}`}>`;
  return [
    `  /** ${summary}.${deprecated ? ' @deprecated' : ''} */`,
    `  ${id}(request${required ? '' : '?'}: ${request}, options?: CallOptions): ${answerTypeOf(operation)};`,
  ].join('\n');
};

const answerTypeOf = ({ id, answerType, cursor }: ClientOperation): string => {
  if (answerType === undefined) return 'Promise<void>';
  if (answerType === 'text/event-stream') return 'EventStream<types.Event>';
  if (answerType !== 'application/json') return 'Promise<Response>';
  return `${cursor === undefined ? 'Promise' : 'Pages'}<types.${pascalCase(id)}Response>`;
};

const pascalCase = (id: string): string => `${id[0]?.toUpperCase()}${id.slice(1)}`;
