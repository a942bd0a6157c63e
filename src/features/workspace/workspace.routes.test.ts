import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { call } from '../../../test/support/api.ts';
import { newKeyOf, traces } from '../../../test/support/cases.ts';
import { dialects, startTestApp, type TestApp } from '../../../test/support/test-app.ts';
import { issuePasswordLink } from '../users/issue-password-link.ts';

const ADMIN = 1;
const SARA = 2;
const PASSWORD = 'correct horse battery staple';

describe.each(dialects)('the workspace on %s', (dialect) => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp(dialect);
  });
  beforeEach(async () => {
    await test.platform.database.transaction(({ run }) => run('delete from workspace', []));
    test.platform.memory.clear();
  });
  afterAll(() => test.close());

  const name = async (key: string | null = null) => (await call(test, 'GET /workspace', { key })).body.name;
  const rename = (body: object, key?: string) =>
    call(test, 'PATCH /workspace', { body, ...(key === undefined ? {} : { key }) });
  const link = async (userId: number) => `/password/${await issuePasswordLink(test.operator, { userId })}`;
  const open = async (url: string) => (await test.app.inject({ url })).body;
  const send = async (url: string, form: Record<string, string>) => {
    const { statusCode, body } = await test.app.inject({
      method: 'POST',
      url,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ password: PASSWORD, repetition: PASSWORD, ...form }).toString(),
    });
    return { status: statusCode, body };
  };

  it('has the name of the product until an administrator names it, for everybody to read', async () => {
    expect(await name()).toBe('Casekeep');
    const { status, body } = await rename({ name: '  Northwind <b>Support</b> ' });
    expect([status, body]).toEqual([200, { name: 'Northwind Support', sendsMail: false }]);
    expect(await name()).toBe(body.name);
    expect(await name(await newKeyOf(test, 'sara.lindqvist'))).toBe(body.name);
    const { items } = (await call(test, 'GET /events?type=workspace.*&limit=100')).body;
    expect(items.at(-1).payload).toEqual({ name: body.name, oldName: 'Casekeep' });
    const before = await traces(test);
    await rename({ name: body.name });
    expect(await traces(test)).toEqual(before);
  });

  it.each([{ name: '' }, { name: ' ' }, { name: 'x'.repeat(61) }, { name: null }, {}, { name: 'x', colour: 'red' }])(
    'is not named so: %j',
    async (body) => {
      const { status, body: problem } = await rename(body);
      expect([status, problem.errors[0].field]).toEqual([400, 'colour' in body ? 'colour' : 'name']);
      expect(await name()).toBe('Casekeep');
    },
  );

  it('is named by administrators alone, and its key must be known when one is sent', async () => {
    const { status, body } = await rename({ name: 'Mine' }, await newKeyOf(test, 'sara.lindqvist'));
    expect([status, body.code]).toEqual([403, 'RIGHT_MISSING']);
    expect((await call(test, 'PATCH /workspace', { key: null, body: { name: 'Mine' } })).status).toBe(401);
    expect((await call(test, 'GET /workspace', { key: 'wrong' })).status).toBe(401);
  });

  it('is what the application is called that a browser makes of the interface', async () => {
    await rename({ name: 'Northwind' });
    const { headers, body } = await test.app.inject({ url: '/manifest.webmanifest' });
    expect(headers['content-type']).toContain('application/manifest+json');
    expect(JSON.parse(body)).toMatchObject({ name: 'Northwind', short_name: 'Northwind', start_url: '/' });
  });

  it('is named with the first password of an administrator, both or neither', async () => {
    const url = await link(ADMIN);
    expect(await open(url)).toContain('name="workspace"');
    const blank = await send(url, { workspace: ' ' });
    expect([blank.status, blank.body]).toEqual([400, expect.stringContaining('The name of the workspace must not be')]);
    const short = await send(url, { workspace: '"Northwind"', password: 'short', repetition: 'short' });
    expect([short.status, short.body]).toEqual([400, expect.stringContaining('value="&quot;Northwind&quot;"')]);
    expect(await name()).toBe('Casekeep');
    const { status, body } = await send(url, { workspace: '"Northwind"' });
    expect([status, body]).toEqual([200, expect.stringContaining('· &quot;Northwind&quot;</title>')]);
    expect(await name()).toBe('"Northwind"');
    expect(await open(await link(ADMIN))).not.toContain('name="workspace"');
  });

  it('is named neither by others who choose a password, nor once it has a name', async () => {
    const theirs = await link(SARA);
    expect(await open(theirs)).not.toContain('name="workspace"');
    expect((await send(theirs, { workspace: 'Mine' })).status).toBe(200);
    expect(await name()).toBe('Casekeep');
    const url = await link(ADMIN);
    await rename({ name: 'Northwind' });
    expect((await send(url, { workspace: 'Late' })).status).toBe(200);
    expect(await name()).toBe('Northwind');
  });
});
