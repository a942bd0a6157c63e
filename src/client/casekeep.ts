import { type Connection, call } from './call.ts';
import { EventStream } from './event-stream.ts';
import { type Operations, operations } from './generated/operations.ts';
import type { AnyArguments, CallOptions, OperationDescription } from './operation.ts';
import { Pages } from './pages.ts';

/** How long an attempt may take unless told, in milliseconds. */
const TIMEOUT_MS = 30_000;
/** How often a call is tried again unless told. */
const MAX_RETRIES = 3;

export interface CasekeepOptions {
  /** Where the server is, for example https://cases.example.com. In a browser, "" for the server of the page. */
  readonly baseUrl: string;
  /** The API key. In a browser the session may say who asks. */
  readonly key?: string | undefined;
  /** How long an attempt may take, in milliseconds. */
  readonly timeoutMs?: number | undefined;
  /** How often a call is tried again when the server cannot be reached or is busy. */
  readonly maxRetries?: number | undefined;
  /** What sends the requests. */
  readonly fetch?: typeof fetch | undefined;
}

/** The API with a method for each operation, by the names in its reference. */
export type Casekeep = Operations;

/** A client of the server at this address. */
export const createCasekeep = (options: CasekeepOptions): Casekeep => {
  const { baseUrl, key, timeoutMs = TIMEOUT_MS, maxRetries = MAX_RETRIES, fetch = globalThis.fetch } = options;
  const connection = { baseUrl: baseUrl.replace(/\/+$/u, ''), key, timeoutMs, maxRetries, fetch };
  return Object.fromEntries(
    Object.entries<OperationDescription>(operations).map(([name, operation]) => [name, method(connection, operation)]),
    // The generated interface is made of the same table.
  ) as unknown as Casekeep;
};

const method =
  (connection: Connection, operation: OperationDescription) =>
  (args: AnyArguments = {}, options: CallOptions = {}): unknown => {
    const { cursor } = operation;
    if (operation.answerType === 'text/event-stream') return stream(connection, { operation, args, options });
    if (cursor === undefined) return call(connection, { operation, args, options });
    return new Pages((place) => {
      const at = place === undefined ? args : { ...args, [cursor]: place };
      return call(connection, { operation, args: at, options }) as Promise<{
        items: readonly unknown[];
        next: unknown;
      }>;
    });
  };

/** A stream connects again by itself: each attempt is one of its own. */
const stream = (connection: Connection, { options, ...asked }: Parameters<typeof call>[1]): EventStream<unknown> =>
  new EventStream((lastEventId) => {
    const headers: Record<string, string> = lastEventId === undefined ? {} : { 'last-event-id': lastEventId };
    return call(connection, { ...asked, headers, options: { ...options, maxRetries: 0 } }) as Promise<Response>;
  }, options.signal);
