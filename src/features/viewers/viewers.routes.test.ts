import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { call } from '../../../test/support/api.ts';
import { newKeyOf, traces } from '../../../test/support/cases.ts';
import { EventStreamClient } from '../../../test/support/event-stream.ts';
import { startNeighbour } from '../../../test/support/neighbour.ts';
import { dialects, startTestApp, type TestApp } from '../../../test/support/test-app.ts';
import { pause } from '../../../test/support/test-database.ts';
import { createKey } from '../keys/create-key.ts';
import { getUserByName } from '../users/find-user.ts';
import { forgetViewers } from './forget-viewers.ts';
import { BELIEVED_MS, MAX_PAGES_OF_USER } from './viewer.ts';

const CASE = 2304;
const OTHER = 2306;
const ADMIN = { id: 1, displayName: 'Alex Morgan', avatarUrl: null };
const SARA = { id: 2, displayName: 'Sara Lindqvist', avatarUrl: null };
/** Longer than the changes need to be told. */
const A_WHILE_MS = 1_500;

describe.each(dialects)('who is looking at a case on %s', (dialect) => {
  let test: TestApp;
  let url: string;
  let sara: string;
  let clients: EventStreamClient[] = [];
  let passedMs = 0;

  beforeAll(async () => {
    test = await startTestApp(dialect, { now: () => Date.now() + passedMs });
    url = await test.app.listen({ port: 0 });
  });

  beforeEach(async () => {
    for (const client of clients) await client.close();
    clients = [];
    passedMs = 0;
    await test.reset();
    sara = await newKeyOf(test, 'sara.lindqvist');
  });

  afterAll(async () => {
    for (const client of clients) await client.close();
    expect(test.logged()).not.toContain('defect');
    await test.close();
  });

  const page = (name: string) => `page-of-${name}`;
  const look = (caseId: number, name: string, key?: string) =>
    call(test, `PUT /cases/${caseId}/viewers/${page(name)}`, key === undefined ? {} : { key });
  const leave = (caseId: number, name: string, key?: string) =>
    call(test, `DELETE /cases/${caseId}/viewers/${page(name)}`, key === undefined ? {} : { key });
  const viewers = async (caseId: number) => (await call(test, `GET /cases/${caseId}/viewers`)).body.items;
  const listen = async (key: string | undefined, query = '?viewers=true', at = url) => {
    const client = await EventStreamClient.open({ url: at, query, ...(key === undefined ? {} : { key }) });
    clients.push(client);
    return client;
  };

  const inPrivateSpace = async (...memberIds: readonly number[]): Promise<number> => {
    for (const id of memberIds) await call(test, `PUT /spaces/2/members/${id}`, { body: { role: 'viewer' } });
    return (await call(test, 'GET /cases?query=space:2&limit=1&fields=id')).body.items[0].id;
  };
  /** Nothing of the log. */
  const ALONE = '?viewers=true&type=case.purged';

  it('is who says so, each of them once, until they go or go on to another case', async () => {
    expect(await viewers(CASE)).toEqual([]);
    expect((await look(CASE, 'sara-one', sara)).body.items).toEqual([SARA]);
    await look(CASE, 'sara-two', sara);
    expect((await look(CASE, 'admin')).body).toEqual({ items: [ADMIN, SARA], next: null });
    expect((await leave(CASE, 'sara-one', sara)).status).toBe(204);
    expect(await viewers(CASE)).toEqual([ADMIN, SARA]);
    await look(OTHER, 'sara-two', sara);
    expect([await viewers(CASE), await viewers(OTHER)]).toEqual([[ADMIN], [SARA]]);
    await leave(CASE, 'sara-two', sara);
    expect(await viewers(OTHER)).toEqual([SARA]);
    // The page of somebody else is none of theirs.
    await leave(CASE, 'admin', sara);
    expect(await viewers(CASE)).toEqual([ADMIN]);
  });

  it('is not who has only read it, and nothing else is changed by looking', async () => {
    const before = await traces(test);
    await call(test, `GET /cases/${CASE}`);
    expect(await viewers(CASE)).toEqual([]);
    await look(CASE, 'admin');
    await leave(CASE, 'admin');
    expect(await traces(test)).toEqual(before);
  });

  it('is nobody who has not said so for a while, and they are forgotten', async () => {
    await look(CASE, 'sara', sara);
    passedMs += BELIEVED_MS - 10_000;
    await look(CASE, 'admin');
    expect(await viewers(CASE)).toEqual([ADMIN, SARA]);
    passedMs += 11_000;
    expect(await viewers(CASE)).toEqual([ADMIN]);
    await forgetViewers.run(test.operator);
    expect(await test.rows('select * from case_viewers')).toHaveLength(1);
  });

  it('has so many pages of one person and no more', async () => {
    for (let count = 0; count <= MAX_PAGES_OF_USER; count += 1) {
      await look(count === 0 ? OTHER : CASE, `number-${count}`);
      passedMs += 10;
    }
    expect([await viewers(OTHER), await viewers(CASE)]).toEqual([[], [ADMIN]]);
    expect(await test.rows('select * from case_viewers')).toHaveLength(MAX_PAGES_OF_USER);
  });

  it('is hidden together with the case, and who lost it may still go', async () => {
    const hidden = await inPrivateSpace();
    const stranger = await newKeyOf(test, 'omar.haddad');
    await look(hidden, 'admin');
    expect(await look(hidden, 'stranger', stranger)).toMatchObject({ status: 404, body: { code: 'CASE_NOT_FOUND' } });
    expect((await call(test, `GET /cases/${hidden}/viewers`, { key: stranger })).status).toBe(404);
    expect((await leave(hidden, 'stranger', stranger)).status).toBe(204);
    expect(await viewers(hidden)).toEqual([ADMIN]);
    expect((await call(test, 'GET /cases/99999/viewers')).status).toBe(404);
  });

  it('cannot be said without a name that does for a page, nor without a key', async () => {
    expect((await call(test, `PUT /cases/${CASE}/viewers/me`)).status).toBe(404);
    expect((await call(test, `PUT /cases/${CASE}/viewers/${page('x')}`, { key: null })).status).toBe(401);
    expect(await viewers(CASE)).toEqual([]);
  });

  it('is told in the stream to those who look, when they want to hear it', async () => {
    const jonas = await newKeyOf(test, 'jonas.weber');
    const [hers, deaf] = [await listen(sara), await listen(sara, '')];
    const [his, elsewhere] = [await listen(undefined), await listen(jonas)];
    await look(CASE, 'sara', sara);
    await hers.hears(1);
    const cursor = hers.lastEventId;
    await look(CASE, 'admin');
    const [, heard] = await hers.hears(2);
    expect(heard).toEqual({ cursor, event: { type: 'viewers.changed', caseId: CASE } });
    await his.hears(1);
    await leave(CASE, 'admin');
    await hers.hears(3);
    await look(CASE, 'sara', sara);
    await pause(A_WHILE_MS);
    expect([hers, deaf, his, elsewhere].map((client) => client.heard.length)).toEqual([3, 0, 1, 0]);
    passedMs += BELIEVED_MS / 2;
    await look(CASE, 'admin');
    await his.hears(2);
    passedMs += BELIEVED_MS / 2 + 1_000;
    await his.hears(3);
    expect(await viewers(CASE)).toEqual([ADMIN]);
  });

  it('is told neither to a key that is kept out of the space nor to who wants to hear of other spaces', async () => {
    const hidden = await inPrivateSpace(SARA.id);
    const user = await getUserByName(test.operator, 'sara.lindqvist');
    const narrowed = await createKey(test.operator, { user, name: 'Narrowed', spaceIds: [2] });
    const [out, elsewhere] = [await listen(narrowed), await listen(sara, '?viewers=true&space=2')];
    const [wide, here] = [await listen(sara), await listen(sara, '?viewers=true&space=1')];
    await look(CASE, 'sara', sara);
    await wide.hears(1);
    await here.hears(1);
    await look(CASE, 'admin');
    await wide.hears(2);
    await here.hears(2);
    await pause(A_WHILE_MS);
    expect([out, elsewhere].map((client) => client.heard.length)).toEqual([0, 0]);
    await look(hidden, 'sara-two', sara);
    await out.hears(1);
    await elsewhere.hears(1);
  });

  it('is neither told to nor shown as who has lost the case or may not sign in any more', async () => {
    const hidden = await inPrivateSpace(SARA.id, 3);
    const [hers, his] = [await listen(sara, ALONE), await listen(undefined, ALONE)];
    await look(hidden, 'admin');
    await his.hears(1);
    await look(hidden, 'sara', sara);
    await hers.hears(1);
    await his.hears(2);
    await call(test, `DELETE /spaces/2/members/${SARA.id}`);
    expect(await viewers(hidden)).toEqual([ADMIN]);
    await his.hears(3);
    expect((await look(hidden, 'admin')).body.items).toEqual([ADMIN]);
    await look(hidden, 'jonas', await newKeyOf(test, 'jonas.weber'));
    await his.hears(4);
    await pause(A_WHILE_MS);
    expect(hers.heard).toHaveLength(1);
    await look(CASE, 'sara', sara);
    expect(await viewers(CASE)).toEqual([SARA]);
    await call(test, 'PATCH /users/2', { body: { isActive: false } });
    expect(await viewers(CASE)).toEqual([]);
  });

  it('is told by every process, whichever heard of it', async () => {
    const neighbour = await startNeighbour(test);
    const client = await listen(sara, '?viewers=true', neighbour.url);
    await look(CASE, 'sara', sara);
    await client.hears(1);
    await look(CASE, 'admin');
    await client.hears(2);
    await client.close();
    await neighbour.close();
  });
});
