import type { InjectOptions } from 'fastify';
import { SANDBOX_KEY } from '../../src/app/fill-sandbox.ts';
import type { TestApp } from './test-app.ts';

/** The answer of the new API; the body is read when it is JSON. */
export interface ApiAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape.
  readonly body: any;
}

interface ApiRequest {
  /** The administrator's key unless told; null for none. */
  readonly key?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  /** Where it comes from; this machine unless told. */
  readonly address?: string;
  /** Sent as JSON. */
  readonly body?: unknown;
}

/** Sends a request such as `PATCH /cases/2304` to the new API. */
export const call = async ({ app }: TestApp, operation: string, request: ApiRequest = {}): Promise<ApiAnswer> => {
  const [method, path] = operation.split(' ') as [NonNullable<InjectOptions['method']>, string];
  const { key = SANDBOX_KEY, headers = {}, address, body } = request;
  const response = await app.inject({
    method: method as 'GET',
    url: `/api/v1${path}`,
    ...(address === undefined ? {} : { remoteAddress: address }),
    headers: {
      ...(key === null ? {} : { authorization: `Bearer ${key}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
  });
  const isJson = /^application\/(problem\+)?json/u.test(String(response.headers['content-type']));
  return { status: response.statusCode, headers: response.headers, body: isJson ? response.json() : response.body };
};
