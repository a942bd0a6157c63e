import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dialects, type TestApp } from '../support/test-app.ts';
import {
  addressOf,
  attack,
  everything,
  expectNoDefect,
  expectRefusal,
  type Route,
  startSweptApp,
} from './swept-app.ts';

/** As they stand in a URL. */
const absurdInUrl: readonly string[] = [
  '%00',
  'a%00b',
  '%ED%A0%80',
  '%FF%FE',
  '%',
  '%7B%22a%22%3A1%7D',
  '%5B%5D',
  '-1',
  '0',
  '1.5',
  '1e400',
  'NaN',
  'Infinity',
  'null',
  'true',
  '99999999999999999999',
  '%27%20or%201%3D1%20--',
  '..%2F..%2F..%2Fetc%2Fpasswd',
  '%F0%9F%92%A9',
  '1%2C2%2C%2C3',
  '9'.repeat(5_000),
];

/** As they stand in JSON. */
const absurdInJson: readonly string[] = [
  '{}',
  '{"a":{"b":[]}}',
  '[]',
  '[[1]]',
  'true',
  '-1',
  '1.5',
  '1e400',
  '-1e400',
  '9007199254740993',
  '""',
  '"\\u0000"',
  '"a\\u0000b"',
  '"\\ud800"',
  '"\\udc00\\ud800"',
  '"%00"',
  '"1e400"',
  '"NaN"',
  '"1,2,x"',
  '"\\u202e"',
  `"${'x'.repeat(100_000)}"`,
  `"${'1,'.repeat(50_000)}"`,
  `${'['.repeat(5_000)}${']'.repeat(5_000)}`,
];

/** Whole bodies. */
const absurdBodies: readonly string[] = [
  '',
  'null',
  'true',
  '1e400',
  'NaN',
  '[]',
  '[{}]',
  '"',
  '"x"',
  '"\\"\\\\\\"{}\\\\\\"\\""',
  '{',
  '{"__proto__":{"IssueTitle":"x"},"constructor":1,"toString":null}',
  '{"IssueTitle":"a","IssueTitle":"b","issuetitle":null}',
  `${'['.repeat(100_000)}`,
  `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`,
  '\ufeff{}',
  '<IssueDTO><IssueTitle>x',
  '<!DOCTYPE a [<!ENTITY b "c">]><IssueDTO><IssueTitle>&b;</IssueTitle></IssueDTO>',
];

/** What makes a body whole, so that only the absurd value is wrong with it. */
const sound: Readonly<Record<string, unknown>> = {
  IssueTitle: 'Sound',
  SpaceID: 1,
  ProjectID: 1,
  CommentText: 'Sound',
  IssueID: 2304,
};

describe.each(dialects)('on %s', (dialect) => {
  let testApp: TestApp;
  let routes: readonly Route[];
  beforeAll(async () => {
    const swept = await startSweptApp(dialect);
    testApp = swept.testApp;
    routes = swept.routes;
  });
  afterAll(async () => {
    expectNoDefect(testApp);
    await testApp.close();
  });

  interface Request {
    readonly route: Route;
    readonly url: string;
    readonly payload?: string;
    readonly type?: string;
  }

  /** Whatever is sent is answered or refused in an envelope; tells whether it was refused. */
  const isRefused = async ({ route, url, payload, type = 'application/json' }: Request): Promise<boolean> => {
    const response = await attack(testApp, {
      method: route.method as 'GET',
      url,
      ...(payload === undefined ? {} : { payload, headers: { 'content-type': type } }),
    });
    const what = `${route.method} ${url.slice(0, 200)} ${payload?.slice(0, 200) ?? ''}`;
    const { statusCode, body } = response;
    if (statusCode >= 500 || statusCode === 401) throw new Error(`${what} is answered with ${statusCode}: ${body}`);
    if (statusCode < 400) return false;
    if (!route.url.startsWith('/password')) expectRefusal(response, what);
    return true;
  };

  const refusedOf = async (requests: readonly Request[]): Promise<Request[]> => {
    const refused: Request[] = [];
    for (const request of requests) if (await isRefused(request)) refused.push(request);
    return refused;
  };

  /** Sends all of them, and those that are refused once more: they write nothing, nor do those that read. */
  const sendAll = async (requests: readonly Request[]): Promise<void> => {
    const harmless = requests.every(({ route }) => route.method === 'GET') ? requests : await refusedOf(requests);
    const before = await everything(testApp);
    for (const request of harmless) await isRefused(request);
    expect([requests[0]?.route, await everything(testApp)]).toEqual([requests[0]?.route, before]);
  };

  const ofApi = () => routes.filter(({ url }) => !/^\/(?:media|password|metrics|healthz|readyz)/u.test(url));

  it('in every parameter of every address', async () => {
    const read = ofApi().filter(({ parameters }) => parameters.length > 0);
    expect(read.length).toBeGreaterThan(15);
    for (const route of read) {
      const there = addressOf(route, { caseid: 2304, id: 2304, spaceid: 1, projectid: 1 });
      for (const name of route.parameters) {
        const others = ['entitytype', 'caseid'].filter((each) => each !== name && route.parameters.includes(each));
        const sane = others.map((each) => `&${each}=${each === 'caseid' ? 2304 : 19}`).join('');
        await sendAll(absurdInUrl.map((value) => ({ route, url: `${there}?${name}=${value}${sane}` })));
      }
    }
  });

  it('in every place of every path', async () => {
    for (const route of ofApi()) {
      for (const [, name = ''] of route.url.matchAll(/:(\w+)/gu)) {
        const paths = absurdInUrl.map((value) => route.url.replace(`:${name}`, value).replace(/:\w+/gu, '1'));
        await sendAll(paths.map((url) => ({ route, url })));
      }
    }
  });

  it('in every property of every body', async () => {
    const read = ofApi().filter(({ fields }) => fields.length > 0);
    expect(read.length).toBeGreaterThan(2);
    for (const route of read) {
      for (const field of route.fields) {
        const rest = Object.entries(sound).filter(([name]) => name !== field && route.fields.includes(name));
        const others = rest.map(([name, value]) => `,${JSON.stringify(name)}:${JSON.stringify(value)}`).join('');
        const url = addressOf(route, { caseid: 2305 });
        const bodies = absurdInJson.map((value) => `{${JSON.stringify(field)}:${value}${others}}`);
        await sendAll(bodies.map((payload) => ({ route, url, payload })));
      }
    }
  });

  it('as whole bodies', async () => {
    for (const route of ofApi().filter(({ method }) => method !== 'GET')) {
      for (const type of ['application/json', 'application/xml', 'multipart/form-data; boundary=x']) {
        await sendAll(absurdBodies.map((payload) => ({ route, url: addressOf(route), payload, type })));
      }
    }
  });
});
