import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isControl, pathOf } from './sandbox-paths.ts';

/** How many requests are remembered, the last ones. */
const MAX_REQUESTS = 1_000;

/** How much of a body is remembered, in characters of JSON. */
const MAX_BODY_LENGTH = 65_536;

/** A request that the sandbox has answered. */
export interface LoggedRequest {
  readonly id: number;
  /** When, by the clock of the machine, in milliseconds since 1970-01-01T00:00:00Z. */
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly query: unknown;
  readonly body: unknown;
  readonly idempotencyKey: string | null;
  readonly userId: number | null;
  readonly status: number;
  readonly durationMs: number;
}

/** The last requests, for tests that look what a client has sent. */
export class RequestLog {
  #nextId = 1;
  #requests: LoggedRequest[] = [];

  add(request: Omit<LoggedRequest, 'id'>): void {
    this.#requests.push({ id: this.#nextId, ...request });
    this.#nextId += 1;
    if (this.#requests.length > MAX_REQUESTS) this.#requests.shift();
  }

  list(): readonly LoggedRequest[] {
    return this.#requests;
  }

  clear(): void {
    this.#requests = [];
  }
}

/** Writes down every request that is not for the sandbox itself. */
export const logRequests = (app: FastifyInstance, log: RequestLog): void => {
  app.addHook('onResponse', async (request, reply) => {
    const path = pathOf(request);
    if (isControl(path)) return;
    log.add({
      at: Date.now(),
      method: request.method,
      path,
      query: withoutKeys(request),
      body: bodyOf(request),
      idempotencyKey: request.headers['idempotency-key']?.toString() ?? null,
      userId: request.context?.actor.userId ?? null,
      status: reply.statusCode,
      durationMs: Math.round(reply.elapsedTime * 10) / 10,
    });
  });
};

const withoutKeys = ({ query }: FastifyRequest): unknown => {
  const { token: _token, 'rest-api-key': _key, ...others } = query as Readonly<Record<string, unknown>>;
  return others;
};

/** What a stream has brought was not read here. */
const bodyOf = ({ body }: FastifyRequest): unknown => {
  if (body === undefined || body === null) return null;
  const text = JSON.stringify(body) ?? '';
  return text.length > MAX_BODY_LENGTH ? `${text.slice(0, MAX_BODY_LENGTH)}…` : body;
};
