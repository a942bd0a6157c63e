import { gzipSync } from 'node:zlib';
import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expiredKeyOf, newKeyOf, refusalBody, traces } from '../../test/support/cases.ts';
import { readCase, send } from '../../test/support/requests.ts';
import { dialects, startTestApp, type TestApp } from '../../test/support/test-app.ts';
import { SANDBOX_KEY } from '../app/fill-sandbox.ts';
import { createKey } from '../features/keys/create-key.ts';
import { revokeKey } from '../features/keys/revoke-key.ts';
import { deactivateUser } from '../features/users/deactivate-user.ts';
import { getUserByName } from '../features/users/find-user.ts';

const json = { 'content-type': 'application/json' };
const title = { IssueTitle: 'Must not be written' };
const put = (payload: string | Buffer, headers: Record<string, string> = json): InjectOptions => ({
  method: 'PUT',
  url: '/api/cases/2304',
  headers,
  payload,
});
const putTo = (url: string): InjectOptions => ({ ...put(JSON.stringify(title)), url });
const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
const thrice = JSON.stringify(JSON.stringify(JSON.stringify(title)));
const bytes = (text: string, ...inserted: readonly number[]): Buffer =>
  Buffer.concat([Buffer.from('{"IssueTitle":"'), Buffer.from(inserted), Buffer.from(`${text}"}`)]);

type Row = readonly [name: string, status: number, message: string, request: InjectOptions];

const brokenBodies: readonly Row[] = [
  ['an empty body', 400, 'body is empty', put('')],
  ['no body and no content type', 400, 'body is empty', { method: 'PUT', url: '/api/cases/2304' }],
  ['blanks', 400, 'not valid JSON', put(' \n ')],
  ['{}', 400, 'IssueTitle, IssueDescription, MilestoneID', put('{}')],
  ['"{}"', 400, 'at least one of these: IssueTitle', put('"{}"')],
  ['[]', 400, 'not an array', put('[]')],
  ['an array of updates', 400, 'not an array', put(JSON.stringify([title]))],
  ['42', 400, 'not a number', put('42')],
  ['true', 400, 'not a boolean', put('true')],
  ['null', 400, 'body is empty', put('null')],
  ['"null"', 400, 'not null', put('"null"')],
  ['"[]"', 400, 'not an array', put('"[]"')],
  ['a string that is not JSON', 400, 'string in the request body is not valid JSON', put('"IssueTitle"')],
  ['an empty string', 400, 'string in the request body is not valid JSON', put('""')],
  ['text that is not JSON', 400, 'not valid JSON', put('IssueTitle=x')],
  ['JSON nested thrice', 400, 'a string inside a string', put(thrice)],
  ['truncated JSON', 400, 'not valid JSON', put('{"IssueTitle": "Must not be wri')],
  ['a truncated string', 400, 'not valid JSON', put('"{ \\"IssueTitle\\": ')],
  ['two objects', 400, 'not valid JSON', put('{"IssueTitle":"a"}{"IssueTitle":"b"}')],
  ['a comma too many', 400, 'not valid JSON', put('{"IssueTitle":"a",}')],
  ['only unknown properties', 400, 'at least one of these: IssueTitle', put('{"Title":"x","constructor":1}')],
  ['only __proto__', 400, 'at least one of these', put('{"__proto__":{"IssueTitle":"x"}}')],
  ['2 MiB', 413, 'too large', put(JSON.stringify({ IssueTitle: 'x'.repeat(2 * 1024 * 1024) }))],
  ['deeply nested arrays', 400, 'not valid JSON', put(nested(100_000))],
  ['a property with deeply nested arrays', 400, 'not valid JSON', put(`{"IssueTitle":${nested(100_000)}}`)],
  ['a property with nested arrays', 400, 'IssueTitle must be', put(`{"IssueTitle":${nested(50)}}`)],
  ['bytes that are not UTF-8', 400, 'UTF-8', put(bytes('x', 0xff, 0xfe))],
  ['half a character in UTF-8', 400, 'UTF-8', put(bytes('x', 0xf0, 0x9f, 0x93))],
  ['a surrogate in UTF-8', 400, 'UTF-8', put(bytes('x', 0xed, 0xa0, 0x80))],
  ['UTF-16', 400, 'UTF-8', put(Buffer.from(`\uFEFF${JSON.stringify(title)}`, 'utf16le'))],
  ['gzip', 415, 'compressed', put(gzipSync(JSON.stringify(title)), { ...json, 'content-encoding': 'gzip' })],
  ['a number beyond all', 400, 'MilestoneID must be an ID', put('{"MilestoneID":1e999}')],
];

const brokenHeaders: readonly Row[] = [
  ...['text/plain', 'application/xml', 'text/json', 'application/x-www-form-urlencoded', 'application', 'json'].map(
    (type): Row => [
      `Content-Type: ${type}`,
      415,
      'application/json',
      put(JSON.stringify(title), { 'content-type': type }),
    ],
  ),
  ['multipart', 415, 'application/json', put('--x', { 'content-type': 'multipart/form-data; boundary=x' })],
  ['no Content-Type', 415, 'application/json', put(JSON.stringify(title), {})],
  ["a length that is not the body's", 400, 'malformed', put('{"IssueTitle":"x"}', { ...json, 'content-length': '9' })],
  ['no key', 401, 'API key is required', put(JSON.stringify(title), { ...json, 'rest-api-key': '' })],
  ['a wrong key', 401, 'unknown', put(JSON.stringify(title), { ...json, 'rest-api-key': 'd3Jvbmc=' })],
  [
    'a key of NUL and quotes',
    401,
    'unknown',
    { ...putTo('/api/cases/2304?token=%00\'"'), headers: { ...json, 'rest-api-key': '' } },
  ],
  ['a wrong key beside a broken body', 401, 'unknown', put('{', { ...json, 'rest-api-key': 'd3Jvbmc=' })],
  [
    'a blank token',
    401,
    'is required',
    { ...putTo('/api/cases/2304?token='), headers: { ...json, 'rest-api-key': ' ' } },
  ],
  [
    'a wrong key in the header, which wins over the right one in the URL',
    401,
    'unknown',
    { ...putTo(`/api/cases/2304?token=${SANDBOX_KEY}`), headers: { ...json, 'rest-api-key': 'wrong' } },
  ],
  [
    'Authorization without an API key',
    401,
    'is required',
    put(JSON.stringify(title), { ...json, 'rest-api-key': '', authorization: 'Basic YWRtaW46eA==' }),
  ],
];

const brokenAddresses: readonly Row[] = [
  ['an unknown case', 404, 'There is no case 999999.', putTo('/api/cases/999999')],
  ['a huge ID', 404, 'There is no case 9007199254740991.', putTo('/api/cases/9007199254740991')],
  ['an ID beyond exact numbers', 404, 'There is no case 9007199254740993.', putTo('/api/cases/9007199254740993')],
  ['an ID of 40 digits', 404, `There is no case ${'9'.repeat(40)}.`, putTo(`/api/cases/${'9'.repeat(40)}`)],
  ['an ID of 200 digits', 404, '', putTo(`/api/cases/${'9'.repeat(200)}`)],
  [
    'an unknown case beside a wrong property',
    400,
    'MilestoneID',
    { ...put('{"MilestoneID":[]}'), url: '/api/cases/999999' },
  ],
  ...['-2304', '0', '000', '1.5', '1e3', '2304x', '0x900', 'abc', 'null', '%00', '٢٣٠٤', '%20'].map(
    (id): Row => [
      `the ID ${id}`,
      400,
      'caseid must be a positive integer',
      putTo(`/api/cases/${encodeURI(decodeURI(id))}`),
    ],
  ),
  ['a broken percent-encoding', 400, 'malformed', putTo('/api/cases/%zz')],
  ['a percent-encoding cut off', 400, 'malformed', putTo('/api/cases/2304%')],
  ['a percent-encoding that is not UTF-8', 400, 'malformed', putTo('/api/cases/%E0%A4%A')],
  ['an encoded slash', 404, '', putTo('/api/cases%2F2304')],
  ['an unknown address', 404, 'nothing at this address', putTo('/api/casez/2304')],
  ['an address below a case', 404, 'nothing at this address', putTo('/api/cases/2304/no-such-thing')],
  ['a folder above', 404, 'nothing at this address', putTo('/api/cases/2304/..%2f..')],
  ['the root of the API', 404, 'nothing at this address', { url: '/api' }],
];

const tables = { body: brokenBodies, header: brokenHeaders, address: brokenAddresses };

describe.each(dialects)('broken requests on %s', (dialect) => {
  let testApp: TestApp;
  const stateOf = async () => ({ read: await readCase(testApp, 2304), traces: await traces(testApp) });
  beforeAll(async () => {
    testApp = await startTestApp(dialect);
  });
  afterAll(() => testApp.close());

  const expectRefusal = async (request: InjectOptions, status: number, message: string) => {
    const before = await stateOf();
    const answer = await send(testApp, request);
    expect([answer.status, answer.envelope.ResponseMessage]).toEqual([status, expect.stringContaining(message)]);
    expect(answer.body).toBe(refusalBody(answer.envelope.ResponseMessage));
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(await stateOf()).toEqual(before);
    return answer;
  };

  describe.each(Object.entries(tables))('%s', (_part, rows) => {
    it.each(rows)('%s: %d "%s"', async (_name, status, message, request) => {
      await expectRefusal(request, status, message);
    });
  });

  it('a good request beside them is written', async () => {
    expect((await send(testApp, put(JSON.stringify({ IssueTitle: 'Still works' })))).status).toBe(200);
    expect(await readCase(testApp, 2304)).toMatchObject({ IssueTitle: 'Still works' });
  });

  it('a key works until it is revoked, has expired or its user is deactivated', async () => {
    const { operator } = testApp;
    const user = await getUserByName(operator, 'claire.dubois');
    const revoked = await newKeyOf(testApp, 'claire.dubois');
    const expired = await expiredKeyOf(testApp, 'claire.dubois');
    const lasting = await createKey(operator, { user, name: 'Test', expiresAt: Date.now() + 3_600_000 });
    const read = (key: string) => ({ url: '/api/cases/2304', headers: { 'rest-api-key': key } });
    for (const key of [revoked, lasting]) expect((await send(testApp, read(key))).status).toBe(200);
    await expectRefusal(read(expired), 401, 'expired');
    const [row] = await testApp.rows('select max(id) as id from api_keys where expires_at is null');
    await revokeKey(operator, { keyId: Number(row?.['id']) });
    await expectRefusal(read(revoked), 401, 'revoked');
    expect((await send(testApp, read(lasting))).status).toBe(200);
    await deactivateUser(operator, { username: 'claire.dubois' });
    await expectRefusal(read(lasting), 401, 'unknown');
  });

  it.each([
    ['PATCH', '/api/cases/2304', 'GET'],
    ['POST', '/api/cases/2304', 'PUT'],
    ['PUT', '/api/cases', 'GET, POST'],
    ['DELETE', '/api/cases', 'GET, POST'],
    ['OPTIONS', '/api/cases', 'GET, POST'],
    ['GET', '/api/users/token', 'PUT'],
    ['POST', '/ping-do-not-delete.ico', 'GET'],
  ] as const)('%s %s: 405 and what is allowed', async (method, url, allowed) => {
    const { headers } = await expectRefusal({ method, url }, 405, 'not allowed here');
    expect(headers['allow']).toContain(allowed);
    expect(headers['allow']).not.toContain(method);
  });

  it('HEAD answers as GET does, without a body', async () => {
    const head = (url: string) => send(testApp, { method: 'HEAD', url });
    const { headers } = await send(testApp, { url: '/api/cases/2304' });
    expect(await head('/api/cases/2304')).toMatchObject({
      status: 200,
      body: '',
      headers: { 'content-length': headers['content-length'] },
    });
    expect(await head('/api/cases/999999')).toMatchObject({ status: 404, body: '' });
    expect(await head('/api/cases/-1')).toMatchObject({ status: 400, body: '' });
  });

  it('neither a key nor a defect got into the log', () => {
    const log = testApp.logged();
    expect(log).toContain('"path":"/api/cases/2304"');
    expect(log).not.toContain('defect');
    expect(log).not.toContain('"level":50');
    for (const key of [SANDBOX_KEY, 'd3Jvbmc', 'token=', '00000000-0000-4000-8000-000000000000'])
      expect(log).not.toContain(key);
  });
});
