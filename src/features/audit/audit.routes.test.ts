import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call } from '../../../test/support/api.ts';
import { askWith, newSession, ownPage } from '../../../test/support/browser.ts';
import { newKeyOf } from '../../../test/support/cases.ts';
import { dialects, startTestApp, type TestApp } from '../../../test/support/test-app.ts';
import { operator } from '../../kernel/actor.ts';
import { Context } from '../../platform/context.ts';
import { forgetSignIns } from '../keys/forget-sign-ins.ts';
import { renameSpace } from '../spaces/rename-space.ts';
import { isAudited } from './audit.store.ts';

const SARA_ID = 2;
const JONAS_ID = 3;
const DAY_MS = 24 * 60 * 60_000;

interface Entry {
  readonly id: string;
  readonly at: string;
  readonly type: string;
  readonly [property: string]: unknown;
}

describe.each(dialects)('The audit on %s', (dialect) => {
  let test: TestApp;
  let since: string;

  beforeAll(async () => {
    test = await startTestApp(dialect);
    since = new Date().toISOString();
  });

  afterAll(() => test.close());

  const audit = async (query = ''): Promise<Entry[]> =>
    (await call(test, `GET /audit?since=${since}${query}`)).body.items;
  const signIn = (username: string, password: string, agent = 'Firefox\u0007 on Linux') =>
    call(test, 'POST /sessions', {
      ...{ key: null, address: '192.0.2.7', body: { username, password } },
      headers: { ...ownPage, 'user-agent': agent },
    });

  it('tells who signed in, from where and with what, and who signed out', async () => {
    const { id, cookie } = await newSession(test);
    await askWith(test, 'DELETE /sessions/current', cookie);
    const [ended, started] = await audit('&kind=sign-ins');
    expect(ended).toMatchObject({
      type: 'session.ended',
      actor: { username: 'jonas.weber' },
      person: { id: JONAS_ID },
      keyId: id,
      address: null,
    });
    expect(started).toMatchObject({
      type: 'session.started',
      actor: { id: JONAS_ID, username: 'jonas.weber', displayName: 'Jonas Weber', avatarUrl: null },
      door: 'v1',
      keyId: id,
      address: expect.stringMatching(/^10\.2\./u),
    });
  });

  it('tells of attempts that failed, and of a name that nobody has the beginning only', async () => {
    expect((await signIn('SARA.lindqvist', 'not her password')).status).toBe(401);
    expect((await signIn('my secret password', 'x')).status).toBe(401);
    const [unknown, known] = await audit('&kind=sign-ins');
    expect(known).toMatchObject({
      ...{ type: 'session.refused', actor: null, person: { id: SARA_ID }, name: null },
      ...{ address: '192.0.2.7', userAgent: 'Firefox  on Linux', keyId: null },
    });
    expect(unknown).toMatchObject({ type: 'session.refused', actor: null, person: null, name: 'my ' });
    expect(JSON.stringify(await test.rows('select * from sign_ins'))).not.toContain('secret');
  });

  it('tells of the old API as of the new one', async () => {
    const payload = JSON.stringify({ UserName: 'priya.raman', Password: 'not hers' });
    const headers = { 'content-type': 'application/json' };
    await test.app.inject({ method: 'PUT', url: '/api/users/token', headers, payload, remoteAddress: '192.0.2.9' });
    expect((await audit('&kind=sign-ins'))[0]).toMatchObject({
      ...{ type: 'session.refused', person: { username: 'priya.raman' } },
      ...{ door: 'communifire', address: '192.0.2.9' },
    });
  });

  it('tells of changes of people, keys and members with what was before', async () => {
    await call(test, `PATCH /users/${SARA_ID}`, { body: { role: 'administrator' } });
    await call(test, `PATCH /users/${SARA_ID}`, { body: { role: 'member', isActive: false } });
    await call(test, `PATCH /users/${SARA_ID}`, { body: { isActive: true } });
    await call(test, `POST /users/${SARA_ID}/password-link`);
    const { body } = await call(test, `POST /users/${JONAS_ID}/keys`, { body: { name: 'Import', rights: [] } });
    await call(test, `DELETE /keys/${body.id}`);
    await call(test, `PUT /spaces/1/members/${JONAS_ID}`, { body: { role: 'viewer' } });
    const people = await audit('&kind=people');
    expect(people.map(({ type }) => type)).toEqual([
      'user.password_link_issued',
      'user.activated',
      'user.deactivated',
      'user.role_changed',
      'user.role_changed',
    ]);
    expect(people.at(-1)).toMatchObject({
      ...{ actor: { username: 'admin' }, door: 'v1', person: { id: SARA_ID } },
      changes: [{ property: 'role', oldValue: 'member', newValue: 'administrator' }],
    });
    expect(await audit('&kind=keys')).toMatchObject([
      { type: 'key.revoked', name: 'Import', person: { id: JONAS_ID } },
      { type: 'key.created', name: 'Import', changes: expect.arrayContaining([{ property: 'rights', newValue: [] }]) },
    ]);
    expect((await audit('&kind=members'))[0]).toMatchObject({
      ...{ type: 'space.member_role_changed', space: { id: 1 }, person: { id: JONAS_ID } },
      changes: [{ property: 'role', oldValue: expect.any(String), newValue: 'viewer' }],
    });
  });

  it('tells of configuration, webhooks and shared views, through whatever door', async () => {
    const { body: status } = await call(test, 'POST /spaces/1/statuses', { body: { name: 'Waiting' } });
    await call(test, `PATCH /statuses/${status.id}`, { body: { isClosed: true, position: 1, name: 'On hold' } });
    await call(test, 'POST /views', { body: { name: 'My own', query: 'is:open' } });
    await call(test, 'POST /views', { body: { name: 'Ours', query: 'is:open', spaceId: 1 } });
    await call(test, 'POST /webhooks', { body: { url: 'https://hooks.example/in', types: ['*'] } });
    const before = (await call(test, 'GET /spaces/1')).body.name;
    const shell = new Context(test.platform, operator('cli'));
    await renameSpace(shell, { spaceId: 1, name: 'Renamed' });
    const configuration = await audit('&kind=configuration');
    expect(configuration).toMatchObject([
      {
        ...{ type: 'space.renamed', actor: null, door: 'cli', space: { id: 1, name: 'Renamed' }, name: 'Renamed' },
        changes: [{ property: 'name', oldValue: before, newValue: 'Renamed' }],
      },
      { type: 'status.changed', name: 'On hold', changes: [{ property: 'isClosed', oldValue: false, newValue: true }] },
      { type: 'status.moved', name: 'On hold', changes: [{ property: 'position', oldValue: 7, newValue: 1 }] },
      { type: 'status.renamed', changes: [{ property: 'name', oldValue: 'Waiting', newValue: 'On hold' }] },
      { type: 'status.created', name: 'Waiting', actor: { username: 'admin' } },
    ]);
    expect(await audit('&kind=views')).toMatchObject([{ type: 'view.created', name: 'Ours', space: { id: 1 } }]);
    expect(await audit('&kind=webhooks')).toMatchObject([
      { type: 'webhook.created', name: 'https://hooks.example/in' },
    ]);
  });

  it('is read page by page, of one person, and of one time', async () => {
    const whole = await audit('&limit=200');
    const paged: Entry[] = [];
    let cursor = '';
    while (cursor !== '&cursor=null') {
      const { body } = await call(test, `GET /audit?since=${since}&limit=2${cursor}`);
      paged.push(...body.items);
      cursor = `&cursor=${body.next}`;
    }
    expect(paged).toEqual(whole);
    expect(whole.map(({ at }) => at)).toEqual(
      whole
        .map(({ at }) => at)
        .toSorted()
        .toReversed(),
    );
    const ofSara = await audit(`&userId=${SARA_ID}`);
    expect(ofSara.map(({ type }) => type)).toContain('session.refused');
    expect(ofSara.filter((entry) => !JSON.stringify(entry).includes('sara.lindqvist'))).toEqual([]);
    expect(await audit(`&until=${since}`)).toEqual([]);
  });

  it('does not come by what people do for themselves, however often', async () => {
    const sara = await newKeyOf(test, 'sara.lindqvist');
    const before = await audit('&limit=200');
    const { rows, plan } = await test.platform.database.transaction(async (session) => {
      // A planner would rather read a small table whole.
      const others = dialect === 'postgres' ? ['enable_seqscan', 'enable_bitmapscan'] : [];
      for (const each of others) await session.run(`set local ${each} = off`, []);
      const { sql: text } = session.kysely
        .selectFrom('events')
        .select('type')
        .where(isAudited)
        .orderBy('at', 'desc')
        .orderBy('id', 'desc')
        .compile();
      const how = dialect === 'postgres' ? 'explain' : 'explain query plan';
      return { rows: await session.run(text, []), plan: JSON.stringify(await session.run(`${how} ${text}`, [])) };
    });
    expect(plan).toContain('events_audited');
    expect(plan).not.toMatch(/sort|b-tree/iu);
    await call(test, 'PUT /cases/2304/mute', { key: sara });
    await call(test, 'DELETE /cases/2304/mute', { key: sara });
    const { body: view } = await call(test, 'POST /views', { key: sara, body: { name: 'Own', query: 'is:open' } });
    await call(test, `DELETE /views/${view.id}`, { key: sara });
    const now = await test.operator.inTransaction((tx) =>
      tx.db.kysely.selectFrom('events').select('type').where(isAudited).execute(),
    );
    expect(now.length).toBe(rows.length);
    expect(await audit('&limit=200')).toEqual(before);
  });

  it('is for administrators alone, and a wrong parameter is named', async () => {
    const sara = await newKeyOf(test, 'sara.lindqvist');
    const refused = await call(test, 'GET /audit', { key: sara });
    expect([refused.status, refused.body.code]).toEqual([403, 'RIGHT_MISSING']);
    for (const [query, field] of [
      ['kind=cases', 'kind'],
      ['userId=me', 'userId'],
      ['since=yesterday', 'since'],
      [`cursor=${Buffer.from('[1,7,1]').toString('base64url')}`, 'cursor'],
    ]) {
      const { status, body } = await call(test, `GET /audit?${query}`);
      expect([status, body.errors[0].field]).toEqual([400, field]);
    }
  });

  it('forgets after 90 days who signed in from where, and keeps what was changed', async () => {
    const changes = await audit('&kind=people');
    // More than one transaction removes.
    const columns = 'at, succeeded, user_id, name, address, user_agent, door, key_id';
    const double = `insert into sign_ins (${columns}) select ${columns} from sign_ins`;
    await test.platform.database.transaction(async (session) => {
      for (let count = 0; count < 12; count += 1) await session.run(double, []);
    });
    const later = { ...test.platform, now: () => Date.now() + 91 * DAY_MS };
    await forgetSignIns.run(new Context(later, operator('jobs')));
    expect(await test.rows('select * from sign_ins')).toEqual([]);
    expect(await audit('&kind=people')).toEqual(changes);
  });
});
