import type { AnyArguments, CallOptions, OperationDescription } from './operation.ts';
import { problemOf } from './problem.ts';
import { randomKey } from './random-key.ts';
import { isPassing, pause, pauseBefore } from './retry.ts';

/** Where the server is, and how it is asked. */
export interface Connection {
  /** Where the server is, for example https://cases.example.com. */
  readonly baseUrl: string;
  /** The API key; undefined when the browser's session says who asks. */
  readonly key: string | undefined;
  readonly timeoutMs: number;
  readonly maxRetries: number;
  readonly fetch: typeof fetch;
}

interface Call {
  readonly operation: OperationDescription;
  readonly args: AnyArguments;
  readonly options: CallOptions;
  /** Headers that the client sets by itself. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Asks for an operation. Throws CasekeepProblem when it is refused, TypeError when the server cannot be reached. */
export const call = async (connection: Connection, asked: Call): Promise<unknown> => {
  const { operation, options } = asked;
  const request = requestOf(connection, asked);
  const canRepeat = operation.writes === true || operation.method === 'GET';
  const limits = { ...options, ...(canRepeat ? {} : { maxRetries: 0 }), wholeAnswer: isJson(operation) };
  const response = await sendPatiently(connection, request, limits);
  options.onResponse?.(response);
  return answerOf(response, operation);
};

interface HttpRequest {
  readonly url: string;
  readonly init: RequestInit;
}

const requestOf = ({ baseUrl, key }: Connection, { operation, args, options, headers: own }: Call): HttpRequest => {
  const { method, query = [], bodyType } = operation;
  const search = new URLSearchParams(query.flatMap((name) => valuesOf(args[name]).map((value) => [name, value])));
  const headers = new Headers({ accept: 'application/json, application/problem+json;q=0.9, */*;q=0.1', ...own });
  if (key !== undefined) headers.set('authorization', `Bearer ${key}`);
  if (operation.writes) headers.set('idempotency-key', options.idempotencyKey ?? randomKey());
  for (const [argument, header] of Object.entries(operation.headers ?? {})) {
    if (args[argument] !== undefined) headers.set(header, String(args[argument]));
  }
  const url = `${baseUrl}${pathOf(operation.path, args)}${search.size === 0 ? '' : `?${search}`}`;
  return { url, init: { method, headers, ...bodyOf(headers, bodyType, args['body']) } };
};

const valuesOf = (value: unknown): string[] => (value === undefined ? [] : [value].flat().map(String));

const pathOf = (path: string, args: AnyArguments): string =>
  path.replace(/\{(\w+)\}/gu, (_, name: string) => encodeURIComponent(String(args[name])));

const bodyOf = (
  headers: Headers,
  type: string | undefined,
  body: unknown,
): { body?: NonNullable<RequestInit['body']> } => {
  if (type === undefined || body === undefined) return {};
  // The boundary between its parts is a matter of fetch.
  if (type.startsWith('multipart/')) return { body: body as NonNullable<RequestInit['body']> };
  headers.set('content-type', type);
  return { body: type === 'application/json' ? JSON.stringify(body) : (body as NonNullable<RequestInit['body']>) };
};

/**
 * Tries again what may only have failed this time: reads, and writes too whose key makes sure that they are done once.
 * What has no key, such as signing in, is asked for once.
 */
const sendPatiently = async (connection: Connection, request: HttpRequest, options: Limits): Promise<Response> => {
  const { maxRetries = connection.maxRetries, signal } = options;
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await send(connection, request, options);
    if (outcome instanceof Response && outcome.ok) return outcome;
    signal?.throwIfAborted();
    const wait = attempt > maxRetries ? undefined : pauseAfter(outcome, attempt);
    if (wait === undefined) throw await errorOf(outcome);
    await pause(wait, signal);
  }
};

const errorOf = async (outcome: unknown): Promise<unknown> =>
  outcome instanceof Response ? await problemOf(outcome) : outcome;

/** How long to wait after a failure, in milliseconds; undefined when the next attempt would fail like this one. */
const pauseAfter = (outcome: unknown, attempt: number): number | undefined => {
  if (!(outcome instanceof Response)) return pauseBefore(attempt);
  return isPassing(outcome.status, outcome.headers) ? pauseBefore(attempt, outcome.headers) : undefined;
};

interface Limits extends CallOptions {
  /** Whether the time that an attempt may take is for the whole answer, or until it begins: files and streams take theirs. */
  readonly wholeAnswer: boolean;
}

/** One attempt: the response, or why there is none. */
const send = async (connection: Connection, { url, init }: HttpRequest, options: Limits): Promise<unknown> => {
  const { signal, timeoutMs = connection.timeoutMs, wholeAnswer } = options;
  // Browsers refuse their fetch as a method of anything else.
  const { fetch } = connection;
  const late = new AbortController();
  const limit = wholeAnswer ? AbortSignal.timeout(timeoutMs) : late.signal;
  const timer = wholeAnswer ? undefined : setTimeout(() => late.abort(tooLate()), timeoutMs);
  try {
    return await fetch(url, { ...init, signal: signal ? AbortSignal.any([signal, limit]) : limit });
  } catch (error) {
    return error;
  } finally {
    clearTimeout(timer);
  }
};

const tooLate = (): DOMException => new DOMException('The answer did not begin in time.', 'TimeoutError');

const isJson = ({ answerType = 'application/json' }: OperationDescription): boolean =>
  answerType === 'application/json';

const answerOf = async (response: Response, operation: OperationDescription): Promise<unknown> => {
  if (operation.answerType === undefined || response.status === 204) {
    await response.body?.cancel();
    return undefined;
  }
  return isJson(operation) ? response.json() : response;
};
