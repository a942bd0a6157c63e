import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { call } from '../../../test/support/api.ts';
import { newKeyOf, traces } from '../../../test/support/cases.ts';
import { dialects, startTestApp, type TestApp } from '../../../test/support/test-app.ts';
import { BOUNDARY, bodyOf, PIXEL, type SentFile } from '../../../test/support/uploads.ts';
import { SANDBOX_KEY } from '../../app/fill-sandbox.ts';
import { sweepFiles } from '../attachments/sweep-files.ts';
import { createKey } from '../keys/create-key.ts';
import { addMember } from '../spaces/add-member.ts';
import { createSpace } from '../spaces/create-space.ts';
import { createUser } from '../users/create-user.ts';
import { getUserByName } from '../users/find-user.ts';

const SARA = 2;
const JONAS = 3;
const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';

/** The beginning of a picture that says it is so wide. */
const png = (width: number): Buffer => {
  const head = Buffer.alloc(64);
  head.write('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1');
  head.writeUInt32BE(width, 16);
  head.writeUInt32BE(8, 20);
  return head;
};

/** Two bytes each, the lower one first. */
const words = (...values: readonly number[]): number[] => values.flatMap((value) => [value & 0xff, value >> 8]);

/** The same as JPEG, behind more than the beginning of a file: a note of a camera. */
const jpeg = (width: number): Buffer =>
  Buffer.concat([
    Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0x80, 0x00]),
    Buffer.alloc(0x7ffe),
    Buffer.from([0xff, 0xc0, 0, 17, 8, 0, 8, width >> 8, width & 0xff, 3]),
    Buffer.alloc(16),
  ]);

/** One whose screen is small, whatever its second frame is. */
const gif = (width: number): Buffer => {
  const pixels = [2, 2, 0x44, 1, 0];
  const frame = (side: number) => [0x2c, ...words(0, 0, side, 8), 0, ...pixels];
  return Buffer.concat([
    Buffer.from('GIF89a', 'latin1'),
    Buffer.from([...words(8, 8), 0x80, 0, 0, 0, 0, 0, 255, 255, 255]),
    Buffer.from([0x21, 0xf9, 4, 0, 0, 0, 0, 0, ...frame(8), ...frame(width), 0x3b]),
  ]);
};

const webp = (kind: string, ...bytes: readonly number[]): Buffer => {
  const head = Buffer.alloc(64);
  head.write(`RIFF\x38\0\0\0WEBP${kind}\x2c\0\0\0`, 'latin1');
  Buffer.from(bytes).copy(head, 20);
  return head;
};

/** WebP has three ways to say how wide it is. */
const lossy = (width: number) => webp('VP8 ', 0, 0, 0, 0x9d, 0x01, 0x2a, ...words(width, 8));
const lossless = (width: number) => webp('VP8L', 0x2f, ...words(width - 1, 0));
const extended = (width: number) => webp('VP8X', 0, 0, 0, 0, ...words(width - 1), 0, 7, 0, 0);

describe.each(dialects)('pictures of people on %s', (dialect) => {
  let test: TestApp;
  let sara: string;
  let jonas: string;
  beforeAll(async () => {
    test = await startTestApp(dialect);
    sara = await newKeyOf(test, 'sara.lindqvist');
    jonas = await newKeyOf(test, 'jonas.weber');
  });
  beforeEach(() => remove());
  afterAll(() => test.close());

  const send = async (files: readonly SentFile[], { key = sara, userId = SARA, query = '' } = {}) => {
    const response = await test.app.inject({
      method: 'PUT',
      url: `/api/v1/users/${userId}/avatar${query}`,
      headers: { authorization: `Bearer ${key}`, 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
      payload: bodyOf(files.map((file) => ({ name: 'me', ...file }))),
    });
    return { status: response.statusCode, body: response.json() };
  };
  const read = (url: string, headers: Record<string, string> = { authorization: `Bearer ${jonas}` }) =>
    test.app.inject({ url, headers });
  const remove = (key = sara, userId = SARA) => call(test, `DELETE /users/${userId}/avatar`, { key });
  const urlOf = async (userId = SARA) => (await call(test, `GET /users/${userId}`)).body.avatarUrl;
  const kept = async (): Promise<number> => {
    let count = 0;
    for await (const keys of test.platform.files.keys()) count += keys.length;
    return count;
  };

  it('are seen by everybody who sees the person, wherever the person is named', async () => {
    expect(await urlOf()).toBeNull();
    const { status, body } = await send([{ content: PIXEL, name: 'me.svg', type: 'image/svg+xml' }]);
    expect(status).toBe(200);
    expect(await urlOf()).toBe(body.avatarUrl);
    const { statusCode, headers, rawPayload } = await read(body.avatarUrl);
    expect([statusCode, rawPayload.equals(PIXEL)]).toEqual([200, true]);
    expect(headers).toMatchObject({
      'content-type': 'image/gif',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': expect.stringMatching(/^private, max-age=\d+, immutable$/u),
    });
    const again = await read(body.avatarUrl, {
      authorization: `Bearer ${jonas}`,
      'if-none-match': `${headers['etag']}`,
    });
    expect(again.statusCode).toBe(304);
    await call(test, 'PATCH /cases/2304', { body: { assigneeId: SARA } });
    const found = (await call(test, 'GET /cases/2304?include=assignee')).body;
    expect(found.assignee.avatarUrl).toBe(body.avatarUrl);
    expect((await call(test, 'GET /me', { key: sara })).body.avatarUrl).toBe(body.avatarUrl);
  });

  it('are replaced under another address, and nothing is left of the one before', async () => {
    const before = await kept();
    const first = await send([{ content: PIXEL }]);
    const second = await send([{ content: png(64) }]);
    expect(second.body.avatarUrl).not.toBe(first.body.avatarUrl);
    expect(await kept()).toBe(before + 1);
    const old = await read(first.body.avatarUrl);
    expect([old.headers['content-type'], old.headers['cache-control']]).toEqual(['image/png', 'private, no-cache']);
    await sweepFiles(test.operator.as({ ...test.operator.actor }));
    expect((await read(second.body.avatarUrl)).statusCode).toBe(200);
    expect((await remove()).status).toBe(204);
    expect([await kept(), await urlOf()]).toEqual([before, null]);
    expect((await read(second.body.avatarUrl)).json().code).toBe('AVATAR_NOT_FOUND');
    const traced = await traces(test);
    expect((await remove()).status).toBe(204);
    expect(await traces(test)).toEqual(traced);
  });

  it('are not for those who are not signed in, nor of people whom one does not see', async () => {
    const spaceId = await createSpace(test.operator, { name: 'Customer', visibility: 'isolated' });
    const userId = await createUser(test.operator, { username: 'guest', email: 'guest@example.org' });
    await addMember(test.operator, { spaceId, userId, role: 'contributor' });
    const { avatarUrl } = (await send([{ content: PIXEL }], { key: await newKeyOf(test, 'guest'), userId })).body;
    expect((await read(avatarUrl, {})).statusCode).toBe(401);
    expect((await read(avatarUrl)).json().code).toBe('USER_NOT_FOUND');
    expect((await read(avatarUrl, { authorization: `Bearer ${SANDBOX_KEY}` })).statusCode).toBe(200);
  });

  it.each([
    ['what is no picture', [{ content: 'Hello', name: 'me.png', type: 'image/png' }]],
    ['SVG', [{ content: SVG, name: 'me.svg', type: 'image/svg+xml' }]],
    ['nothing', []],
    ['two at once', [{ content: PIXEL }, { content: PIXEL }]],
    ['a picture that would fill the memory', [{ content: png(60_000) }]],
    ['a JPEG that would', [{ content: jpeg(8_000) }]],
    ['a GIF with a frame that would', [{ content: gif(60_000) }]],
    ['a lossy WebP that would', [{ content: lossy(8_000) }]],
    ['a lossless WebP that would', [{ content: lossless(8_000) }]],
    ['an extended WebP that would', [{ content: extended(8_000) }]],
    ['a JPEG that does not say how large it is', [{ content: jpeg(64).subarray(0, 0x8000) }]],
    ['a GIF that breaks off', [{ content: PIXEL.subarray(0, -3) }]],
    ['a PNG of no width', [{ content: png(0) }]],
  ])('are not %s', async (_, files) => {
    const before = [await traces(test), await kept()];
    const { status, body } = await send(files);
    expect([status, body.errors[0].field]).toEqual([400, 'file']);
    expect([await traces(test), await kept()]).toEqual(before);
  });

  it.each([
    ['image/png', png(4_096)],
    ['image/jpeg', jpeg(4_096)],
    ['image/gif', gif(4_096)],
    ['image/webp', lossy(4_096)],
    ['image/webp', lossless(4_096)],
    ['image/webp', extended(4_096)],
  ])('may be %s of the largest size', async (contentType, content) => {
    const { status, body } = await send([{ content }]);
    expect(status).toBe(200);
    expect((await read(body.avatarUrl)).headers['content-type']).toBe(contentType);
  });

  it('have a limit of their own', async () => {
    const before = await kept();
    const { status, body } = await send([{ content: Buffer.concat([PIXEL, Buffer.alloc(1024 * 1024)]) }]);
    expect([status, body.code, await kept()]).toEqual([413, 'FILE_TOO_LARGE', before]);
  });

  it('are chosen and taken away by themselves and by administrators alone', async () => {
    const refused = await send([{ content: PIXEL }], { key: jonas });
    expect([refused.status, refused.body.code]).toEqual([403, 'RIGHT_MISSING']);
    expect(refused.body.detail).toBe('You may not choose this picture: only administrators may.');
    const user = await getUserByName(test.operator, 'sara.lindqvist');
    const narrowed = await createKey(test.operator, { user, name: 'Narrowed', spaceIds: [1] });
    expect((await send([{ content: PIXEL }], { key: narrowed })).status).toBe(403);
    expect((await send([{ content: PIXEL }], { key: SANDBOX_KEY, userId: JONAS })).status).toBe(200);
    const removal = await remove(sara, JONAS);
    expect([removal.status, removal.body.detail]).toEqual([
      403,
      'You may not remove this picture: only administrators may.',
    ]);
    expect((await remove(SANDBOX_KEY, JONAS)).status).toBe(204);
  });

  it('are not chosen by a dry run', async () => {
    const before = await kept();
    expect((await send([{ content: PIXEL }], { query: '?dryRun=true' })).status).toBe(200);
    expect([await urlOf(), await kept()]).toEqual([null, before]);
  });
});
