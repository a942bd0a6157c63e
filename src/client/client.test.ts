import { createHmac } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, expectTypeOf, it } from 'vitest';
import { dialects, startTestApp, type TestApp } from '../../test/support/test-app.ts';
import { SANDBOX_KEY } from '../app/fill-sandbox.ts';
import {
  type Casekeep,
  CasekeepProblem,
  createCasekeep,
  type ShapedCase,
  verifyWebhook,
  WebhookForged,
} from './index.ts';

describe.each(dialects)('the client, on %s', (dialect) => {
  let testApp: TestApp;
  let baseUrl: string;
  let casekeep: Casekeep;
  beforeAll(async () => {
    testApp = await startTestApp(dialect);
    await testApp.app.listen({ port: 0, host: '127.0.0.1' });
    baseUrl = `http://127.0.0.1:${(testApp.app.server.address() as AddressInfo).port}`;
    casekeep = createCasekeep({ baseUrl: `${baseUrl}/`, key: SANDBOX_KEY });
  });
  afterAll(() => testApp.close());

  const revisionOf = async (caseId: number): Promise<number | undefined> =>
    (await casekeep.getCase({ caseId, fields: 'revision' })).revision;

  it('reads and changes a case, typed by the document', async () => {
    const found = await casekeep.getCase({ caseId: 2304, include: 'status' });
    expect(found).toMatchObject({ id: 2304, status: { isClosed: false } });
    expectTypeOf(found.title).toEqualTypeOf<ShapedCase['title']>();
    const changed = await casekeep.updateCase({ caseId: 2304, body: { tags: ['client'] } });
    expect(changed.tags).toEqual(['client']);
  });

  it('tells a refusal as an error with its code and its fields, and nothing is written', async () => {
    const before = await revisionOf(2304);
    const refused = await casekeep.updateCase({ caseId: 2304, body: { title: '' } }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(CasekeepProblem);
    expect(refused).toMatchObject({ status: 400, code: 'FIELDS_INVALID', errors: [{ field: 'title' }] });
    expect(await revisionOf(2304)).toBe(before);
  });

  it('sends conditions: who comes second learns what was changed', async () => {
    const { revision } = await casekeep.getCase({ caseId: 2304 });
    const ifMatch = `"${revision}"`;
    await casekeep.updateCase({ caseId: 2304, ifMatch, body: { title: 'First' } });
    const second = casekeep.updateCase({ caseId: 2304, ifMatch, body: { title: 'Second' } });
    await expect(second).rejects.toMatchObject({
      code: 'CASE_CONFLICT',
      document: { conflicts: [{ property: 'title' }] },
    });
  });

  it('tells that nothing has changed as an error of its own', async () => {
    const { revision } = await casekeep.getCase({ caseId: 2304 });
    const unchanged = casekeep.getCase({ caseId: 2304, ifNoneMatch: `"${revision}"` });
    await expect(unchanged).rejects.toMatchObject({ status: 304, code: 'NOT_MODIFIED' });
  });

  it('makes dry runs', async () => {
    const before = await revisionOf(2304);
    const would = await casekeep.updateCase({ caseId: 2304, dryRun: true, body: { title: 'Would be' } });
    expect([would.title, await revisionOf(2304)]).toEqual(['Would be', before]);
  });

  it('goes through all pages, and can be awaited for the first one', async () => {
    const all: number[] = [];
    for await (const { id } of casekeep.listUsers({ limit: 3 })) all.push(id);
    const { items, next } = await casekeep.listUsers({ limit: 3 });
    expect([items.length, typeof next]).toEqual([3, 'string']);
    expect(all.slice(0, 3)).toEqual(items.map(({ id }) => id));
    expect(new Set(all).size).toBe(all.length);
    expect(all.length).toBe((await casekeep.listUsers({ limit: 200 })).items.length);
    expect(await casekeep.listUsers({ limit: 3 }).toArray({ limit: 4 })).toHaveLength(4);
  });

  it('repeats a write whose answer was lost, and it is done once', async () => {
    let losses = 2;
    const losing: typeof fetch = async (...request) => {
      const response = await fetch(...request);
      if (losses === 0) return response;
      losses -= 1;
      throw new TypeError('the answer was lost');
    };
    const patient = createCasekeep({ baseUrl, key: SANDBOX_KEY, fetch: losing });
    const replayed: (string | null)[] = [];
    const options = { onResponse: ({ headers }: Response) => replayed.push(headers.get('idempotency-replayed')) };
    const title = `Lost twice on ${dialect}`;
    await patient.createCase({ body: { title, spaceId: 1, projectId: 1 } }, options);
    expect(replayed).toEqual(['true']);
    const made = await testApp.rows(`select count(*) as n from cases where title = '${title}'`);
    expect(made.map(({ n }) => Number(n))).toEqual([1]);
  });

  it('does not repeat what was refused, nor without limit what fails', async () => {
    const asked: string[] = [];
    const counting: typeof fetch = (input, init) => {
      asked.push(String(input));
      return fetch(input, init);
    };
    await expect(
      createCasekeep({ baseUrl, key: SANDBOX_KEY, fetch: counting }).getCase({ caseId: 987_654 }),
    ).rejects.toMatchObject({ status: 404, code: 'CASE_NOT_FOUND' });
    expect(asked).toHaveLength(1);
    const nowhere = createCasekeep({ baseUrl: 'http://127.0.0.1:9', key: SANDBOX_KEY, fetch: counting, maxRetries: 1 });
    await expect(nowhere.getMe()).rejects.toThrow(TypeError);
    expect(asked).toHaveLength(3);
  });

  it('waits as long as the server asks for, and no longer than the caller wants', async () => {
    const busy = (retryAfter: string): typeof fetch => {
      let isFirst = true;
      return (...request) => {
        if (!isFirst) return fetch(...request);
        isFirst = false;
        return Promise.resolve(new Response('busy', { status: 503, headers: { 'retry-after': retryAfter } }));
      };
    };
    const client = (retryAfter: string) => createCasekeep({ baseUrl, key: SANDBOX_KEY, fetch: busy(retryAfter) });
    const start = performance.now();
    await client('1').getMe();
    expect(performance.now() - start).toBeGreaterThan(990);
    await expect(client('3600').getMe()).rejects.toMatchObject({ status: 503, code: 'UNKNOWN' });
    await expect(client('30').getMe(undefined, { signal: AbortSignal.timeout(50) })).rejects.toMatchObject({
      name: 'TimeoutError',
    });
  });

  it('gives up an attempt that takes too long', async () => {
    const silent: typeof fetch = (_input, init) =>
      new Promise((_, reject) => init?.signal?.addEventListener('abort', () => reject(init.signal?.reason)));
    const client = createCasekeep({ baseUrl, key: SANDBOX_KEY, fetch: silent, timeoutMs: 30, maxRetries: 0 });
    await expect(client.getMe()).rejects.toMatchObject({ name: 'TimeoutError' });
  });
});

describe('webhooks', () => {
  const secret = `whsec_${Buffer.from('a secret of a webhook').toString('base64')}`;
  const body = JSON.stringify({ type: 'case.updated', caseId: 2304 });
  const now = 1_700_000_000;
  const sign = (key: string, text: string): string =>
    createHmac('sha256', Buffer.from(key.slice('whsec_'.length), 'base64'))
      .update(text)
      .digest('base64');
  const headersOf = (signatures: string, timestamp = now) => ({
    'webhook-id': 'msg_1',
    'webhook-timestamp': String(timestamp),
    'webhook-signature': signatures,
  });
  const genuine = headersOf(`v1,${sign(secret, `msg_1.${now}.${body}`)}`);

  it('are told when they are genuine, also while secrets are replaced', async () => {
    expect(await verifyWebhook({ body, headers: genuine, secret, now })).toEqual({
      type: 'case.updated',
      caseId: 2304,
    });
    const bytes = Buffer.from(body);
    const fetched = new Headers({ ...genuine, 'webhook-signature': `v1,AAAA ${genuine['webhook-signature']}` });
    const another = `whsec_${Buffer.from('another').toString('base64')}`;
    await expect(
      verifyWebhook({ body: bytes, headers: fetched, secret: [another, secret], now }),
    ).resolves.toBeTruthy();
  });

  it('are refused when anything was changed, when they are old, and without a signature', async () => {
    const stale = headersOf(`v1,${sign(secret, `msg_1.${now - 301}.${body}`)}`, now - 301);
    const forgeries = [
      { body: body.replace('2304', '2305'), headers: genuine },
      { body, headers: { ...genuine, 'webhook-id': 'msg_2' } },
      { body, headers: { ...genuine, 'webhook-timestamp': String(now + 1) } },
      { body, headers: { ...genuine, 'webhook-signature': 'v1,%%% v1a,AAAA nonsense' } },
      { body, headers: stale },
      { body, headers: {} },
    ];
    for (const forgery of forgeries) {
      await expect(verifyWebhook({ ...forgery, secret, now })).rejects.toThrow(WebhookForged);
    }
  });
});
