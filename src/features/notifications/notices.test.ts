import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { call } from '../../../test/support/api.ts';
import { newKeyOf } from '../../../test/support/cases.ts';
import { readFeed } from '../../../test/support/feeds.ts';
import { dialects, startTestApp, type TestApp } from '../../../test/support/test-app.ts';
import { WebhookReceiver } from '../../../test/support/webhook-receiver.ts';
import { SANDBOX_KEY } from '../../app/fill-sandbox.ts';
import { notices } from '../../platform/database/migrations/0021-notices.ts';
import { createKey } from '../keys/create-key.ts';
import { addMember } from '../spaces/add-member.ts';
import { getUserByName } from '../users/find-user.ts';
import { deliverWebhooks } from '../webhooks/deliver-webhooks.ts';

const SUPPORT = 1;
const SARA = { userId: 2, username: 'sara.lindqvist' };

describe.each(dialects)('notices of webhooks that were switched off on %s', (dialect) => {
  let test: TestApp;
  let receiver: WebhookReceiver;
  let sara: string;
  let jonas: string;

  beforeAll(async () => {
    test = await startTestApp(dialect, { settings: { webhooksAllowPrivate: true } });
    receiver = await new WebhookReceiver().start();
    receiver.behave = () => ({ status: 410 });
    sara = await newKeyOf(test, SARA.username);
    jonas = await newKeyOf(test, 'jonas.weber');
  });

  beforeEach(async () => {
    const body = { isRead: true, upTo: Number.MAX_SAFE_INTEGER };
    for (const key of [SANDBOX_KEY, sara]) {
      await unread(key);
      await call(test, 'POST /notifications/mark', { body, key });
    }
  });

  afterAll(async () => {
    await receiver.close();
    await test.close();
  });

  /** Makes a webhook whose other side is gone, which is found out at once. */
  const lose = async (spaceId: number | null, key = SANDBOX_KEY): Promise<number> => {
    const body = { url: receiver.url, types: ['webhook.created'], spaceId };
    const { id } = (await call(test, 'POST /webhooks', { body, key })).body;
    await call(test, `POST /webhooks/${id}/ping`);
    await deliverWebhooks.run(test.operator);
    expect((await call(test, `GET /webhooks/${id}`)).body.active).toBe(false);
    return id;
  };
  const unread = async (key = SANDBOX_KEY, query = '') =>
    (await call(test, `GET /notifications?unread=true${query}`, { key })).body.items;

  it('are read by whoever made it and by administrators, and by nobody else', async () => {
    const webhookId = await lose(SUPPORT, sara);
    const [notice, ...others] = await unread(sara);
    expect([notice, others]).toEqual([
      {
        id: expect.any(Number),
        reason: 'creator',
        ...{ isRead: false, readAt: null, createdAt: expect.any(String) },
        ...{ type: 'webhook.disabled', eventId: expect.any(Number), actorId: null, spaceId: SUPPORT },
        ...{ caseId: null, caseTitle: null, changedProperties: [], commentId: null, commentText: null, fileName: null },
        ...{ webhookId, webhookUrl: receiver.url, webhookFailure: 'gone' },
      },
      [],
    ]);
    expect(await unread()).toMatchObject([{ reason: 'administrator', webhookId }]);
    expect((await unread(jonas)).filter(({ caseId }: { caseId: unknown }) => caseId === null)).toEqual([]);
    expect((await call(test, `GET /notifications/${notice.id}`, { key: sara })).body).toEqual(notice);
    expect((await call(test, `GET /notifications/${notice.id}`, { key: jonas })).status).toBe(404);
  });

  it('of the whole workspace are for administrators, whose keys are not narrowed', async () => {
    const webhookId = await lose(null);
    expect(await unread()).toMatchObject([{ reason: 'creator', webhookId, spaceId: null }]);
    expect(await unread(sara)).toEqual([]);
    const user = await getUserByName(test.operator, 'admin');
    const narrowed = await createKey(test.operator, { user, name: 'Narrowed', spaceIds: [SUPPORT] });
    expect(await unread(narrowed)).toEqual([]);
  });

  it('are counted, listed by space and marked as all notifications are', async () => {
    await lose(null);
    await lose(SUPPORT);
    expect((await call(test, 'GET /notifications/counts')).body).toEqual({
      unread: 2,
      spaces: [{ spaceId: SUPPORT, unread: 1 }],
    });
    expect(await unread(undefined, `&spaceId=${SUPPORT}`)).toHaveLength(1);
    const body = { isRead: true, upTo: Number.MAX_SAFE_INTEGER };
    const ofSpace = await call(test, 'POST /notifications/mark', { body: { ...body, spaceId: SUPPORT } });
    expect(ofSpace.body).toEqual({ marked: 1, counts: { unread: 1, spaces: [] } });
    const [{ id }] = await unread();
    expect((await call(test, `PATCH /notifications/${id}`, { body: { isRead: true } })).body.isRead).toBe(true);
  });

  it('are not read any more by whoever may not manage webhooks there any more', async () => {
    await lose(SUPPORT, sara);
    expect(await unread(sara)).toHaveLength(1);
    await addMember(test.operator, { spaceId: SUPPORT, userId: SARA.userId, role: 'agent' });
    expect(await unread(sara)).toEqual([]);
    await addMember(test.operator, { spaceId: SUPPORT, userId: SARA.userId, role: 'manager' });
    expect(await unread(sara)).toHaveLength(1);
  });

  it('are no notifications of the old API, which has none without a case', async () => {
    await lose(SUPPORT, sara);
    for (const entry of await readFeed(test, 'notifications?pagelength=100', sara)) {
      expect(entry['SpaceID']).toBeGreaterThan(0);
      expect([19, 20]).toContain(entry['EntityType']);
    }
  });

  it('leave what was told before as it was', async () => {
    await call(test, 'PATCH /cases/2304', { body: { assigneeId: 3 } });
    const before = (await call(test, 'GET /notifications', { key: jonas })).body;
    await test.platform.database.transaction(async ({ kysely, run }) => {
      await run('delete from notifications where case_id is null', []);
      if (dialect === 'postgres') await run('alter table notifications alter column case_id set not null', []);
      await notices(dialect).up(kysely as never);
    });
    expect((await call(test, 'GET /notifications', { key: jonas })).body).toEqual(before);
    await lose(SUPPORT);
    expect(await unread()).toHaveLength(1);
  });
});
