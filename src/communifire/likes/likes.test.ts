import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newCase, newKeyOf, traces } from '../../../test/support/cases.ts';
import { newComment } from '../../../test/support/comments.ts';
import { productCase, supportCase } from '../../../test/support/property-table.ts';
import { send } from '../../../test/support/requests.ts';
import { dialects, startTestApp, type TestApp } from '../../../test/support/test-app.ts';
import { createKey } from '../../features/keys/create-key.ts';
import { archiveSpace } from '../../features/spaces/archive-space.ts';
import { unarchiveSpace } from '../../features/spaces/unarchive-space.ts';
import { getUserByName } from '../../features/users/find-user.ts';
import type { Right } from '../../kernel/permissions.ts';

type Method = 'GET' | 'POST' | 'DELETE';

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

  const likes = (method: Method, path: string, key?: string) =>
    send(testApp, { method, url: `/api/content/${path}`, headers: key === undefined ? {} : { 'rest-api-key': key } });
  const expectLikes = async (method: Method, path: string, [LikeCount, mine]: [number, boolean], key?: string) => {
    const { status, body } = await likes(method, path, key);
    const expected = { IsError: false, ResponseMessage: '', ResponseData: { LikeCount, DoesCurrentUserLikes: mine } };
    expect([status, body]).toEqual([200, JSON.stringify(expected)]);
  };
  const expectMissing = async (path: string, message: string, key?: string) => {
    const before = await traces(testApp);
    for (const method of ['GET', 'POST', 'DELETE'] as const) {
      const { status, envelope } = await likes(method, path, key);
      expect([method, status, envelope]).toEqual([
        method,
        404,
        { IsError: true, ResponseMessage: message, ResponseData: null },
      ]);
    }
    expect(await traces(testApp)).toEqual(before);
  };
  const likeEvents = (caseId: number) =>
    testApp.rows(
      `select type, space_id, actor_id, payload from events
       where case_id = ${caseId} and type like '%liked' order by id`,
    );

  it('nothing is liked in an archived space, where things can only be read', async () => {
    const path = `${await newCase(testApp, supportCase)}/likes?entitytype=19`;
    await expectLikes('POST', path, [1, true]);
    await archiveSpace(testApp.operator, { spaceId: 1 });
    const before = await traces(testApp);
    for (const method of ['POST', 'DELETE'] as const) {
      const { status, envelope } = await likes(method, path);
      expect([status, envelope.ResponseMessage]).toEqual([403, 'You may not like this: the space is archived.']);
    }
    expect(await traces(testApp)).toEqual(before);
    await unarchiveSpace(testApp.operator, { spaceId: 1 });
    await expectLikes('DELETE', path, [0, false]);
  });

  it('a case is liked once by each who likes it, and an event tells when something changed', async () => {
    const caseId = await newCase(testApp, supportCase);
    const path = `${caseId}/likes?entitytype=19`;
    await expectLikes('GET', path, [0, false]);
    await expectLikes('DELETE', path, [0, false]);
    await expectLikes('POST', path, [1, true]);
    await expectLikes('POST', path, [1, true]);
    await expectLikes('GET', path, [1, false], keys['jonas.weber']);
    await expectLikes('POST', path, [2, true], keys['claire.dubois']);
    await expectLikes('DELETE', path, [1, false]);
    await expectLikes('DELETE', path, [1, false]);
    const event = { space_id: 1, actor_id: 1, payload: '{}' };
    expect(await likeEvents(caseId)).toEqual([
      { ...event, type: 'case.liked' },
      { ...event, type: 'case.liked', actor_id: 8 },
      { ...event, type: 'case.unliked' },
    ]);
  });

  it('a comment is liked apart from a case with the same ID', async () => {
    const IssueID = await newCase(testApp, supportCase);
    const comment = await newComment(testApp, { CommentText: 'x', IssueID });
    await expectLikes('POST', `${comment}/likes?EntityType=20`, [1, true]);
    await expectLikes('DELETE', `${comment}/likes?entitytype=20`, [0, false]);
    await expectLikes('GET', `${IssueID}/likes?entitytype=19`, [0, false]);
    const payload = JSON.stringify({ commentId: comment, isInternal: false });
    expect(await likeEvents(IssueID)).toMatchObject([
      { type: 'comment.liked', space_id: 1, payload },
      { type: 'comment.unliked', space_id: 1, payload },
    ]);
  });

  it('likes at the same time are all counted', async () => {
    const caseId = await newCase(testApp, supportCase);
    const all = Object.values(keys).flatMap((key) => [key, key]);
    await Promise.all(all.map((key) => likes('POST', `${caseId}/likes?entitytype=19`, key)));
    await expectLikes('GET', `${caseId}/likes?entitytype=19`, [4, false]);
  });

  it('whatever body comes along is passed over', async () => {
    const caseId = await newCase(testApp, supportCase);
    const types = ['application/json', 'application/x-www-form-urlencoded', 'text/plain'];
    for (const type of types) {
      for (const payload of ['', 'x']) {
        const url = `/api/content/${caseId}/likes?entitytype=19`;
        const { status } = await send(testApp, { method: 'POST', url, payload, headers: { 'content-type': type } });
        expect([type, payload, status]).toEqual([type, payload, 200]);
      }
    }
  });

  it('what one may not see cannot be liked and is not there', async () => {
    const hidden = await newCase(testApp, productCase);
    const comment = await newComment(testApp, { CommentText: 'x', IssueID: hidden });
    const inOpenCase = { CommentText: 'x', IssueID: await newCase(testApp, supportCase) };
    const note = await newComment(testApp, { ...inOpenCase, IsInternal: true });
    await expectMissing(`${hidden}/likes?entitytype=19`, `There is no case ${hidden}.`, keys['omar.haddad']);
    await expectMissing(`${comment}/likes?entitytype=20`, `There is no comment ${comment}.`, keys['omar.haddad']);
    await expectMissing(`${note}/likes?entitytype=20`, `There is no comment ${note}.`, keys['diego.fuentes']);
    await expectMissing(`${note}/likes?entitytype=20`, `There is no comment ${note}.`, keys['claire.dubois']);
    await expectLikes('POST', `${note}/likes?entitytype=20`, [1, true], keys['jonas.weber']);
    await expectMissing('999999/likes?entitytype=19', 'There is no case 999999.');
    await expectMissing('999999/likes?entitytype=20', 'There is no comment 999999.');
    await expectMissing('99999999999999999999/likes?entitytype=20', 'There is no comment 99999999999999999999.');
  });

  it.each(['', '?entitytype=', ...[1, 3, 4, 9, 14, 15].map((type) => `?entitytype=${type}`)])(
    'content that this product does not have is not there: "%s"',
    (query) => expectMissing(`2304/likes${query}`, 'There is no such content here.'),
  );

  it.each(['case', '0', '-19', '19.0', '19,20', '21'])('the entity type %s is refused', async (type) => {
    const { status, envelope } = await likes('POST', `2304/likes?entitytype=${type}`);
    expect([status, envelope.ResponseMessage]).toEqual([400, 'entitytype must be one of 1, 3, 4, 9, 14, 15, 19, 20.']);
  });

  it.each(['0', '-1', 'x', '1.5'])('the ID %s is refused', async (id) => {
    expect((await likes('POST', `${id}/likes?entitytype=19`)).status).toBe(400);
  });

  it('a key that was narrowed to reading counts likes but likes nothing', async () => {
    const caseId = await newCase(testApp, supportCase);
    const user = await getUserByName(testApp.operator, 'priya.raman');
    const narrowed = (rights: Right[]) => createKey(testApp.operator, { user, name: 'Narrow', rights });
    const path = `${caseId}/likes?entitytype=19`;
    const reading = await narrowed([]);
    await expectLikes('GET', path, [0, false], reading);
    const { status, envelope } = await likes('POST', path, reading);
    expect([status, envelope.ResponseMessage]).toEqual([
      403,
      'You may not like this: this API key is narrowed, and the right CreateComment is missing.',
    ]);
    await expectLikes('POST', path, [1, true], await narrowed(['CreateComment']));
  });
});
