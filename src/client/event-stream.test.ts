import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call } from '../../test/support/api.ts';
import { newKeyOf } from '../../test/support/cases.ts';
import { dialects, startTestApp, type TestApp } from '../../test/support/test-app.ts';
import { buildApp } from '../app/build-app.ts';
import { SANDBOX_KEY } from '../app/fill-sandbox.ts';
import { revokeKey } from '../features/keys/revoke-key.ts';
import { createMetrics } from '../platform/http/metrics.ts';
import { createLog } from '../platform/log.ts';
import { createCasekeep, type Event, type EventStream } from './index.ts';

describe.each(dialects)('the event stream of the client, on %s', (dialect) => {
  let test: TestApp;
  let server: FastifyInstance | undefined;
  let port = 0;

  beforeAll(async () => {
    test = await startTestApp(dialect);
  });

  afterAll(async () => {
    await server?.close();
    await test.close();
  });

  /** Starts a server on the same database, at the same address once it is known. */
  const start = async () => {
    const log = createLog('fatal', { write: () => undefined });
    server = await buildApp({ platform: test.platform, metrics: createMetrics(), log });
    await server.listen({ port, host: '127.0.0.1' });
    ({ port } = server.server.address() as AddressInfo);
  };
  const client = (key = SANDBOX_KEY) => createCasekeep({ baseUrl: `http://127.0.0.1:${port}`, key });
  /** Collects what a stream tells until it ends. */
  const follow = (stream: EventStream<Event>) => {
    const heard: number[] = [];
    const ended = (async () => {
      for await (const { event } of stream) heard.push(event.id);
    })().catch((error: unknown) => error);
    return { heard, ended };
  };
  const edit = async (title: string) => {
    expect((await call(test, 'PATCH /cases/2304', { body: { title } })).status).toBe(200);
  };
  const idsAfter = async (cursor: string): Promise<number[]> =>
    (await call(test, `GET /events?after=${cursor}`)).body.items.map(({ id }: { id: number }) => id);

  it('goes on where it was when the server is started anew, or connections break, and misses nothing', {
    timeout: 60_000,
  }, async () => {
    await start();
    const cursor: string = (await call(test, 'GET /events?after=now')).body.next;
    const stop = new AbortController();
    const { heard, ended } = follow(client().streamEvents({ after: cursor }, { signal: stop.signal }));
    const hears = async (count: number) => {
      await expect.poll(() => heard.length, { timeout: 15_000 }).toBe(count);
      expect(heard).toEqual(await idsAfter(cursor));
    };
    await edit('Heard at once');
    await hears(1);
    await server?.close();
    await edit('While nobody serves');
    await edit('Still nobody');
    await start();
    await edit('Served again');
    await hears(4);
    server?.server.closeAllConnections();
    await edit('Broken off');
    await hears(5);
    stop.abort(new Error('Enough.'));
    expect(await ended).toMatchObject({ message: 'Enough.' });
    await server?.close();
  });

  it('ends with a refusal when the key is revoked, and does not come again', { timeout: 60_000 }, async () => {
    await start();
    const key = await newKeyOf(test, 'jonas.weber');
    const [row] = await test.rows('select max(id) as id from api_keys');
    const { ended } = follow(client(key).streamEvents());
    await revokeKey(test.operator, { keyId: Number(row?.['id']) });
    expect(await ended).toMatchObject({ name: 'CasekeepProblem', status: 401 });
  });

  it('gives the connection back when nobody wants to hear more, and tells where to go on', async () => {
    const cursor: string = (await call(test, 'GET /events?after=now')).body.next;
    await edit('First');
    await edit('Second');
    const first = await firstOf(client().streamEvents({ after: cursor }));
    const second = await firstOf(client().streamEvents({ after: first.cursor }));
    expect([first.event.id, second.event.id]).toEqual(await idsAfter(cursor));
  });
});

const firstOf = async <E>(stream: EventStream<E>) => {
  for await (const streamed of stream) return streamed;
  throw new Error('It has no end.');
};
