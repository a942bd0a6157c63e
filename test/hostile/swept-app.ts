import type { InjectOptions, RouteOptions } from 'fastify';
import { expect } from 'vitest';
import { routesRegisteredBy } from '../../scripts/openapi/registered-routes.ts';
import { SANDBOX_KEY } from '../../src/app/fill-sandbox.ts';
import { startTestApp, type TestApp, type TestDialect } from '../support/test-app.ts';

/** A route that the server has registered, whoever added it. */
export interface Route {
  readonly method: string;
  readonly url: string;
  /** Which parameters it reads from the URL, in lower case. */
  readonly parameters: readonly string[];
  /** Which properties it reads from a body. */
  readonly fields: readonly string[];
}

/** The server, and all that it can be asked: a route that is added later is swept by itself. */
export interface SweptApp {
  readonly testApp: TestApp;
  readonly routes: readonly Route[];
}

/** Starts the server while listening for the routes that it registers. */
export const startSweptApp = async (dialect: TestDialect): Promise<SweptApp> => {
  const { started: testApp, routes } = await routesRegisteredBy(() => startTestApp(dialect));
  return { testApp, routes: await withoutRefused(testApp, routes.flatMap(readRoute)) };
};

/** Parameters that say nothing about what is asked for. */
const ofEveryRoute = ['token', 'rest-api-key', '_'];

const readRoute = ({ method, url, config }: RouteOptions): Route[] => {
  // Its answer does not end: it has tests of its own.
  if (config?.isLongLived === true) return [];
  const parameters = [...(config?.parameters?.keys() ?? [])].filter((name) => !ofEveryRoute.includes(name));
  const fields = [...(config?.fieldNames?.values() ?? [])];
  return [method].flat().map((each) => ({ method: each, url, parameters, fields }));
};

/** The methods that are registered only to be refused are no routes. */
const withoutRefused = async (testApp: TestApp, routes: readonly Route[]): Promise<Route[]> => {
  const allowed: Route[] = [];
  for (const route of routes) {
    if (route.method === 'HEAD') continue;
    const { statusCode } = await attack(testApp, { method: route.method as 'GET', url: addressOf(route) });
    if (statusCode !== 405) allowed.push(route);
  }
  return allowed;
};

/** An ID that nothing has. */
const NO_SUCH_ID = 987_654_321;

/** The address of a route with these values for its parameters, and what does not exist for the others. */
export const addressOf = ({ url }: Route, values: Readonly<Record<string, string | number>> = {}): string =>
  url
    .replace(/:(\w+)/gu, (_, name: string) => encodeURIComponent(String(values[name] ?? defaultOf(name))))
    .replace('*', '1/x.txt');

const defaultOf = (name: string): string | number => (name === 'platform' ? 'ios' : NO_SUCH_ID);

let addresses = 0;

/** Sends a request, each from another address, because signing in is limited by address. */
export const attack = ({ app }: TestApp, options: InjectOptions) => {
  addresses += 1;
  const remoteAddress = `10.${(addresses >> 16) & 255}.${(addresses >> 8) & 255}.${addresses & 255}`;
  return app.inject({ remoteAddress, ...options, headers: { 'rest-api-key': SANDBOX_KEY, ...options.headers } });
};

export type Response = Awaited<ReturnType<typeof attack>>;

/** Everything that a request could leave behind: equal before and after means that nothing was written. */
export const everything = async ({ rows }: TestApp): Promise<unknown> => {
  const tables = ['cases', 'case_history', 'comments', 'attachments', 'likes', 'events', 'device_tokens', 'api_keys'];
  const counts = tables.map((table) => `(select count(*) from ${table}) as ${table}`);
  const [counted] = await rows(`select ${counts.join(', ')}, (select sum(revision) from cases) as revisions`);
  return counted;
};

/** A refusal with a sentence in it: a problem document of the new API, an envelope of the old one, or XML of its older services. */
export const expectRefusal = (response: Response, what: string): void => {
  const { headers, body, statusCode } = response;
  if (String(headers['content-type']).includes('problem+json')) {
    const told = {
      status: statusCode,
      code: expect.stringMatching(/^[A-Z_]+$/u),
      detail: expect.stringMatching(/\S/u),
    };
    expect([what, JSON.parse(body)]).toEqual([what, expect.objectContaining(told)]);
    return;
  }
  if (String(headers['content-type']).includes('xml')) {
    expect([what, body]).toEqual([what, expect.stringMatching(/<IsError>true<\/IsError>/u)]);
    return;
  }
  const envelope = JSON.parse(body) as Readonly<Record<string, unknown>>;
  expect([what, Object.keys(envelope)]).toEqual([what, ['IsError', 'ResponseMessage', 'ResponseData']]);
  expect([what, envelope]).toEqual([
    what,
    { IsError: true, ResponseMessage: expect.stringMatching(/\S/u), ResponseData: null },
  ]);
};

/** No request may have met a defect: each is in the log. */
export const expectNoDefect = ({ logged }: TestApp): void => {
  const defects = logged()
    .split('\n')
    .filter((line) => line.includes('because of a defect'));
  expect(defects.map((line) => line.slice(0, 500))).toEqual([]);
};
