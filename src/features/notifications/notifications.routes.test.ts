import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { call } from '../../../test/support/api.ts';
import { newKeyOf, traces } from '../../../test/support/cases.ts';
import { dialects, startTestApp, type TestApp } from '../../../test/support/test-app.ts';
import { createKey } from '../keys/create-key.ts';
import { addMember } from '../spaces/add-member.ts';
import { removeMember } from '../spaces/remove-member.ts';
import { getUserByName } from '../users/find-user.ts';

const SUPPORT = 1;
const PRODUCT = 2;

describe.each(dialects)('notifications in the new API on %s', (dialect) => {
  let test: TestApp;
  let jonas: string;

  beforeAll(async () => {
    test = await startTestApp(dialect);
    jonas = await newKeyOf(test, 'jonas.weber');
  });

  beforeEach(async () => {
    await call(test, 'POST /notifications/mark', { key: jonas, body: { isRead: true, upTo: Number.MAX_SAFE_INTEGER } });
  });

  afterAll(() => test.close());

  /** Assigns new cases to Jonas, each of which tells him so, and answers with their numbers. */
  const assign = async (titles: readonly string[], spaceId = SUPPORT): Promise<number[]> => {
    const ids: number[] = [];
    for (const title of titles) {
      const body = { title, spaceId, projectId: spaceId === SUPPORT ? 1 : 3, assigneeId: 3 };
      ids.push((await call(test, 'POST /cases', { body })).body.id);
    }
    return ids;
  };
  const list = async (query = '', key = jonas) => {
    const { status, body } = await call(test, `GET /notifications?${query}`, { key });
    expect(status).toBe(200);
    return body;
  };
  const titles = async (query = '', key = jonas): Promise<string[]> =>
    (await list(query, key)).items.map(({ caseTitle }: { caseTitle: string }) => caseTitle);
  const counts = async (key = jonas) => (await call(test, 'GET /notifications/counts', { key })).body;

  it('tell what happened, why one is told, and whether one has read it', async () => {
    const [caseId] = await assign(['One']);
    await call(test, `PATCH /cases/${caseId}`, { body: { title: 'New', comment: { text: '<p>Because.</p>' } } });
    const { items, next } = await list('limit=3');
    expect(next).not.toBeNull();
    expect(items[0]).toEqual({
      id: expect.any(Number),
      reason: 'assignee',
      isRead: false,
      readAt: null,
      createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/u),
      type: expect.stringMatching(/^(comment\.created|case\.updated)$/u),
      eventId: expect.any(Number),
      actorId: 1,
      spaceId: SUPPORT,
      caseId,
      caseTitle: 'New',
      changedProperties: expect.any(Array),
      commentId: expect.anything(),
      commentText: '<p>Because.</p>',
      fileName: null,
      ...{ webhookId: null, webhookUrl: null, webhookFailure: null },
    });
    expect(items[2]).toMatchObject({ type: 'case.created', reason: 'assigned', commentId: null, commentText: null });
  });

  it('are listed newest first, page by page, and new ones do not shift the pages', async () => {
    await assign(['One', 'Two', 'Three']);
    const first = await list('limit=2&unread=true');
    expect(first.items.map(({ caseTitle }: { caseTitle: string }) => caseTitle)).toEqual(['Three', 'Two']);
    await assign(['Four']);
    const second = await list(`limit=2&unread=true&cursor=${first.next}`);
    expect([second.items.map(({ caseTitle }: { caseTitle: string }) => caseTitle), second.next]).toEqual([
      ['One'],
      null,
    ]);
  });

  it('are listed and counted by space', async () => {
    await assign(['Here']);
    await assign(['There', 'There too'], PRODUCT);
    expect(await titles(`unread=true&spaceId=${PRODUCT}`)).toEqual(['There too', 'There']);
    expect(await counts()).toEqual({
      unread: 3,
      spaces: [
        { spaceId: SUPPORT, unread: 1 },
        { spaceId: PRODUCT, unread: 2 },
      ],
    });
  });

  it('are marked as read and unread one by one', async () => {
    await assign(['One', 'Two']);
    const [newest] = (await list('limit=1')).items;
    const read = await call(test, `PATCH /notifications/${newest.id}`, { key: jonas, body: { isRead: true } });
    expect([read.status, read.body]).toEqual([200, { ...newest, isRead: true, readAt: expect.any(String) }]);
    expect(await titles('unread=true')).toEqual(['One']);
    const unread = await call(test, `PATCH /notifications/${newest.id}`, { key: jonas, body: { isRead: false } });
    expect(unread.body).toEqual(newest);
    expect((await call(test, `GET /notifications/${newest.id}`, { key: jonas })).body).toEqual(newest);
  });

  it('are marked several at once, and what does not exist is passed over', async () => {
    await assign(['One', 'Two', 'Three']);
    const ids = (await list('limit=2')).items.map(({ id }: { id: number }) => id);
    const { body } = await call(test, 'POST /notifications/mark', {
      key: jonas,
      body: { isRead: true, ids: [...ids, 999_999] },
    });
    expect(body).toEqual({ marked: 2, counts: { unread: 1, spaces: [{ spaceId: SUPPORT, unread: 1 }] } });
    const again = await call(test, 'POST /notifications/mark', { key: jonas, body: { isRead: true, ids } });
    expect(again.body.marked).toBe(0);
  });

  it('are marked up to one, so that what comes meanwhile stays unread; or only those of a space', async () => {
    await assign(['One', 'Two']);
    await assign(['There'], PRODUCT);
    const [newest] = (await list('limit=1')).items;
    await assign(['Three']);
    const ofSpace = { isRead: true, upTo: newest.id, spaceId: PRODUCT };
    expect((await call(test, 'POST /notifications/mark', { key: jonas, body: ofSpace })).body.marked).toBe(1);
    const upTo = { isRead: true, upTo: newest.id };
    expect((await call(test, 'POST /notifications/mark', { key: jonas, body: upTo })).body.marked).toBe(2);
    expect(await titles('unread=true')).toEqual(['Three']);
  });

  it('are marked once for an idempotency key, and not by a dry run', async () => {
    await assign(['One']);
    const [newest] = (await list('limit=1')).items;
    const body = { isRead: true, upTo: newest.id };
    const dry = await call(test, 'POST /notifications/mark?dryRun=true', { key: jonas, body });
    expect([dry.body.marked, dry.body.counts.unread, (await counts()).unread]).toEqual([1, 0, 1]);
    const headers = { 'idempotency-key': 'mark-1' };
    const first = await call(test, 'POST /notifications/mark', { key: jonas, body, headers });
    const second = await call(test, 'POST /notifications/mark', { key: jonas, body, headers });
    expect([first.body.marked, second.body, second.headers['idempotency-replayed']]).toEqual([1, first.body, 'true']);
  });

  it.each([
    ['PATCH', '/%', { isRead: true }],
    ['GET', '/%', undefined],
  ])('of others do not exist: %s', async (method, path, body) => {
    await assign(['One']);
    const [newest] = (await list('limit=1')).items;
    const sara = await newKeyOf(test, 'sara.lindqvist');
    const answer = await call(test, `${method} /notifications${path.replace('%', newest.id)}`, { key: sara, body });
    expect([answer.status, answer.body.code]).toEqual([404, 'NOTIFICATION_NOT_FOUND']);
    await call(test, 'POST /notifications/mark', { key: sara, body: { isRead: true, ids: [newest.id] } });
    expect((await list('limit=1')).items[0].isRead).toBe(false);
  });

  it('of cases that one can no longer see are neither listed nor counted nor marked', async () => {
    await assign(['There'], PRODUCT);
    expect((await counts()).unread).toBe(1);
    await removeMember(test.operator, { spaceId: PRODUCT, userId: 3 });
    expect([await titles('unread=true'), (await counts()).unread]).toEqual([[], 0]);
    const marked = await call(test, 'POST /notifications/mark', { key: jonas, body: { isRead: true, upTo: 999_999 } });
    expect(marked.body.marked).toBe(0);
    const { status, body } = await call(test, `GET /notifications?spaceId=${PRODUCT}`, { key: jonas });
    expect([status, body.code]).toEqual([404, 'SPACE_NOT_FOUND']);
    await addMember(test.operator, { spaceId: PRODUCT, userId: 3, role: 'agent' });
    expect(await titles('unread=true')).toEqual(['There']);
  });

  it('are read by a key that only reads, which marks none', async () => {
    await assign(['One']);
    const user = await getUserByName(test.operator, 'jonas.weber');
    const reader = await createKey(test.operator, { user, name: 'Reader', rights: [] });
    const [newest] = (await list('limit=1', reader)).items;
    const before = await traces(test);
    for (const [operation, body] of [
      [`PATCH /notifications/${newest.id}`, { isRead: true }],
      ['POST /notifications/mark', { isRead: true, upTo: newest.id }],
    ] as const) {
      const answer = await call(test, operation, { key: reader, body });
      expect([answer.status, answer.body.code]).toEqual([403, 'RIGHT_MISSING']);
    }
    expect([await traces(test), (await counts()).unread]).toEqual([before, 1]);
  });

  it('of a key narrowed to a space are those of this space', async () => {
    await assign(['Here']);
    await assign(['There'], PRODUCT);
    const user = await getUserByName(test.operator, 'jonas.weber');
    const narrowed = await createKey(test.operator, { user, name: 'Narrowed', spaceIds: [PRODUCT] });
    expect(await titles('unread=true', narrowed)).toEqual(['There']);
    await call(test, 'POST /notifications/mark', { key: narrowed, body: { isRead: true, upTo: 999_999 } });
    expect(await titles('unread=true')).toEqual(['Here']);
  });

  it.each([
    ['GET /notifications?cursor=x', undefined, 'cursor'],
    ['GET /notifications?limit=0', undefined, 'limit'],
    ['GET /notifications?unread=perhaps', undefined, 'unread'],
    ['GET /notifications?page=2', undefined, 'page'],
    ['POST /notifications/mark', { isRead: true }, 'ids'],
    ['POST /notifications/mark', { isRead: true, ids: [1], upTo: 2 }, 'ids'],
    ['POST /notifications/mark', { isRead: true, ids: [] }, 'ids'],
    ['POST /notifications/mark', { isRead: 1, ids: [1] }, 'isRead'],
    ['POST /notifications/mark', { upTo: 1 }, 'isRead'],
    ['POST /notifications/mark', { isRead: true, ids: Array(1_001).fill(1) }, 'ids'],
  ])('refuse %s %j and name the field', async (operation, body, field) => {
    const answer = await call(test, operation, { key: jonas, body });
    expect([answer.status, answer.body.errors?.[0]?.field]).toEqual([400, field]);
  });

  it.each(['bm90IGFuIGFycmF5', 'WyJ4Il0', 'W10', 'WzFlOTld', 'WzEuNV0'])(
    'take no cursor that is not theirs: %s',
    async (cursor) => {
      const { status, body } = await call(test, `GET /notifications?cursor=${cursor}`, { key: jonas });
      expect([status, body.errors?.[0]?.field]).toEqual([400, 'cursor']);
    },
  );
});
