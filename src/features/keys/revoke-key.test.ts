import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { putCase, send } from '../../../test/support/requests.ts';
import { dialects, startTestApp, type TestApp } from '../../../test/support/test-app.ts';
import { pause } from '../../../test/support/test-database.ts';
import { openPlatform } from '../../app/open-platform.ts';
import { operator } from '../../kernel/actor.ts';
import { Context } from '../../platform/context.ts';
import { createMilestone } from '../projects/create-milestone.ts';
import { createSection } from '../projects/create-section.ts';
import { addMember } from '../spaces/add-member.ts';
import { activateUser } from '../users/activate-user.ts';
import { deactivateUser } from '../users/deactivate-user.ts';
import { getUserByName } from '../users/find-user.ts';
import { createKey } from './create-key.ts';
import { newKey } from './key.ts';
import { listKeys } from './list-keys.ts';
import { revokeKey } from './revoke-key.ts';

const OUTSIDER = 'yuki.tanaka';
const OUTSIDER_ID = 6;
const MEMBER = 'jonas.weber';
const CASE_ID = 2304;
const SPACE_ID = 1;
/** How soon a change made by another process on PostgreSQL is known: one notification on the way. */
const NOTICE_MS = 250;

describe.each(dialects)('a change of keys and people on %s', (dialect) => {
  let testApp: TestApp;
  let elsewhere: Context;
  beforeAll(async () => {
    testApp = await startTestApp(dialect);
    elsewhere = new Context(await openPlatform({ settings: testApp.settings }), operator('cli'));
  });
  afterAll(async () => {
    await elsewhere.platform.database.close();
    await testApp.close();
  });

  const newKeyOf = async (username: string): Promise<{ key: string; keyId: number }> => {
    const user = await getUserByName(testApp.operator, username);
    const key = await createKey(testApp.operator, { user, name: 'Test' });
    return { key, keyId: (await listKeys(testApp.operator)).at(-1)?.id ?? 0 };
  };
  const statusWith = async (key: string): Promise<number> =>
    (await send(testApp, { url: `/api/cases/${CASE_ID}`, headers: { 'rest-api-key': key } })).status;
  /** Waits for the notice where it travels; SQLite asks the file itself with every request. */
  const noticed = (): Promise<void> => (dialect === 'postgres' ? pause(NOTICE_MS) : Promise.resolve());
  const projectOf = async (): Promise<number> =>
    Number((await testApp.rows(`select project_id as id from cases where id = ${CASE_ID}`))[0]?.['id']);

  const places = [
    ['in the same process', () => testApp.operator, () => Promise.resolve()],
    ['by another process', () => elsewhere, noticed],
  ] as const;

  describe.each(places)('made %s', (_place, where, known) => {
    it('refuses a revoked key from the next request on, and no other key', async () => {
      const { key, keyId } = await newKeyOf(MEMBER);
      const other = await newKeyOf(MEMBER);
      expect([await statusWith(key), await statusWith(other.key)]).toEqual([200, 200]);
      await revokeKey(where(), { keyId });
      await known();
      expect([await statusWith(key), await statusWith(other.key)]).toEqual([401, 200]);
    });

    it('takes a new key at once', async () => {
      const user = await getUserByName(where(), MEMBER);
      const key = await createKey(where(), { user, name: 'New' });
      expect(await statusWith(key)).toBe(200);
    });

    it('takes a key at once that was tried before it existed', async () => {
      const key = newKey(MEMBER);
      expect(await statusWith(key)).toBe(401);
      await createKey(where(), { user: await getUserByName(where(), MEMBER), name: 'New', key });
      await known();
      expect(await statusWith(key)).toBe(200);
    });

    it('refuses all keys of a deactivated user, until the user is activated again', async () => {
      const { key } = await newKeyOf(MEMBER);
      expect(await statusWith(key)).toBe(200);
      await deactivateUser(where(), { username: MEMBER });
      await known();
      expect(await statusWith(key)).toBe(401);
      await activateUser(where(), { username: MEMBER });
      await known();
      expect(await statusWith(key)).toBe(200);
    });

    it('makes a new section and a new milestone usable at once', async () => {
      const projectId = await projectOf();
      expect((await putCase(testApp, CASE_ID, { ProjectSectionID: 987_654 })).status).toBe(400);
      const sectionId = await createSection(where(), { projectId, name: 'New' });
      const milestoneId = await createMilestone(where(), { projectId, title: 'New', dueAt: null });
      await known();
      const answer = await putCase(testApp, CASE_ID, { ProjectSectionID: sectionId, MilestoneID: milestoneId });
      expect([answer.status, answer.envelope.ResponseMessage]).toEqual([200, 'ToBePublished']);
    });

    it('gives a new member of a space rights at once, and takes them at once', async () => {
      const { key } = await newKeyOf(OUTSIDER);
      const change = async () => (await putCase(testApp, CASE_ID, { IssueTitle: `At ${Math.random()}` }, key)).status;
      expect(await change()).toBe(403);
      await addMember(where(), { spaceId: SPACE_ID, userId: OUTSIDER_ID, role: 'agent' });
      await known();
      expect(await change()).toBe(200);
      await addMember(where(), { spaceId: SPACE_ID, userId: OUTSIDER_ID, role: 'viewer' });
      await known();
      expect(await change()).toBe(403);
    });
  });

  it('remembers nothing of a transaction that was undone', async () => {
    const { key } = await newKeyOf(MEMBER);
    expect(await statusWith(key)).toBe(200);
    const deactivated = Promise.withResolvers<void>();
    const seen = Promise.withResolvers<void>();
    const undone = testApp.operator.inTransaction(async (tx) => {
      await deactivateUser(tx, { username: MEMBER });
      deactivated.resolve();
      await seen.promise;
      throw new Error('undone');
    });
    await deactivated.promise;
    const meanwhile = await statusWith(key);
    seen.resolve();
    await expect(undone).rejects.toThrow('undone');
    expect([meanwhile, await statusWith(key)]).toEqual([200, 200]);
  });

  it('refuses to revoke a key that does not exist', async () => {
    await expect(revokeKey(testApp.operator, { keyId: 987_654 })).rejects.toMatchObject({ code: 'KEY_NOT_FOUND' });
  });

  it.runIf(dialect === 'postgres')(
    'refuses a revoked key at once after the connection for notices was ended',
    async () => {
      const { key, keyId } = await newKeyOf(MEMBER);
      const admin = new Client({ connectionString: testApp.settings.databaseUrl });
      await admin.connect();
      expect(await statusWith(key)).toBe(200);
      const { rowCount } = await admin.query(`select pg_terminate_backend(pid, 5000) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and query ilike 'listen %'`);
      await admin.end();
      expect(rowCount).toBe(2);
      await revokeKey(elsewhere, { keyId });
      expect(await statusWith(key)).toBe(401);
      const another = await newKeyOf(MEMBER);
      expect(await statusWith(another.key)).toBe(200);
      await pause(1_500);
      await revokeKey(elsewhere, { keyId: another.keyId });
      await pause(NOTICE_MS);
      expect(await statusWith(another.key)).toBe(401);
    },
  );
});
