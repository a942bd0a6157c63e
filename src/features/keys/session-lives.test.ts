import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call } from '../../../test/support/api.ts';
import { browserOf, ownPage } from '../../../test/support/browser.ts';
import { newKeyOf } from '../../../test/support/cases.ts';
import { dialects, startTestApp, type TestApp } from '../../../test/support/test-app.ts';
import { buildApp } from '../../app/build-app.ts';
import { openPlatform } from '../../app/open-platform.ts';
import { SANDBOX_PASSWORD } from '../../app/sandbox-access.ts';
import { createMetrics } from '../../platform/http/metrics.ts';
import { createLog } from '../../platform/log.ts';
import { activateUser } from '../users/activate-user.ts';
import { deactivateUser } from '../users/deactivate-user.ts';
import { getUserByName } from '../users/find-user.ts';
import { issuePasswordLink } from '../users/issue-password-link.ts';
import { setPassword } from '../users/set-password.ts';
import { createKey, issueKey } from './create-key.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;
const own = ownPage;

describe.each(dialects)('sessions on %s', (dialect) => {
  let test: TestApp;

  beforeAll(async () => {
    test = await startTestApp(dialect);
  });

  afterAll(() => test.close());

  const { signIn, newSession, ask, statusWith } = browserOf(() => test);
  /** Writes straight into the database, as time would. */
  const age = async (id: number, columns: Readonly<Record<string, number>>): Promise<void> => {
    const changes = Object.entries(columns).map(([column, at]) => `${column} = ${at}`);
    await test.platform.database.transaction(async (session) => {
      await session.run(`update api_keys set ${changes.join(', ')} where id = ${id}`, []);
    });
    test.platform.memory.clear();
  };

  describe('a session', () => {
    it('is listed with when it was begun and used, and by which browser, for its user only', async () => {
      const { id, cookie } = await newSession('claire.dubois');
      const other = await newSession('claire.dubois');
      const { body } = await ask('GET /sessions', cookie);
      expect([body.items.length, body.next]).toEqual([2, null]);
      expect(body.items.find((each: { id: number }) => each.id === id)).toEqual({
        id,
        isCurrent: true,
        userAgent: expect.any(String),
        createdAt: expect.stringMatching(/Z$/u),
        lastUsedAt: expect.stringMatching(/Z$/u),
        expiresAt: expect.stringMatching(/Z$/u),
      });
      expect(body.items.find((each: { id: number }) => each.id === other.id).isCurrent).toBe(false);
      expect((await ask('DELETE /sessions', cookie)).body).toEqual({ ended: 1 });
      expect([await statusWith(other.cookie), await statusWith(cookie)]).toEqual([401, 200]);
    });

    it('ends when its user signs out, and the browser forgets the cookie', async () => {
      const { cookie } = await newSession();
      const dry = await ask('DELETE /sessions/current?dryRun=true', cookie);
      expect([dry.status, dry.headers['set-cookie'], await statusWith(cookie)]).toEqual([204, undefined, 200]);
      const { status, headers } = await ask('DELETE /sessions/current', cookie);
      expect([status, headers['set-cookie']]).toEqual([
        204,
        expect.stringMatching(/^casekeep_session=; .*Max-Age=0;/u),
      ]);
      const after = await ask('GET /me', cookie);
      expect([after.status, after.body.code]).toEqual([401, 'SESSION_ENDED']);
    });

    it('of somebody else cannot be ended, nor can what is none', async () => {
      const { cookie } = await newSession();
      const other = await newSession('omar.haddad');
      for (const id of [other.id, 1, 999_999, '9007199254740993', 'x', '0']) {
        expect((await ask(`DELETE /sessions/${id}`, cookie)).status).toBe(404);
      }
      expect(await statusWith(other.cookie)).toBe(200);
      expect((await ask(`DELETE /sessions/${other.id}`, other.cookie)).status).toBe(204);
    });

    it('ends with a key of its user too, but not with a narrowed one', async () => {
      const { cookie } = await newSession('diego.fuentes');
      const user = await getUserByName(test.operator, 'diego.fuentes');
      const narrowed = await createKey(test.operator, { user, name: 'Narrowed', spaceIds: [2] });
      for (const operation of ['GET /sessions', 'DELETE /sessions']) {
        const { status, body } = await call(test, operation, { key: narrowed });
        expect([status, body.code]).toEqual([403, 'RIGHT_MISSING']);
      }
      expect(await statusWith(cookie)).toBe(200);
      const { body } = await call(test, 'DELETE /sessions', { key: await newKeyOf(test, 'diego.fuentes') });
      expect([body, await statusWith(cookie)]).toEqual([{ ended: 1 }, 401]);
    });

    it('ends after a week without use, and after a month in any case', async () => {
      const { id, cookie } = await newSession();
      const now = Date.now();
      await age(id, { created_at: now - 29 * DAY_MS, last_used_at: now - 6 * DAY_MS });
      expect(await statusWith(cookie)).toBe(200);
      const [row] = await test.rows(`select last_used_at as at from api_keys where id = ${id}`);
      expect(Number(row?.['at'])).toBeGreaterThanOrEqual(now);
      await age(id, { last_used_at: now - 8 * DAY_MS });
      expect(await statusWith(cookie)).toBe(401);
      await age(id, { last_used_at: now, expires_at: now - 1 });
      expect(await statusWith(cookie)).toBe(401);
    });

    it('that is used in another process does not end in this one', async () => {
      const { id, cookie } = await newSession();
      expect(await statusWith(cookie)).toBe(200);
      const now = Date.now();
      await age(id, { last_used_at: now - 6 * DAY_MS });
      const app = await buildApp({
        platform: { ...test.platform, now: () => now + 2 * DAY_MS },
        metrics: createMetrics(),
        log: createLog('error', { write: () => true }),
      });
      const later = { ...test, app };
      const read = () => call(later, 'GET /me', { key: null, headers: { ...own, cookie } });
      expect((await read()).status).toBe(401);
      await test.platform.database.transaction(async (session) => {
        await session.run(`update api_keys set last_used_at = ${now} where id = ${id}`, []);
      });
      expect((await read()).status).toBe(200);
      await app.close();
    });

    it('ends when the password is set anew, and when its user is deactivated, for good', async () => {
      const session = await newSession('priya.raman');
      const user = await getUserByName(test.operator, 'priya.raman');
      const token = await issuePasswordLink(test.operator, { userId: user.id });
      await setPassword(test.operator, { token, password: SANDBOX_PASSWORD });
      expect(await statusWith(session.cookie)).toBe(401);
      const next = await newSession('priya.raman');
      await deactivateUser(test.operator, { username: 'priya.raman' });
      expect(await statusWith(next.cookie)).toBe(401);
      expect((await signIn('priya.raman')).status).toBe(401);
      await activateUser(test.operator, { username: 'priya.raman' });
      expect(await statusWith(next.cookie)).toBe(401);
    });

    it('ended in one process is refused by another from the next request on', async () => {
      const platform = await openPlatform({ settings: test.settings, durable: false });
      const app = await buildApp({
        platform,
        metrics: createMetrics(),
        log: createLog('error', { write: () => true }),
      });
      const elsewhere = { ...test, app, platform };
      const { cookie } = await newSession();
      const read = () => call(elsewhere, 'GET /me', { key: null, headers: { ...own, cookie } });
      expect((await read()).status).toBe(200);
      await ask('DELETE /sessions/current', cookie);
      expect((await read()).status).toBe(401);
      await app.close();
      await platform.database.close();
    });

    it('is one of a hundred at the most: beyond, the one used longest ago ends', async () => {
      const user = await getUserByName(test.operator, 'sara.lindqvist');
      const oldest = await newSession('sara.lindqvist');
      const used = await newSession('sara.lindqvist');
      await age(oldest.id, { last_used_at: Date.now() - 2 * DAY_MS });
      await test.operator.inTransaction(async (tx) => {
        for (let count = 0; count < 98; count += 1) await issueKey(tx, { user, name: 'Session', origin: 'session' });
      });
      expect(await statusWith(used.cookie)).toBe(200);
      const newest = await newSession('sara.lindqvist');
      expect([await statusWith(oldest.cookie), await statusWith(used.cookie), await statusWith(newest.cookie)]).toEqual(
        [401, 200, 200],
      );
    });
  });
});
