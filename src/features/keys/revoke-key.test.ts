import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { putCase, send } from '../../../test/support/requests.ts';
import { dialects, startTestApp, type TestApp } from '../../../test/support/test-app.ts';
import { openPlatform } from '../../app/open-platform.ts';
import { operator } from '../../kernel/actor.ts';
import { Context } from '../../platform/context.ts';
import { createMilestone } from '../choices/create-milestone.ts';
import { createSection } from '../choices/create-section.ts';
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
  const projectOf = async (): Promise<number> =>
    Number((await testApp.rows(`select project_id as id from cases where id = ${CASE_ID}`))[0]?.['id']);

  const places = [
    ['in the same process', () => testApp.operator],
    ['by another process', () => elsewhere],
  ] as const;

  describe.each(places)('made %s', (place, where) => {
    it('refuses a revoked key from the next request on, and no other key', async () => {
      const { key, keyId } = await newKeyOf(MEMBER);
      const other = await newKeyOf(MEMBER);
      expect([await statusWith(key), await statusWith(other.key)]).toEqual([200, 200]);
      await revokeKey(where(), { keyId });
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
      expect(await statusWith(key)).toBe(200);
    });

    it('refuses all keys of a deactivated user, until the user is activated again', async () => {
      const { key } = await newKeyOf(MEMBER);
      expect(await statusWith(key)).toBe(200);
      await deactivateUser(where(), { username: MEMBER });
      expect(await statusWith(key)).toBe(401);
      await activateUser(where(), { username: MEMBER });
      expect(await statusWith(key)).toBe(200);
    });

    it('makes a new section and a new milestone usable at once', async () => {
      const projectId = await projectOf();
      expect((await putCase(testApp, CASE_ID, { ProjectSectionID: 987_654 })).status).toBe(400);
      const sectionId = await createSection(where(), { projectId, name: `New ${place}` });
      const milestoneId = await createMilestone(where(), { projectId, title: `New ${place}`, dueAt: null });
      const answer = await putCase(testApp, CASE_ID, { ProjectSectionID: sectionId, MilestoneID: milestoneId });
      expect([answer.status, answer.envelope.ResponseMessage]).toEqual([200, 'ToBePublished']);
    });

    it('gives a new member of a space rights at once, and takes them at once', async () => {
      const { key } = await newKeyOf(OUTSIDER);
      const change = async () => (await putCase(testApp, CASE_ID, { IssueTitle: `At ${Math.random()}` }, key)).status;
      expect(await change()).toBe(403);
      await addMember(where(), { spaceId: SPACE_ID, userId: OUTSIDER_ID, role: 'agent' });
      expect(await change()).toBe(200);
      await addMember(where(), { spaceId: SPACE_ID, userId: OUTSIDER_ID, role: 'viewer' });
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

  it('refuses keys on the very next request after another process revoked them, every time', async () => {
    const statuses: number[] = [];
    for (let round = 0; round < 50; round += 1) {
      const { key, keyId } = await newKeyOf(MEMBER);
      statuses.push(await statusWith(key));
      await revokeKey(elsewhere, { keyId });
      statuses.push(await statusWith(key));
    }
    expect(statuses).toEqual(statuses.map((_, index) => (index % 2 === 0 ? 200 : 401)));
  });

  it('refuses a revoked key among many requests at the same time', async () => {
    const { key, keyId } = await newKeyOf(MEMBER);
    const before = Array.from({ length: 20 }, () => statusWith(key));
    await Promise.all(before);
    const during = Array.from({ length: 20 }, () => statusWith(key));
    await revokeKey(elsewhere, { keyId });
    // Whoever has heard of the revocation is heard in a later turn of the event loop, as over a network.
    await setImmediate();
    const after = Array.from({ length: 20 }, () => statusWith(key));
    expect(new Set(await Promise.all(before))).toEqual(new Set([200]));
    expect(new Set(await Promise.all(after))).toEqual(new Set([401]));
    for (const status of await Promise.all(during)) expect([200, 401]).toContain(status);
  });
});
