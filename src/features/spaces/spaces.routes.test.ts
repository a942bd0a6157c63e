import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call } from '../../../test/support/api.ts';
import { newKeyOf } from '../../../test/support/cases.ts';
import { configurationTraces } from '../../../test/support/configuration.ts';
import { dialects, startTestApp, type TestApp } from '../../../test/support/test-app.ts';

describe.each(dialects)('spaces in the new API on %s', (dialect) => {
  let test: TestApp;
  /** Manager of space 1, which is public. */
  let sara: string;
  /** Viewer of space 1 and manager of space 2, which is private. */
  let priya: string;

  beforeAll(async () => {
    test = await startTestApp(dialect);
    sara = await newKeyOf(test, 'sara.lindqvist');
    priya = await newKeyOf(test, 'priya.raman');
  });

  afterAll(() => test.close());

  const expectRefused = async (operation: string, request: Parameters<typeof call>[2], expected: object) => {
    const before = await configurationTraces(test);
    const { status, body } = await call(test, operation, request);
    expect({ status, ...body }).toMatchObject(expected);
    expect(await configurationTraces(test)).toEqual(before);
  };

  it('are listed by name, with the role and the rights of whoever asks', async () => {
    const { status, body } = await call(test, 'GET /spaces', { key: priya });
    expect([status, body.next]).toEqual([200, null]);
    expect(body.items).toEqual([
      {
        id: 1,
        name: 'Customer Support',
        visibility: 'public',
        archived: false,
        role: 'viewer',
        isMember: true,
        rights: [],
      },
      expect.objectContaining({ id: 2, role: 'manager', rights: expect.arrayContaining(['ManageSpace', 'Create']) }),
    ]);
  });

  it('are listed page by page, none twice and none left out', async () => {
    const first = await call(test, 'GET /spaces?limit=1');
    const second = await call(test, `GET /spaces?limit=1&cursor=${first.body.next}`);
    expect([first, second].map(({ body }) => body.items.map(({ id }: { id: number }) => id))).toEqual([[1], [2]]);
    expect(second.body.next).toBeNull();
    await expectRefused('GET /spaces?cursor=abc', {}, { status: 400, errors: [{ field: 'cursor' }] });
  });

  it('do not exist for whoever cannot see them', async () => {
    const { body } = await call(test, 'GET /spaces', { key: sara });
    expect(body.items.map(({ id }: { id: number }) => id)).toEqual([1]);
    for (const operation of [
      'GET /spaces/2',
      'GET /spaces/2/members',
      'DELETE /spaces/2/members/4',
      'GET /spaces/99',
    ]) {
      await expectRefused(operation, { key: sara }, { status: 404, code: 'SPACE_NOT_FOUND' });
    }
  });

  it('are created by administrators, and by nobody else', async () => {
    const body = { name: 'Workshop', visibility: 'isolated' };
    const created = await call(test, 'POST /spaces', { body });
    expect([created.status, created.headers['location']]).toEqual([201, `/api/v1/spaces/${created.body.id}`]);
    expect((await call(test, `GET /spaces/${created.body.id}`)).body).toEqual(created.body);
    expect(created.body).toMatchObject({ ...body, archived: false, role: 'manager', isMember: false });
    const other = { body: { ...body, name: 'Attic' } };
    await expectRefused('POST /spaces', { ...other, key: sara }, { status: 403, code: 'RIGHT_MISSING' });
    await expectRefused('POST /spaces', { body }, { status: 400, errors: [{ field: 'name' }] });
  });

  it('change several properties in one transaction, all or none', async () => {
    const { body } = await call(test, 'POST /spaces', { body: { name: 'Depot', visibility: 'private' } });
    const path = `PATCH /spaces/${body.id}`;
    const changed = await call(test, path, { body: { name: 'Store', visibility: 'public', archived: true } });
    expect(changed.body).toMatchObject({ id: body.id, name: 'Store', visibility: 'public', archived: true });
    const taken = { body: { archived: false, name: 'Customer support' } };
    await expectRefused(path, taken, { status: 400, errors: [{ field: 'name' }] });
    await expectRefused(path, { body: { visibility: 'open' } }, { status: 400, errors: [{ field: 'visibility' }] });
    await expectRefused(path, { body: { name: 'Mine' }, key: sara }, { status: 403, code: 'RIGHT_MISSING' });
    const archived = await call(test, 'GET /spaces?archived=true');
    expect(archived.body.items.map(({ name }: { name: string }) => name)).toEqual(['Store']);
  });

  it('tell in a dry run what would be, and change nothing', async () => {
    const before = await configurationTraces(test);
    const request = { body: { name: 'Would' }, headers: { prefer: 'dry-run' } };
    const { status, body } = await call(test, 'PATCH /spaces/1', request);
    expect([status, body.name]).toEqual([200, 'Would']);
    expect(await configurationTraces(test)).toEqual(before);
  });

  it('have members, listed page by page and by role', async () => {
    const first = await call(test, 'GET /spaces/1/members?limit=3', { key: priya });
    const second = await call(test, `GET /spaces/1/members?limit=3&cursor=${first.body.next}`, { key: priya });
    const members = [...first.body.items, ...second.body.items];
    expect(members.map(({ userId }) => userId)).toEqual([2, 3, 4, 5, 7]);
    expect(members[0]).toEqual({
      userId: 2,
      username: 'sara.lindqvist',
      displayName: 'Sara Lindqvist',
      avatarUrl: null,
      isActive: true,
      role: 'manager',
    });
    const agents = await call(test, 'GET /spaces/1/members?role=agent');
    expect(agents.body.items.map(({ userId }: { userId: number }) => userId)).toEqual([3, 7]);
  });

  it('get members and change their roles by managers, and by nobody below', async () => {
    const path = '/spaces/1/members/6';
    await expectRefused(`GET ${path}`, { key: sara }, { status: 404, code: 'USER_NOT_FOUND' });
    const added = await call(test, `PUT ${path}`, { key: sara, body: { role: 'agent' } });
    expect([added.status, added.body]).toEqual([200, expect.objectContaining({ userId: 6, role: 'agent' })]);
    const changed = await call(test, `PUT ${path}`, { key: sara, body: { role: 'viewer' } });
    expect(changed.body.role).toBe('viewer');
    await expectRefused(`PUT ${path}`, { key: priya, body: { role: 'agent' } }, { status: 403, code: 'RIGHT_MISSING' });
    await expectRefused(`PUT ${path}`, { key: sara, body: { role: 'boss' } }, { status: 400, code: 'FIELDS_INVALID' });
    const nobody = '/spaces/1/members/987';
    await expectRefused(`PUT ${nobody}`, { key: sara, body: { role: 'agent' } }, { code: 'USER_NOT_FOUND' });
    expect((await call(test, `DELETE ${path}`, { key: sara })).status).toBe(204);
    await expectRefused(`DELETE ${path}`, { key: sara }, { status: 404, code: 'USER_NOT_FOUND' });
  });
});
