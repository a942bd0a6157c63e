import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { call } from '../../../test/support/api.ts';
import { newKeyOf } from '../../../test/support/cases.ts';
import { dialects, startTestApp, type TestApp } from '../../../test/support/test-app.ts';
import { BOUNDARY, bodyOf, filesOnDisk, fileTraces, PIXEL, type SentFile } from '../../../test/support/uploads.ts';
import { SANDBOX_KEY } from '../../app/fill-sandbox.ts';

/** In the public space 1: agent, contributor, viewer. */
const people = ['jonas.weber', 'diego.fuentes', 'priya.raman'] as const;
const [agent, contributor, viewer] = people;

const digits: SentFile = { name: 'digits.txt', content: '0123456789' };

describe.each(dialects)('attachments in the new API on %s', (dialect) => {
  let test: TestApp;
  let caseId: number;
  const keys: Record<string, string> = {};

  beforeAll(async () => {
    test = await startTestApp(dialect);
    for (const person of people) keys[person] = await newKeyOf(test, person);
  });

  beforeEach(async () => {
    caseId = (await call(test, 'POST /cases', { body: { title: 'Files', spaceId: 1, projectId: 1 } })).body.id;
  });

  afterAll(async () => {
    expect(test.logged()).not.toContain('defect');
    await test.close();
  });

  interface Upload {
    readonly by?: string;
    readonly headers?: Record<string, string>;
    readonly type?: string;
  }

  const upload = async (path: string, files: readonly SentFile[], { by, headers = {}, type }: Upload = {}) => {
    const key = by === undefined ? SANDBOX_KEY : (keys[by] ?? '');
    const response = await test.app.inject({
      method: 'POST',
      url: `/api/v1${path}`,
      headers: {
        authorization: `Bearer ${key}`,
        'content-type': type ?? `multipart/form-data; boundary=${BOUNDARY}`,
        ...headers,
      },
      payload: bodyOf(files),
    });
    return { status: response.statusCode, body: response.json(), headers: response.headers };
  };

  const attach = async (path = `/cases/${caseId}`, file = digits) => {
    const { status, body } = await upload(`${path}/attachments`, [file]);
    expect(status).toBe(201);
    return body.items[0];
  };

  const commentOn = async (body: object): Promise<number> =>
    (await call(test, `POST /cases/${caseId}/comments`, { body })).body.id;

  const refused = async (operation: string, by: string | null, [status, code]: readonly [number, string]) => {
    const before = await fileTraces(test);
    const answer = await call(test, operation, { key: by === null ? null : (keys[by] ?? '') });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(await fileTraces(test)).toEqual(before);
  };

  it('are attached to a case, all files of a request, and listed page by page', async () => {
    const { status, body } = await upload(`/cases/${caseId}/attachments`, [digits, { name: 'p.gif', content: PIXEL }]);
    expect(status).toBe(201);
    expect(body.items).toMatchObject([
      { caseId, commentId: null, name: 'digits.txt', contentType: 'text/plain', byteSize: 10, isPicture: false },
      { name: 'p.gif', contentType: 'image/gif', isPicture: true },
    ]);
    expect((await call(test, `GET /attachments/${body.items[0].id}`)).body).toEqual(body.items[0]);
    const first = await call(test, `GET /cases/${caseId}/attachments?limit=1`);
    const second = await call(test, `GET /cases/${caseId}/attachments?limit=1&cursor=${first.body.next}`);
    expect([...first.body.items, ...second.body.items]).toEqual(body.items);
    expect(second.body.next).toBeNull();
    expect((await call(test, `GET /cases/${caseId}`)).body.attachmentCount).toBe(2);
  });

  it('are attached to a comment, and listed with those of the case when that is asked for', async () => {
    const commentId = await commentOn({ text: 'See' });
    const atComment = await attach(`/comments/${commentId}`);
    const atCase = await attach();
    expect(atComment).toMatchObject({ caseId, commentId });
    const list = async (path: string) => (await call(test, `GET ${path}`)).body.items;
    expect(await list(`/comments/${commentId}/attachments`)).toEqual([atComment]);
    expect(await list(`/cases/${caseId}/attachments`)).toEqual([atCase]);
    expect(await list(`/cases/${caseId}/attachments?withComments=true`)).toEqual([atComment, atCase]);
  });

  it('of internal comments do not exist for those who may not read them', async () => {
    const commentId = await commentOn({ text: 'Between us', isInternal: true });
    const { id, url } = await attach(`/comments/${commentId}`);
    const listed = await call(test, `GET /cases/${caseId}/attachments?withComments=true`, {
      key: keys[contributor] ?? '',
    });
    expect(listed.body.items).toEqual([]);
    expect((await call(test, `GET /attachments/${id}`, { key: keys[agent] ?? '' })).status).toBe(200);
    for (const path of [`/attachments/${id}`, `/attachments/${id}/content`]) {
      await refused(`GET ${path}`, contributor, [404, 'ATTACHMENT_NOT_FOUND']);
    }
    await refused(`GET /comments/${commentId}/attachments`, contributor, [404, 'COMMENT_NOT_FOUND']);
    await refused(`DELETE /attachments/${id}`, contributor, [404, 'ATTACHMENT_NOT_FOUND']);
    // Who has the address was given it by somebody who may.
    expect((await test.app.inject({ url })).statusCode).toBe(200);
  });

  it('are refused to those who may not attach, as anything but files, and without a file, and nothing is kept', async () => {
    const before = await fileTraces(test);
    const path = `/cases/${caseId}/attachments`;
    expect((await upload(path, [digits], { by: viewer })).body.code).toBe('RIGHT_MISSING');
    expect((await upload('/cases/99999/attachments', [digits])).body.code).toBe('CASE_NOT_FOUND');
    expect((await upload('/comments/99999/attachments', [digits])).body.code).toBe('COMMENT_NOT_FOUND');
    expect((await upload(path, [])).body).toMatchObject({ code: 'FIELDS_INVALID', errors: [{ field: 'file' }] });
    const untyped = await upload(path, [digits], { type: 'application/json' });
    expect([untyped.status, untyped.body.title, untyped.body.detail]).toEqual([
      415,
      'The request body has a form that is not taken here.',
      expect.stringContaining('multipart/form-data'),
    ]);
    const large = Buffer.alloc(25 * 1024 * 1024 + 1);
    expect((await upload(path, [digits, { name: 'large', content: large }])).body.code).toBe('FILE_TOO_LARGE');
    expect((await upload(path, [digits], { headers: { 'idempotency-key': 'ö' } })).body.code).toBe('FIELDS_INVALID');
    expect(await fileTraces(test)).toEqual(before);
  });

  it('are attached once however often a request is repeated with its idempotency key', async () => {
    const path = `/cases/${caseId}/attachments`;
    const headers = { 'idempotency-key': `${dialect}-upload` };
    const first = await upload(path, [digits], { headers });
    const after = await fileTraces(test);
    const again = await upload(path, [digits], { headers });
    expect([again.status, again.body, again.headers['idempotency-replayed']]).toEqual([201, first.body, 'true']);
    const other = await upload(path, [{ ...digits, content: '0123456780' }], { headers });
    expect([other.status, other.body.code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
    const renamed = await upload(path, [{ ...digits, name: 'other.txt' }], { headers });
    expect(renamed.body.code).toBe('IDEMPOTENCY_KEY_REUSED');
    expect(await fileTraces(test)).toEqual(after);
  });

  it('are not kept by a dry run, which answers what would be', async () => {
    const before = await fileTraces(test);
    const { status, body, headers } = await upload(`/cases/${caseId}/attachments?dryRun=true`, [digits]);
    expect([status, body.items[0].name, headers['preference-applied']]).toEqual([201, 'digits.txt', 'dry-run']);
    expect(await fileTraces(test)).toEqual(before);
  });

  it('are read with a key or by their address, whole or in part, in a way that does no harm', async () => {
    const { id, url, urlExpiresAt } = await attach();
    expect(Date.parse(urlExpiresAt)).toBeGreaterThan(Date.now() + 12 * 60 * 60 * 1_000 - 60_000);
    const linked = await test.app.inject({ url });
    expect([linked.statusCode, linked.body]).toEqual([200, '0123456789']);
    expect(linked.headers).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': expect.stringMatching(/^attachment; /u),
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, max-age=3600',
    });
    const part = await call(test, `GET /attachments/${id}/content`, { headers: { range: 'bytes=2-4' } });
    expect([part.status, part.body, part.headers['content-range']]).toEqual([206, '234', 'bytes 2-4/10']);
    expect(part.headers['cache-control']).toBe('private, no-cache');
    const beyond = await call(test, `GET /attachments/${id}/content`, { headers: { range: 'bytes=10-' } });
    expect([beyond.status, beyond.body.code, beyond.headers['content-range']]).toEqual([
      416,
      'RANGE_BEYOND_END',
      'bytes */10',
    ]);
    const etag = String(linked.headers['etag']);
    expect((await test.app.inject({ url, headers: { 'if-none-match': etag } })).statusCode).toBe(304);
    expect((await test.app.inject({ url, method: 'HEAD' })).headers['content-length']).toBe('10');
  });

  it('are not read by an address that was changed, or without a key', async () => {
    const { id, url } = await attach();
    const other = await attach();
    const signature = String(url.split('signature=')[1]);
    for (const none of ['', '?signature=']) {
      await refused(`GET /attachments/${id}/content${none}`, null, [401, 'KEY_MISSING']);
    }
    for (const wrong of ['?signature=x', `?signature=${signature}x`]) {
      await refused(`GET /attachments/${id}/content${wrong}`, null, [403, 'FILE_LINK_UNUSABLE']);
    }
    await refused(`GET /attachments/${other.id}/content?signature=${signature}`, null, [403, 'FILE_LINK_UNUSABLE']);
    await refused(`GET /attachments/${id}`, null, [401, 'KEY_MISSING']);
    expect((await call(test, `GET /attachments/${id}/content`, { key: 'wrong' })).body.code).toBe('KEY_UNKNOWN');
  });

  it('are deleted with their bytes, their count and an event, by their owners and those with the rights', async () => {
    const mine = (await upload(`/cases/${caseId}/attachments`, [digits], { by: contributor })).body.items[0];
    const theirs = await attach();
    await refused(`DELETE /attachments/${theirs.id}`, contributor, [403, 'RIGHT_MISSING']);
    await refused(`DELETE /attachments/${mine.id}`, viewer, [403, 'RIGHT_MISSING']);
    const before = await filesOnDisk(test);
    expect((await call(test, `DELETE /attachments/${theirs.id}?dryRun=true`)).status).toBe(204);
    expect(await filesOnDisk(test)).toEqual(before);
    expect((await call(test, `DELETE /attachments/${mine.id}`, { key: keys[contributor] ?? '' })).status).toBe(204);
    expect((await call(test, `DELETE /attachments/${theirs.id}`, { key: keys[agent] ?? '' })).status).toBe(204);
    expect(await filesOnDisk(test)).toHaveLength(before.length - 2);
    expect((await call(test, `GET /cases/${caseId}`)).body.attachmentCount).toBe(0);
    expect((await test.app.inject({ url: theirs.url })).statusCode).toBe(404);
    expect((await call(test, `DELETE /attachments/${mine.id}`)).body.code).toBe('ATTACHMENT_NOT_FOUND');
    const events = await test.rows(`select type from events where case_id = ${caseId} order by id`);
    expect(events.map(({ type }) => type).slice(-2)).toEqual(['attachment.deleted', 'attachment.deleted']);
  });
});
