import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { call } from '../../../test/support/api.ts';
import { newKeyOf, traces } from '../../../test/support/cases.ts';
import { listComments } from '../../../test/support/comments.ts';
import { dialects, startTestApp, type TestApp } from '../../../test/support/test-app.ts';
import { upload } from '../../../test/support/uploads.ts';

/** In the public space 1: manager, agent, contributor, viewer. */
const [manager, agent, contributor, viewer] = ['sara.lindqvist', 'jonas.weber', 'diego.fuentes', 'priya.raman'];

describe.each(dialects)('comments in the new API on %s', (dialect) => {
  let test: TestApp;
  let caseId: number;
  const keys: Record<string, string> = {};

  beforeAll(async () => {
    test = await startTestApp(dialect);
    for (const person of [manager, agent, contributor, viewer]) keys[person] = await newKeyOf(test, person);
  });

  beforeEach(async () => {
    const body = { title: 'Talk', spaceId: 1, projectId: 1 };
    caseId = (await call(test, 'POST /cases', { body })).body.id;
  });

  afterAll(() => test.close());

  const comment = async (body: object, by?: string): Promise<number> => {
    const key = by === undefined ? {} : { key: keys[by] ?? '' };
    const answer = await call(test, `POST /cases/${caseId}/comments`, { body, ...key });
    expect(answer.status).toBe(201);
    return answer.body.id;
  };

  const list = async (query = '', by?: string) => {
    const key = by === undefined ? {} : { key: keys[by] ?? '' };
    const answer = await call(test, `GET /cases/${caseId}/comments${query}`, key);
    expect(answer.status).toBe(200);
    return answer.body;
  };

  const refused = async (operation: string, by: string, [status, code]: readonly [number, string], body?: object) => {
    const before = await traces(test);
    const answer = await call(test, operation, { key: keys[by] ?? '', body });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(await traces(test)).toEqual(before);
  };

  it('are written, with a location, and read with what goes with them', async () => {
    const { status, headers, body } = await call(test, `POST /cases/${caseId}/comments`, {
      body: { text: 'See @jonas.weber\n<script>x()</script>' },
    });
    expect([status, headers['location']]).toEqual([201, `/api/v1/comments/${body.id}`]);
    expect(body).toMatchObject({ caseId, parentId: null, isInternal: false, editedAt: null, deletedAt: null });
    const { body: read } = await call(test, `GET /comments/${body.id}?include=author,html,likes`);
    expect(read).toMatchObject({ ...body, author: { id: body.authorId }, likes: { count: 0, liked: false } });
    expect(read.text).not.toContain('script');
    expect(read.html).toContain('class="mention"');
  });

  it.each(['oldest', 'newest'])('are listed %s first, page by page, each once', async (order) => {
    const ids: number[] = [];
    for (const text of ['a', 'b', 'c']) ids.push(await comment({ text }));
    const first = await list(`?limit=2&order=${order}`);
    const second = await list(`?limit=2&order=${order}&cursor=${first.next}`);
    const listed = [...first.items, ...second.items].map(({ id }: { id: number }) => id);
    expect([listed, second.next]).toEqual([order === 'oldest' ? ids : [...ids].reverse(), null]);
  });

  it.each(['x', 'WzEsMl0', 'WyJhIl0', 'WzEuNV0'])('refuse the cursor %s', async (cursor) => {
    const answer = await call(test, `GET /cases/${caseId}/comments?cursor=${cursor}`);
    expect([answer.status, answer.body.errors?.[0].field]).toEqual([400, 'cursor']);
  });

  it('answer each other, and are listed as the answers to one', async () => {
    const first = await comment({ text: 'first' });
    const second = await comment({ text: 'second' });
    const answer = await comment({ text: 'to the first', parentId: first });
    const ids = async (query: string) => (await list(query)).items.map(({ id }: { id: number }) => id);
    expect(await ids(`?parentId=${first}`)).toEqual([answer]);
    expect(await ids('?parentId=none')).toEqual([first, second]);
    await refused(`POST /cases/${caseId}/comments`, agent, [400, 'FIELDS_INVALID'], { text: 'x', parentId: 999_999 });
  });

  it('that are internal do not exist for those who may not read them', async () => {
    const note = await comment({ text: 'between us', isInternal: true });
    const answer = await comment({ text: 'so is this', parentId: note });
    expect((await list('', agent)).items).toHaveLength(2);
    expect((await list('', contributor)).items).toEqual([]);
    for (const id of [note, answer]) {
      await refused(`GET /comments/${id}`, contributor, [404, 'COMMENT_NOT_FOUND']);
      await refused(`PATCH /comments/${id}`, contributor, [404, 'COMMENT_NOT_FOUND'], { text: 'x' });
      await refused(`DELETE /comments/${id}`, contributor, [404, 'COMMENT_NOT_FOUND']);
      await refused(`GET /comments/${id}/history`, contributor, [404, 'COMMENT_NOT_FOUND']);
    }
    const body = { text: 'x', isInternal: true };
    await refused(`POST /cases/${caseId}/comments`, contributor, [403, 'RIGHT_MISSING'], body);
    await refused(`POST /cases/${caseId}/comments`, viewer, [403, 'RIGHT_MISSING'], { text: 'x' });
  });

  it('are edited by their authors, and what they said before is kept for those who may look back', async () => {
    const id = await comment({ text: 'frist' }, contributor);
    const edited = await call(test, `PATCH /comments/${id}`, { body: { text: 'first' }, key: keys[contributor] ?? '' });
    expect([edited.status, edited.body.text, edited.body.editedAt]).toEqual([200, 'first', expect.any(String)]);
    for (const reader of [contributor, agent]) {
      const { body } = await call(test, `GET /comments/${id}/history`, { key: keys[reader] ?? '' });
      expect(body.items).toMatchObject([{ previousText: 'frist', isDeletion: false }]);
    }
    await refused(`GET /comments/${id}/history`, viewer, [403, 'RIGHT_MISSING']);
  });

  it('that are edited into what they say already are not changed', async () => {
    const id = await comment({ text: 'same' });
    const before = [await traces(test), await list()];
    expect((await call(test, `PATCH /comments/${id}`, { body: { text: ' same ' } })).body.editedAt).toBeNull();
    expect([await traces(test), await list()]).toEqual(before);
  });

  it.each([{ text: ' ' }, { text: '<p></p>' }, { text: '' }, {}, { text: 'x', isInternal: true }])(
    'refuse to be edited into %j',
    async (body) => {
      const id = await comment({ text: 'said' });
      await refused(`PATCH /comments/${id}`, agent, [400, 'FIELDS_INVALID'], body);
    },
  );

  it('of others are edited and deleted only with the rights for it', async () => {
    const id = await comment({ text: 'mine' }, agent);
    for (const other of [contributor, viewer]) {
      await refused(`PATCH /comments/${id}`, other, [403, 'RIGHT_MISSING'], { text: 'x' });
      await refused(`DELETE /comments/${id}`, other, [403, 'RIGHT_MISSING']);
    }
    const key = keys[manager] ?? '';
    expect((await call(test, `PATCH /comments/${id}`, { body: { text: 'ours' }, key })).status).toBe(200);
    expect((await call(test, `GET /comments/${id}`)).body).toMatchObject({
      text: 'ours',
      authorId: expect.any(Number),
    });
    expect((await call(test, `DELETE /comments/${id}`, { key })).status).toBe(204);
  });

  it('tell of an edit only those whom they mention now', async () => {
    const id = await comment({ text: 'hello @jonas.weber' });
    await call(test, `PATCH /comments/${id}`, { body: { text: 'hello @jonas.weber and @diego.fuentes' } });
    const [event] = await test.rows(
      `select payload from events where type = 'comment.updated' and case_id = ${caseId}`,
    );
    const diego = (await test.rows(`select id from users where username = 'diego.fuentes'`))[0]?.['id'];
    expect(JSON.parse(String(event?.['payload']))).toMatchObject({ commentId: id, mentionedUserIds: [diego] });
  });

  it('that are deleted are gone, with their count, files and likes, and leave a trace', async () => {
    const id = await comment({ text: 'oops' });
    await call(test, `PUT /comments/${id}/like`);
    await upload(test, `${caseId}/comments/${id}`, [{ name: 'a.txt', content: 'a' }]);
    expect((await call(test, `DELETE /comments/${id}`)).status).toBe(204);
    expect([(await list()).items, await listComments(test, caseId)]).toEqual([[], []]);
    expect((await call(test, `GET /cases/${caseId}`)).body.commentCount).toBe(0);
    expect((await call(test, `GET /comments/${id}`)).body.code).toBe('COMMENT_NOT_FOUND');
    expect((await call(test, `DELETE /comments/${id}`)).status).toBe(404);
    expect(await test.rows(`select * from attachments where case_id = ${caseId}`)).toEqual([]);
    expect(await test.rows(`select * from likes where entity = 'comment' and entity_id = ${id}`)).toEqual([]);
    const { body } = await call(test, `GET /comments/${id}/history`);
    expect(body.items).toMatchObject([{ previousText: 'oops', isDeletion: true, changedById: 1 }]);
    const events = await test.rows(`select type from events where case_id = ${caseId} order by id`);
    expect(events.map(({ type }) => type).slice(-2)).toEqual(['attachment.deleted', 'comment.deleted']);
  });

  it('that are deleted hold their place as long as there are answers', async () => {
    const first = await comment({ text: 'first' });
    const second = await comment({ text: 'second', parentId: first });
    const third = await comment({ text: 'third', parentId: second });
    const shown = async () => (await list()).items.map(({ id, text }: { id: number; text: string }) => [id, text]);
    await call(test, `DELETE /comments/${first}`);
    await call(test, `DELETE /comments/${second}`);
    expect(await shown()).toEqual([
      [first, null],
      [second, null],
      [third, 'third'],
    ]);
    expect(await listComments(test, caseId)).toMatchObject([{ CommentID: third, ParentCommentID: 0 }]);
    await refused(`POST /cases/${caseId}/comments`, agent, [400, 'FIELDS_INVALID'], { text: 'x', parentId: first });
    await call(test, `DELETE /comments/${third}`);
    expect(await shown()).toEqual([]);
  });

  it('that were deleted are not found any more, nor what they said before an edit', async () => {
    const id = await comment({ text: 'a zebrafish' });
    const found = async () => (await listIds('zebrafish')).length;
    const listIds = async (word: string) => {
      const rows = await test.app.inject({
        url: `/api/search?keyword=${word}`,
        headers: { 'rest-api-key': keys[agent] },
      });
      return rows.json().ResponseData as unknown[];
    };
    expect(await found()).toBe(1);
    await call(test, `PATCH /comments/${id}`, { body: { text: 'an axolotl' } });
    expect([await found(), (await listIds('axolotl')).length]).toEqual([0, 1]);
    await call(test, `DELETE /comments/${id}`);
    expect((await listIds('axolotl')).length).toBe(0);
  });

  it('once written with an idempotency key are not written twice, and in a dry run not at all', async () => {
    const request = { body: { text: 'once' }, headers: { 'idempotency-key': 'c-1' } };
    const first = await call(test, `POST /cases/${caseId}/comments`, request);
    const again = await call(test, `POST /cases/${caseId}/comments`, request);
    expect([again.status, again.body]).toEqual([201, first.body]);
    const before = await traces(test);
    expect((await call(test, `DELETE /comments/${first.body.id}?dryRun=true`)).status).toBe(204);
    expect(await traces(test)).toEqual(before);
    expect((await list()).items).toHaveLength(1);
  });
});
