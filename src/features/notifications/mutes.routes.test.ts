import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { call } from '../../../test/support/api.ts';
import { newKeyOf, traces } from '../../../test/support/cases.ts';
import { readFeed } from '../../../test/support/feeds.ts';
import { dialects, startTestApp, type TestApp } from '../../../test/support/test-app.ts';
import { createKey } from '../keys/create-key.ts';
import { getUserByName } from '../users/find-user.ts';

const JONAS = { userId: 3, username: 'jonas.weber' };
/** A space that Sara does not see, and a project there. */
const hidden = { spaceId: 2, projectId: 3 };

describe.each(dialects)('muted cases and unwanted reasons on %s', (dialect) => {
  let test: TestApp;
  let jonas: string;
  let caseId: number;

  beforeAll(async () => {
    test = await startTestApp(dialect);
    jonas = await newKeyOf(test, JONAS.username);
  });
  beforeEach(async () => {
    await prefer({ mentioned: true, assigned: true, assignee: true, reporter: true, liked: true });
    const body = { title: 'Kettle', spaceId: 1, projectId: 1, assigneeId: JONAS.userId };
    caseId = (await call(test, 'POST /cases', { body })).body.id;
  });
  afterAll(() => test.close());

  const mute = (method = 'PUT', key = jonas, of = caseId) => call(test, `${method} /cases/${of}/mute`, { key });
  const preferences = '/me/notification-preferences';
  const prefer = (reasons: object, key = jonas) => call(test, `PATCH ${preferences}`, { key, body: { reasons } });
  const change = (body: object) => call(test, `PATCH /cases/${caseId}`, { body });
  const comment = (text: string) => call(test, `POST /cases/${caseId}/comments`, { body: { text } });
  /** Why Jonas was told of the case, oldest first. */
  const told = async (): Promise<string[]> => {
    const { items } = (await call(test, 'GET /notifications?limit=100', { key: jonas })).body;
    const ofCase = items.filter((each: { caseId: number }) => each.caseId === caseId);
    return ofCase.map(({ reason }: { reason: string }) => reason).reverse();
  };
  const expectRefused = async (act: () => ReturnType<typeof call>, refusal: object): Promise<void> => {
    const before = await traces(test);
    const answer = await act();
    expect({ ...answer.body, status: answer.status }).toMatchObject(refusal);
    expect(await traces(test)).toEqual(before);
  };

  it('of a muted case one is told nothing any more, until it is unmuted', async () => {
    expect((await mute('GET')).body).toEqual({ muted: false });
    expect(await told()).toEqual(['assigned']);
    const { status, body } = await mute();
    expect([status, body]).toEqual([200, { muted: true }]);
    expect((await mute('GET')).body).toEqual({ muted: true });
    await change({ title: 'Other kettle' });
    await comment('<p>Well?</p>');
    expect(await told()).toEqual(['assigned']);
    expect((await mute('DELETE')).body).toEqual({ muted: false });
    await change({ title: 'Third kettle' });
    expect(await told()).toEqual(['assigned', 'assignee']);
  });

  it('of a muted case one is told when one is mentioned, or when it is assigned anew', async () => {
    await mute();
    await comment(`<p>@${JONAS.username}, please.</p>`);
    await change({ assigneeId: null });
    await change({ assigneeId: JONAS.userId });
    expect(await told()).toEqual(['assigned', 'mentioned', 'assigned']);
  });

  it('muting is a matter of one person and one case, and of the old API too', async () => {
    const sara = await newKeyOf(test, 'sara.lindqvist');
    expect((await mute('GET', sara)).body).toEqual({ muted: false });
    await mute();
    await change({ title: 'Unheard' });
    const entries = await readFeed(test, 'notifications?pagelength=100', jonas);
    expect(entries.filter((entry) => entry['EntityID'] === caseId)).toHaveLength(1);
    expect((await mute('GET', sara)).body).toEqual({ muted: false });
  });

  it('muting twice is muting once, and a dry run mutes nothing', async () => {
    await call(test, `PUT /cases/${caseId}/mute?dryRun=true`, { key: jonas });
    expect((await mute('GET')).body).toEqual({ muted: false });
    await mute();
    const before = await traces(test);
    expect((await mute()).status).toBe(200);
    expect(await traces(test)).toEqual(before);
    await mute('DELETE');
    const unmuted = await traces(test);
    expect((await mute('DELETE')).status).toBe(200);
    expect(await traces(test)).toEqual(unmuted);
  });

  it('a case that one does not see can be muted by nobody, and a key that only reads mutes nothing', async () => {
    const hiddenId = (await call(test, 'POST /cases', { body: { title: 'Hidden', ...hidden } })).body.id;
    const sara = await newKeyOf(test, 'sara.lindqvist');
    for (const method of ['GET', 'PUT', 'DELETE']) {
      await expectRefused(() => mute(method, sara, hiddenId), { status: 404, code: 'CASE_NOT_FOUND' });
    }
    const user = await getUserByName(test.operator, JONAS.username);
    const reading = await createKey(test.operator, { user, name: 'Reading', rights: [] });
    for (const method of ['PUT', 'DELETE']) {
      await expectRefused(() => mute(method, reading), { status: 403, code: 'RIGHT_MISSING' });
    }
    expect((await mute('GET', reading)).status).toBe(200);
  });

  it('a mute goes with a case that is purged', async () => {
    await mute();
    await call(test, `DELETE /cases/${caseId}`);
    await call(test, `DELETE /bin/${caseId}`);
    await told();
    expect(await test.rows(`select case_id from case_mutes where case_id = ${caseId}`)).toEqual([]);
  });

  it('one is not told for a reason that one has switched off', async () => {
    const { status, body } = await prefer({ assignee: false });
    expect([status, body.reasons.assignee, body.reasons.liked]).toEqual([200, false, true]);
    expect((await call(test, `GET ${preferences}`, { key: jonas })).body).toEqual(body);
    await change({ title: 'Unheard' });
    expect(await told()).toEqual(['assigned']);
    await prefer({ assignee: true });
    await change({ title: 'Heard' });
    expect(await told()).toEqual(['assigned', 'assignee']);
  });

  it('one is told for the next reason that is on', async () => {
    await prefer({ mentioned: false });
    await comment(`<p>@${JONAS.username}, please.</p>`);
    expect(await told()).toEqual(['assigned', 'assignee']);
    await mute();
    await comment(`<p>@${JONAS.username}, once more.</p>`);
    expect(await told()).toEqual(['assigned', 'assignee']);
  });

  it('preferences are told to whom they are of, as an event', async () => {
    await prefer({ liked: false });
    const { items } = (await call(test, 'GET /events?type=notifications.*&limit=100', { key: jonas })).body;
    expect(items.at(-1)).toMatchObject({
      type: 'notifications.preferences_changed',
      payload: { userId: JONAS.userId, unwanted: ['liked'] },
    });
    const sara = await newKeyOf(test, 'sara.lindqvist');
    expect((await call(test, 'GET /events?type=notifications.*&limit=100', { key: sara })).body.items).toEqual([]);
    const before = await traces(test);
    await prefer({ liked: false });
    expect(await traces(test)).toEqual(before);
  });

  it.each([
    [{ reasons: { loud: true } }, 'reasons.loud'],
    [{ reasons: { liked: 'no' } }, 'reasons.liked'],
    [{ reasons: {} }, 'reasons'],
    [{}, 'reasons'],
    [{ reasons: { liked: true }, mail: true }, 'mail'],
  ])('preferences are refused with the name of the wrong field: %j', async (body, field) => {
    await expectRefused(() => call(test, `PATCH ${preferences}`, { key: jonas, body }), {
      status: 400,
      errors: [{ field }],
    });
  });

  it('preferences are not chosen with a narrowed key', async () => {
    const user = await getUserByName(test.operator, JONAS.username);
    const narrowed = await createKey(test.operator, { user, name: 'Narrowed', spaceIds: [1] });
    await expectRefused(() => prefer({ liked: false }, narrowed), { status: 403, code: 'RIGHT_MISSING' });
    expect((await call(test, `GET ${preferences}`, { key: narrowed })).status).toBe(200);
  });
});
