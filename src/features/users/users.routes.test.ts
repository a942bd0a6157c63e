import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call } from '../../../test/support/api.ts';
import { newKeyOf } from '../../../test/support/cases.ts';
import { dialects, startTestApp, type TestApp } from '../../../test/support/test-app.ts';
import { createKey } from '../keys/create-key.ts';
import { addMember } from '../spaces/add-member.ts';
import { createSpace } from '../spaces/create-space.ts';
import { createUser } from './create-user.ts';
import { deactivateUser } from './deactivate-user.ts';
import { getUserByName } from './find-user.ts';

describe.each(dialects)('people in the new API on %s', (dialect) => {
  let test: TestApp;
  let guestId: number;
  let isolatedSpaceId: number;
  const keys: Record<string, string> = {};

  beforeAll(async () => {
    test = await startTestApp(dialect);
    isolatedSpaceId = await createSpace(test.operator, { name: 'Customer', visibility: 'isolated' });
    guestId = await createUser(test.operator, { username: 'guest', email: 'guest@example.org' });
    await addMember(test.operator, { spaceId: isolatedSpaceId, userId: guestId, role: 'contributor' });
    await createUser(test.operator, { username: 'weber', displayName: 'Zoe Weber' });
    await createUser(test.operator, { username: 'gone', displayName: 'Gone Person' });
    await deactivateUser(test.operator, { username: 'gone' });
    for (const name of ['admin', 'sara.lindqvist', 'diego.fuentes', 'guest']) keys[name] = await newKeyOf(test, name);
  });

  afterAll(() => test.close());

  const ask = (path: string, by = 'admin') => call(test, `GET ${path}`, { key: keys[by] ?? null });
  const names = async (query: string, by?: string): Promise<string[]> => {
    const { status, body } = await ask(`/users?${query}`, by);
    expect(status).toBe(200);
    return body.items.map(({ username }: { username: string }) => username);
  };

  it('are read with what there is to know of them', async () => {
    expect((await ask('/users/3')).body).toEqual({
      id: 3,
      username: 'jonas.weber',
      displayName: 'Jonas Weber',
      avatarUrl: null,
      firstName: 'Jonas',
      lastName: 'Weber',
      email: 'jonas.weber@example.com',
      role: 'member',
      timeZone: 'Europe/Berlin',
      isActive: true,
    });
  });

  it('are listed by name, page by page, without the deactivated ones', async () => {
    const all = await names('limit=200');
    expect([all, all.includes('gone')]).toEqual([expect.arrayContaining(['admin', 'guest', 'weber']), false]);
    const seen: string[] = [];
    for (let cursor = ''; ; ) {
      const { body } = await ask(`/users?limit=4${cursor}`);
      seen.push(...body.items.map(({ username }: { username: string }) => username));
      if (body.next === null) break;
      cursor = `&cursor=${body.next}`;
    }
    expect(seen).toEqual(all);
  });

  it('are found by parts of their names, whoever has exactly this user name first, on all pages', async () => {
    expect(await names('search=weber')).toEqual(['weber', 'jonas.weber']);
    const { body } = await ask('/users?search=weber&limit=1');
    expect(await names(`search=weber&limit=1&cursor=${body.next}`)).toEqual(['jonas.weber']);
    expect([await names('search=%25'), await names('search=%00'), await names('search=nobody')]).toEqual([
      [],
      await names(''),
      [],
    ]);
  });

  it('who can see a space are listed as those who can be assigned there', async () => {
    expect(await names('spaceId=2')).toEqual(
      expect.arrayContaining(['admin', 'claire.dubois', 'jonas.weber', 'yuki.tanaka']),
    );
    expect(await names('spaceId=2')).not.toContain('sara.lindqvist');
    const hidden = await ask(`/users?spaceId=${isolatedSpaceId}`, 'sara.lindqvist');
    expect([hidden.status, hidden.body.code]).toEqual([404, 'SPACE_NOT_FOUND']);
  });

  it('of isolated spaces are hidden from whoever shares none of these', async () => {
    expect(await names('limit=200', 'sara.lindqvist')).not.toContain('guest');
    const hidden = await ask(`/users/${guestId}`, 'sara.lindqvist');
    expect([hidden.status, hidden.body.code]).toEqual([404, 'USER_NOT_FOUND']);
    expect(await names('limit=200', 'guest')).toEqual(['admin', 'guest']);
  });

  it('who were deactivated can be looked up by everybody and are listed for administrators', async () => {
    const { id } = await getUserByName(test.operator, 'gone');
    expect((await ask(`/users/${id}`, 'sara.lindqvist')).body).toMatchObject({ username: 'gone', isActive: false });
    expect(await names('state=deactivated')).toEqual(['gone']);
    expect(await names('state=all&limit=200')).toEqual(expect.arrayContaining(['gone', 'admin']));
    const { status, body } = await ask('/users?state=all', 'sara.lindqvist');
    expect([status, body.code]).toEqual([403, 'RIGHT_MISSING']);
  });

  it('e-mail addresses are null for those who may not read them', async () => {
    expect((await ask('/users/2', 'diego.fuentes')).body.email).toBeNull();
    expect((await ask('/users/5', 'diego.fuentes')).body.email).toBe('diego.fuentes@example.com');
  });

  it.each([
    ['limit=0', 'limit'],
    ['limit=201', 'limit'],
    ['state=sleeping', 'state'],
    ['spaceId=x', 'spaceId'],
    [`search=${'x'.repeat(201)}`, 'search'],
    ['cursor=W10', 'cursor'],
    ['cursor=Wzk5OTk5OV0', 'cursor'],
    ['keyword=x', 'keyword'],
  ])('a list with %s is refused, and the field is named', async (query, field) => {
    const { status, body } = await ask(`/users?${query}`);
    expect([status, body.errors?.[0]?.field]).toEqual([400, field]);
  });

  it.each(['/users/0', '/users/x', '/users/99999', '/users/9007199254740993'])('%s is not there', async (path) => {
    expect((await ask(path)).status).toBe(404);
  });

  describe('whoever asks', () => {
    it('learns who they are, with which key, and what they may do in which space', async () => {
      const { body } = await ask('/me', 'sara.lindqvist');
      expect(body).toMatchObject({
        id: 2,
        username: 'sara.lindqvist',
        email: 'sara.lindqvist@example.com',
        key: { name: 'Test', origin: 'issued', expiresAt: null, spaceIds: null, rights: null },
        isAdministrator: false,
      });
      expect(body.spaces.map(({ id }: { id: number }) => id)).toEqual([1]);
      expect(body.spaces[0]).toMatchObject({ name: 'Customer Support', isMember: true });
      expect(body.rights).toEqual(body.spaces[0].rights);
    });

    it('learns what a narrowed key takes away', async () => {
      const user = await getUserByName(test.operator, 'admin');
      const narrowing = { spaceIds: [2], rights: ['Update', 'UpdateIssueStatus'] as const };
      const key = await createKey(test.operator, { user, name: 'Narrowed', ...narrowing });
      const { body } = await call(test, 'GET /me', { key });
      expect(body).toMatchObject({ role: 'administrator', isAdministrator: false, key: narrowing });
      expect(body.spaces).toEqual([
        { id: 2, name: 'Product Development', role: 'manager', isMember: false, rights: narrowing.rights },
      ]);
    });

    it('learns from where on to hear of changes of what is read next', async () => {
      // Whoever reads the log gives its events their places.
      await call(test, 'GET /events?limit=1');
      const { eventCursor } = (await call(test, 'GET /me')).body;
      expect((await call(test, 'PATCH /cases/2304', { body: { title: 'Changed since' } })).status).toBe(200);
      const { items } = (await call(test, `GET /events?after=${eventCursor}`)).body;
      expect(items.at(-1)).toMatchObject({ type: 'case.updated', caseId: 2304 });
      const { next } = (await call(test, 'GET /events?after=now')).body;
      expect((await call(test, 'GET /me')).body.eventCursor).toBe(next);
    });

    it('must say who they are', async () => {
      for (const path of ['/me', '/users', '/users/3']) {
        expect((await call(test, `GET ${path}`, { key: null })).status).toBe(401);
      }
    });
  });
});
