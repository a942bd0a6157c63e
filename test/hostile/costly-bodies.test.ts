import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SANDBOX_KEY } from '../../src/app/fill-sandbox.ts';
import { call } from '../support/api.ts';
import { newKeyOf } from '../support/cases.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';
import { upload } from '../support/uploads.ts';

/** About as much as a body may bring. */
const MOST = 1_700_000;

const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;

/**
 * What would keep the only thread, and so everybody, waiting for minutes if it took the square of its length: each of
 * these runs into the limit of its test then.
 */
describe('a body that would be costly to read', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp('sqlite');
  });
  afterAll(() => test.close());

  const send = async (method: 'POST' | 'PUT' | 'PATCH', url: string, payload: string, key = SANDBOX_KEY) => {
    const headers = { 'content-type': 'application/json', 'rest-api-key': key };
    const { statusCode, body } = await test.app.inject({ method, url, payload, headers });
    return { status: statusCode, body };
  };

  it.each([
    ['PUT', '/api/cases/2304', `{"IssueTitle":"Deep","x":${nested(MOST / 2 - 50)}}`],
    ['PUT', '/api/cases/2304', JSON.stringify(`{"IssueTitle":"Deep","x":${nested(MOST / 2 - 50)}}`)],
    ['PATCH', '/api/v1/cases/2304', `{"title":"Deep","x":${nested(MOST / 2 - 50)}}`],
    ['PATCH', '/api/v1/cases/2304', `{"title":"Deep","x":${'{"\\"[":'.repeat(200_000)}`],
    ['POST', '/api/v1/sessions', `{"username":"a","password":"b","x":${nested(4_500)}}`],
  ] as const)('%s %s is refused where it is nested too deep', async (method, url, payload) => {
    const { status, body } = await send(method, url, payload);
    expect([status, body]).toEqual([400, expect.stringContaining('is not valid JSON')]);
  });

  it('is taken where it is nested a little, or has brackets in its texts', async () => {
    const title = `"${'[{'.repeat(200)}\\`;
    const body = { title, comment: { text: '['.repeat(200_000) } };
    const answer = await call(test, 'PATCH /cases/2304', { body });
    expect([answer.status, answer.body.title]).toEqual([200, title]);
    const flat = `${' '.repeat(5_000)}{"title":"Flat"${',"x":[]'.repeat(300)}}`;
    expect((await send('PATCH', '/api/v1/cases/2304', flat)).body).toContain('is not known here');
  });

  it.each([
    ['POST', '/api/v1/sessions', JSON.stringify({ username: 'a'.repeat(20_000), password: 'b' })],
    ['PUT', '/api/users/token', JSON.stringify({ UserName: 'a'.repeat(20_000), Password: 'b' })],
  ] as const)('%s %s takes little from who has not signed in', async (method, url, payload) => {
    expect(await send(method, url, payload)).toMatchObject({ status: 413, body: expect.stringContaining('too large') });
  });

  it.each(['<!--', '<script>', '<style>', '<script></style>', '</script ', '<b ', '<a onx', ' onx '])(
    'names made of %j are short or refused',
    async (piece) => {
      const viewer = await newKeyOf(test, 'sara.lindqvist');
      const text = `x${piece.repeat(MOST / piece.length)}x`;
      const answers = [
        await send('PATCH', '/api/v1/me', JSON.stringify({ displayName: text }), viewer),
        await send('POST', '/api/v1/keys', JSON.stringify({ name: text })),
        await send('PATCH', '/api/v1/workspace', JSON.stringify({ name: text })),
      ];
      for (const { status, body } of answers) {
        const { displayName, name = displayName, code } = JSON.parse(body);
        expect(status === 400 ? code : /^xx?$/u.test(name)).toBe(status === 400 ? 'FIELDS_INVALID' : true);
      }
    },
  );

  it.each(['<', '&', '>', '<p style="color:red">&'])(
    'a description made of %j is refused for its size',
    async (piece) => {
      const description = piece.repeat(1_040_000 / piece.length);
      const { status, body } = await send('PATCH', '/api/v1/cases/2304', JSON.stringify({ description }));
      expect([status, body]).toEqual([400, expect.stringMatching(/must have at most 1 MiB|must not have more than/u)]);
    },
  );

  it('files with long names are taken, under short ones', async () => {
    const { id } = (await call(test, 'POST /cases', { body: { title: 'Files', spaceId: 1, projectId: 1 } })).body;
    const files = Array.from({ length: 90 }, (_, index) => ({
      name: `${index}${'.'.repeat(15_000)}x${' '.repeat(200)}`,
      content: Buffer.from('x'),
    }));
    const { status, envelope } = await upload(test, id, files);
    expect([status, envelope.ResponseMessage]).toEqual([200, '']);
  });
});
