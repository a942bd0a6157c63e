import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { call } from '../../../test/support/api.ts';
import { newKeyOf } from '../../../test/support/cases.ts';
import { EventStreamClient } from '../../../test/support/event-stream.ts';
import { startNeighbour } from '../../../test/support/neighbour.ts';
import { dialects, startTestApp, type TestApp } from '../../../test/support/test-app.ts';
import { notHanging, pause } from '../../../test/support/test-database.ts';
import { appendEvent } from '../../platform/events/append-event.ts';
import { revokeKey } from '../keys/revoke-key.ts';
import { addMember } from '../spaces/add-member.ts';
import { removeMember } from '../spaces/remove-member.ts';
import { getUserByName } from '../users/find-user.ts';

describe.each(dialects)('the event stream on %s', (dialect) => {
  let test: TestApp;
  let url: string;
  let clients: EventStreamClient[] = [];

  beforeAll(async () => {
    test = await startTestApp(dialect);
    url = await test.app.listen({ port: 0 });
  });

  beforeEach(async () => {
    for (const client of clients) await client.close();
    clients = [];
    await test.reset();
  });

  afterAll(async () => {
    for (const client of clients) await client.close();
    await test.close();
  });

  const listen = async (options: Partial<Parameters<typeof EventStreamClient.open>[0]> = {}) => {
    const client = await EventStreamClient.open({ url, ...options });
    clients.push(client);
    return client;
  };
  const retitle = (title: string) => call(test, 'PATCH /cases/2304', { body: { title } });

  it('tells what happens from now on, in the words of the feed, and where to go on', async () => {
    const { next } = (await call(test, 'GET /events?after=now')).body;
    const client = await listen();
    expect(client.response.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
    });
    await retitle('Now');
    const [heard] = await client.hears(1);
    const feed = (await call(test, `GET /events?after=${next}`)).body;
    expect(heard).toEqual({ cursor: feed.next, event: feed.items[0] });
  });

  it('misses nothing and repeats nothing for clients that come again and again while others write', async () => {
    const { next } = (await call(test, 'GET /events?after=now')).body;
    const steady = await listen({ lastEventId: next });
    let lastEventId = next;
    const heard: number[] = [];
    let writing = true;
    const writers = Promise.all(
      [1, 2, 3, 4].map(async (writer) => {
        for (let round = 0; round < 10; round += 1) await retitle(`${writer} ${round}`);
      }),
    ).finally(() => {
      writing = false;
    });
    while (writing) {
      const client = await listen({ lastEventId });
      await pause(60);
      await client.close();
      heard.push(...client.heard.map(({ event }) => event.id));
      lastEventId = client.lastEventId;
    }
    await writers;
    const last = await listen({ lastEventId });
    const ids = (await call(test, `GET /events?after=${next}`)).body.items.map((event: { id: number }) => event.id);
    await last.hears(ids.length - heard.length);
    expect([...heard, ...last.heard.map(({ event }) => event.id)]).toEqual(ids);
    expect((await steady.hears(ids.length)).map(({ event }) => event.id)).toEqual(ids);
  });

  it('goes on from the end of a log that was put in the place of a longer one, also for those who come at once', async () => {
    const before = await listen();
    for (let round = 0; round < 5; round += 1) await retitle(`Before ${round}`);
    await before.hears(5);
    await test.reset();
    const client = await listen();
    await retitle('After');
    const [heard] = await client.hears(1);
    expect(heard?.event).toMatchObject({ type: 'case.updated', caseId: 2304 });
  });

  it('begins where it is told, with what is asked for', async () => {
    const { next } = (await call(test, 'GET /events?after=now')).body;
    await retitle('Now');
    await call(test, 'PATCH /cases/2304', { body: { comment: { text: '<p>So.</p>' } } });
    const client = await listen({ query: `?after=${next}&type=comment.*` });
    await client.hears(1);
    await retitle('Then');
    await pause(400);
    expect(client.heard.map(({ event }) => event.type)).toEqual(['comment.created']);
  });

  it('is refused to somebody who has 50 of them open, until one has ended; others are let in', async () => {
    const refused = () => listen().then(({ response }) => response);
    const opened = await Promise.all(Array.from({ length: 60 }, () => listen()));
    expect(opened.map(({ response }) => response.statusCode).sort()).toEqual([
      ...Array(50).fill(200),
      ...Array(10).fill(429),
    ]);
    const { statusCode, headers } = await refused();
    expect([statusCode, headers['retry-after'], headers['content-type']]).toEqual([
      ...[429, '15', 'application/problem+json; charset=utf-8'],
    ]);
    const problem = await call(test, 'GET /events/stream');
    expect([problem.body.code, problem.body.detail]).toEqual(['TOO_MANY_STREAMS', expect.stringContaining('50')]);
    expect((await listen({ key: await newKeyOf(test, 'sara.lindqvist') })).response.statusCode).toBe(200);
    await opened.find(({ response }) => response.statusCode === 200)?.close();
    await expect.poll(async () => (await refused()).statusCode).toBe(200);
  });

  it('follows the rights of whoever listens, and ends when the key is revoked', async () => {
    const { id: userId } = await getUserByName(test.operator, 'priya.raman');
    const [secret] = await test.rows(
      `select min(cases.id) as id, space_id as "spaceId" from cases join spaces on spaces.id = space_id
       where visibility = 'private' and deleted_at is null group by space_id`,
    );
    const [caseId, spaceId] = [Number(secret?.['id']), Number(secret?.['spaceId'])];
    await addMember(test.operator, { spaceId, userId, role: 'viewer' });
    const key = await newKeyOf(test, 'priya.raman');
    const [row] = await test.rows('select max(id) as id from api_keys');
    const client = await listen({ key, query: '?type=case.updated' });
    await call(test, `PATCH /cases/${caseId}`, { body: { title: 'Seen' } });
    await client.hears(1);
    await removeMember(test.operator, { spaceId, userId });
    await call(test, `PATCH /cases/${caseId}`, { body: { title: 'Not seen by strangers' } });
    // The public space comes after it in the log: once this is heard, the other one would have been.
    await retitle('Seen by everybody');
    await client.hears(2);
    expect(client.heard.map(({ event }) => event.caseId)).toEqual([caseId, 2304]);
    await revokeKey(test.operator, { keyId: Number(row?.['id']) });
    await notHanging(client.ended);
  });

  it.each([
    ['?type=case.exploded', 400],
    ['?after=nonsense', 400],
    ['?space=99999', 400],
    ['?limit=5', 400],
  ])('refuses %s before it begins', async (query, status) => {
    expect((await call(test, `GET /events/stream${query}`)).status).toBe(status);
  });

  it('is not heard without a key, and has no answer without events', async () => {
    expect((await call(test, 'GET /events/stream', { key: null })).status).toBe(401);
    const { statusCode } = await test.app.inject({ method: 'HEAD', url: '/api/v1/events/stream' });
    expect(statusCode).toBeGreaterThanOrEqual(400);
  });

  it('tells what another process has written, soon, and ends in order when its own stops', async () => {
    const neighbour = await startNeighbour(test);
    const client = await listen({ url: neighbour.url });
    await retitle('Elsewhere');
    await client.hears(1);
    await notHanging(neighbour.close());
    await notHanging(client.ended);
    expect(client.response.complete).toBe(true);
  });

  it('hangs up on a client that does not read instead of keeping everything for it', async () => {
    const { next } = (await call(test, 'GET /events?after=now')).body;
    const client = await listen({ lastEventId: next });
    client.response.pause();
    const name = 'x'.repeat(20_000);
    await test.operator.inTransaction(async (tx) => {
      for (let count = 0; count < 600; count += 1) {
        await appendEvent(tx, { type: 'user.created', payload: { userId: 1, username: name } });
      }
    });
    await pause(1_500);
    client.response.resume();
    await notHanging(client.ended, 10_000);
    expect(client.response.complete).toBe(false);
  });
});
