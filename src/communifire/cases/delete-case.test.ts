import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newCase, newKeyOf, traces } from '../../../test/support/cases.ts';
import { getComments, listComments, newComment, postComment } from '../../../test/support/comments.ts';
import { listPage } from '../../../test/support/listing.ts';
import { productCase, supportCase } from '../../../test/support/property-table.ts';
import { putCase, readCase, send } from '../../../test/support/requests.ts';
import { dialects, startTestApp, type TestApp } from '../../../test/support/test-app.ts';
import { followActivities } from '../../features/activities/follow-activities.ts';
import { BIN_RETENTION_MS } from '../../features/cases/bin/bin.ts';
import { listBin } from '../../features/cases/bin/list-bin.ts';
import { purgeBin } from '../../features/cases/bin/purge-bin.ts';
import { restoreCase } from '../../features/cases/bin/restore-case.ts';
import { deleteCase } from '../../features/cases/delete-case.ts';
import { createKey } from '../../features/keys/create-key.ts';
import { followNotifications } from '../../features/notifications/follow-notifications.ts';
import { getUserByName } from '../../features/users/find-user.ts';
import { Context } from '../../platform/context.ts';

describe.each(dialects)('on %s', (dialect) => {
  let testApp: TestApp;
  const keys: Record<string, string> = {};
  beforeAll(async () => {
    testApp = await startTestApp(dialect);
    for (const person of ['jonas.weber', 'diego.fuentes', 'claire.dubois', 'omar.haddad']) {
      keys[person] = await newKeyOf(testApp, person);
    }
  });
  afterAll(() => testApp.close());

  const remove = (caseId: number | string, key?: string) =>
    send(testApp, {
      method: 'DELETE',
      url: `/api/cases/${caseId}`,
      headers: key === undefined ? {} : { 'rest-api-key': key },
    });
  const expectDeleted = async (caseId: number, key?: string) => {
    const { status, body } = await remove(caseId, key);
    expect([status, body]).toEqual([
      200,
      `{"IsError":false,"ResponseMessage":"ToBePublished","ResponseData":${caseId}}`,
    ]);
  };
  const expectRefused = async (caseId: number, status: number, message: string, key?: string) => {
    const before = await traces(testApp);
    const answer = await remove(caseId, key);
    expect([answer.status, answer.envelope.ResponseMessage]).toEqual([status, message]);
    expect(await traces(testApp)).toEqual(before);
  };
  const counts = async () => {
    const tables = [
      'case_history',
      'case_tags',
      'case_recipients',
      'comments',
      'attachments',
      'likes',
      'notifications',
      'activities',
    ];
    const [row] = await testApp.rows(
      `select (select count(*) from cases) as cases, (select count(*) from case_search) as documents,
      ${tables.map((table) => `(select count(*) from ${table}) as ${table}`).join(', ')}`,
    );
    return row;
  };
  /** A case with everything that can belong to one. */
  const fullCase = async (word: string) => {
    const caseId = await newCase(testApp, { ...supportCase, IssueTitle: `Broken ${word}`, TagsCSV: 'a,b' });
    const parent = await newComment(testApp, { CommentText: '@jonas.weber look', IssueID: caseId });
    const answering = { CommentText: 'ok', IssueID: caseId, ParentCommentID: parent, IsInternal: true };
    const comment = await newComment(testApp, answering, keys['jonas.weber']);
    for (const path of [`${caseId}/likes?entitytype=19`, `${comment}/likes?entitytype=20`]) {
      expect((await send(testApp, { method: 'POST', url: `/api/content/${path}` })).status).toBe(200);
    }
    return { caseId, comment };
  };

  it('a deleted case is nowhere any more, and deleting it again says so', async () => {
    const { caseId, comment } = await fullCase('zeppelin');
    await expectDeleted(caseId);
    const missing = `There is no case ${caseId}.`;
    const messageOf = async (answer: Promise<{ status: number; envelope: { ResponseMessage: string } }>) => {
      const { status, envelope } = await answer;
      return [status, envelope.ResponseMessage];
    };
    expect(await messageOf(send(testApp, { url: `/api/cases/${caseId}` }))).toEqual([404, missing]);
    expect(await messageOf(putCase(testApp, caseId, { IssueTitle: 'x' }))).toEqual([404, missing]);
    expect(await messageOf(getComments(testApp, `caseid=${caseId}`))).toEqual([404, missing]);
    expect(await messageOf(postComment(testApp, { CommentText: 'x', IssueID: caseId }))).toEqual([404, missing]);
    for (const method of ['GET', 'POST', 'DELETE'] as const) {
      const ofCase = send(testApp, { method, url: `/api/content/${caseId}/likes?entitytype=19` });
      expect(await messageOf(ofCase)).toEqual([404, missing]);
      const ofComment = send(testApp, { method, url: `/api/content/${comment}/likes?entitytype=20` });
      expect(await messageOf(ofComment)).toEqual([404, `There is no comment ${comment}.`]);
    }
    expect(await listPage(testApp, { keyword: 'zeppelin' })).toEqual([]);
    expect((await listPage(testApp, { spaceid: 1 })).map(({ IssueID }) => IssueID)).not.toContain(caseId);
    await expectRefused(caseId, 404, missing);
  });

  it('restoring brings everything back, and only once', async () => {
    const { caseId, comment } = await fullCase('submarine');
    const before = await readCase(testApp, caseId);
    const comments = await listComments(testApp, caseId);
    await expectDeleted(caseId);
    await restoreCase(testApp.operator, { caseId });
    expect(await readCase(testApp, caseId)).toEqual({
      ...before,
      DateUpdated: expect.any(String),
      DateUpdatedWithRespectToUser: expect.any(String),
    });
    expect((await listPage(testApp, { spaceid: 1 }))[0]).toMatchObject({ IssueID: caseId });
    expect(await listComments(testApp, caseId)).toEqual(comments);
    expect(await listPage(testApp, { keyword: 'submarine' })).toMatchObject([{ IssueID: caseId }]);
    const likes = await send(testApp, { url: `/api/content/${comment}/likes?entitytype=20` });
    expect(likes.envelope.ResponseData).toEqual({ LikeCount: 1, DoesCurrentUserLikes: true });
    await expect(restoreCase(testApp.operator, { caseId })).rejects.toMatchObject({
      code: 'CASE_NOT_FOUND',
      message: `There is no case ${caseId} in the bin.`,
    });
  });

  it('history and events tell of deletion and restoration', async () => {
    const caseId = await newCase(testApp, supportCase);
    await expectDeleted(caseId, keys['jonas.weber']);
    await restoreCase(testApp.operator, { caseId });
    const history = await testApp.rows(
      `select revision, property, old_value, new_value, actor_id from case_history
       where case_id = ${caseId} and revision > 1 order by id`,
    );
    const at = Number(history[0]?.['new_value']);
    expect(at).toBeGreaterThan(0);
    expect(history).toEqual([
      { revision: 2, property: 'deletedAt', old_value: 'null', new_value: `${at}`, actor_id: 3 },
      { revision: 3, property: 'deletedAt', old_value: `${at}`, new_value: 'null', actor_id: null },
    ]);
    const events = await testApp.rows(
      `select type, space_id, payload from events where case_id = ${caseId} and type <> 'case.created' order by id`,
    );
    expect(events).toEqual([
      { type: 'case.deleted', space_id: 1, payload: '{"revision":2}' },
      { type: 'case.restored', space_id: 1, payload: '{"revision":3}' },
    ]);
  });

  /** What follows the event log has come to its end. */
  const everybodyIsTold = async () => {
    for (const job of [followActivities, followNotifications]) await job.run(testApp.operator);
  };

  it('a purged case leaves nothing behind but its events', async () => {
    await purgeBin(testApp.operator, { olderThanMs: 0 });
    await everybodyIsTold();
    const before = await counts();
    const { caseId } = await fullCase('airship');
    await expectDeleted(caseId);
    await everybodyIsTold();
    const told = `select (select count(*) from notifications where case_id = ${caseId}) > 0 as people,
      (select count(*) from activities where case_id = ${caseId}) > 0 as feeds`;
    expect((await testApp.rows(told)).map(({ people, feeds }) => [Boolean(people), Boolean(feeds)])).toEqual([
      [true, true],
    ]);
    expect(await purgeBin(testApp.operator)).toBe(0);
    const later = Date.now() + BIN_RETENTION_MS + 60_000;
    const inAMonth = new Context({ ...testApp.platform, now: () => later }, testApp.operator.actor);
    expect([await purgeBin(inAMonth), await purgeBin(inAMonth)]).toEqual([1, 0]);
    await everybodyIsTold();
    expect(await counts()).toEqual(before);
    const events = await testApp.rows(`select type from events where case_id = ${caseId} order by id`);
    expect(events.map(({ type }) => type)).toEqual([
      'case.created',
      'comment.created',
      'comment.created',
      'case.liked',
      'comment.liked',
      'case.deleted',
      'case.purged',
    ]);
    await expect(restoreCase(testApp.operator, { caseId })).rejects.toMatchObject({ code: 'CASE_NOT_FOUND' });
    await expectRefused(caseId, 404, `There is no case ${caseId}.`);
  });

  it('a whole batch and more is purged, each case once, also by two at the same time', async () => {
    await purgeBin(testApp.operator, { olderThanMs: 0 });
    const caseIds: number[] = [];
    for (let index = 0; index < 60; index += 1) caseIds.push(await newCase(testApp, supportCase));
    await Promise.all(caseIds.map((caseId) => deleteCase(testApp.operator, { caseId })));
    const purges = [purgeBin(testApp.operator, { olderThanMs: 0 }), purgeBin(testApp.operator, { olderThanMs: 0 })];
    const purged = await Promise.all(purges);
    expect((purged[0] ?? 0) + (purged[1] ?? 0)).toBe(60);
    expect(await listBin(testApp.operator, { page: { number: 1, length: 100 } })).toEqual([]);
  });

  describe('rights:', () => {
    const theirRight = (caseId: number, right: string) =>
      `You may not delete case ${caseId}${right === 'Delete' ? '' : ", which is another user's"}: ` +
      `the right ${right} is missing.`;

    it('whoever works in the space deletes all cases, others none, not even their own', async () => {
      const caseId = await newCase(testApp, { ...supportCase, ReportedByUserID: 5 });
      await expectRefused(caseId, 403, theirRight(caseId, 'Delete'), keys['diego.fuentes']);
      await expectRefused(caseId, 403, theirRight(caseId, 'Delete'), keys['claire.dubois']);
      await expectDeleted(caseId, keys['jonas.weber']);
    });

    it("another's case needs AdminEntityUpdate besides", async () => {
      const user = await getUserByName(testApp.operator, 'jonas.weber');
      const key = await createKey(testApp.operator, { user, name: 'Narrow', rights: ['Create', 'Delete'] });
      const caseId = await newCase(testApp, supportCase);
      const narrowed = 'this API key is narrowed, and the right AdminEntityUpdate is missing.';
      await expectRefused(caseId, 403, `You may not delete case ${caseId}, which is another user's: ${narrowed}`, key);
      await expectDeleted(await newCase(testApp, { ...supportCase, ReportedByUserID: 3 }), key);
    });

    it('a case in a private space is not there for others, in the bin as outside', async () => {
      const caseId = await newCase(testApp, productCase);
      const missing = `There is no case ${caseId}.`;
      await expectRefused(caseId, 404, missing, keys['omar.haddad']);
      await expectDeleted(caseId);
      await expectRefused(caseId, 404, missing, keys['omar.haddad']);
      const omar = testApp.operator.as({ userId: 7, keyId: null, door: 'communifire' });
      await expect(restoreCase(omar, { caseId })).rejects.toMatchObject({ code: 'CASE_NOT_FOUND' });
      const idsIn = async (ctx: Context) =>
        (await listBin(ctx, { page: { number: 1, length: 100 } })).map(({ id }) => id);
      expect(await idsIn(omar)).not.toContain(caseId);
      expect(await idsIn(testApp.operator)).toContain(caseId);
      expect(await idsIn(omar.as({ ...omar.actor, userId: 4 }))).toContain(caseId);
      expect(await idsIn(omar.as({ ...omar.actor, userId: 5 }))).toEqual([]);
    });

    it('restoring needs what deleting needs', async () => {
      const caseId = await newCase(testApp, { ...supportCase, ReportedByUserID: 5 });
      await expectDeleted(caseId);
      const diego = testApp.operator.as({ userId: 5, keyId: null, door: 'communifire' });
      await expect(restoreCase(diego, { caseId })).rejects.toMatchObject({
        code: 'RIGHT_MISSING',
        message: `You may not restore case ${caseId}: the right Delete is missing.`,
      });
      await restoreCase(diego.as({ ...diego.actor, userId: 3 }), { caseId });
      expect(await readCase(testApp, caseId)).toMatchObject({ IssueID: caseId });
    });
  });

  it.each([
    ['0', 400],
    ['x', 400],
    ['999999', 404],
    ['99999999999999999999', 404],
  ])('the ID %s is answered with %i', async (id, status) => {
    expect((await remove(id)).status).toBe(status);
  });

  it('a body of any kind that comes along with a deletion is not a reason to refuse it, if it is JSON', async () => {
    for (const payload of ['', '{}', 'null']) {
      const caseId = await newCase(testApp, supportCase);
      const headers = { 'content-type': 'application/json' };
      const answer = await send(testApp, { method: 'DELETE', url: `/api/cases/${caseId}`, headers, payload });
      expect([payload, answer.status]).toEqual([payload, 200]);
    }
  });

  it('of many deletions and updates at once one deletion wins, and nothing is written after it', async () => {
    const caseId = await newCase(testApp, supportCase);
    const requests = Array.from({ length: 20 }, (_, index) =>
      index % 4 === 1 ? remove(caseId) : putCase(testApp, caseId, { IssueTitle: `Title ${index}` }),
    );
    const answers = await Promise.all(requests);
    expect(answers.filter(({ status }, index) => index % 4 === 1 && status === 200)).toHaveLength(1);
    expect(answers.every(({ status }) => status === 200 || status === 404)).toBe(true);
    const last = `select property from case_history where case_id = ${caseId} order by id desc limit 1`;
    expect(await testApp.rows(last)).toEqual([{ property: 'deletedAt' }]);
    expect(await listPage(testApp, { keyword: 'Title' })).not.toContainEqual(
      expect.objectContaining({ IssueID: caseId }),
    );
  });
});
