import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actingAs } from '../../../test/support/configuration.ts';
import { dialects, startTestApp, type TestApp } from '../../../test/support/test-app.ts';
import type { Context } from '../../platform/context.ts';
import { createKey } from '../keys/create-key.ts';
import { endSignIns } from '../keys/end-sign-ins.ts';
import { listKeys } from '../keys/list-keys.ts';
import { revokeKey } from '../keys/revoke-key.ts';
import { activateUser } from './activate-user.ts';
import { createUser } from './create-user.ts';
import { deactivateUser } from './deactivate-user.ts';
import { getUserByName } from './find-user.ts';
import { issuePasswordLink } from './issue-password-link.ts';
import { setRole } from './set-role.ts';
import { takeOverPassword } from './take-over-password.ts';

const DIEGO = 'diego.fuentes';
const DIEGO_ID = 5;

const everyRight = { spaceIds: null, rights: null };

/** What only administrators do. */
const verbs: Readonly<Record<string, (ctx: Context) => Promise<unknown>>> = {
  'create users': (ctx) => createUser(ctx, { username: 'somebody.new' }),
  'deactivate users': (ctx) => deactivateUser(ctx, { username: DIEGO }),
  'activate users': (ctx) => activateUser(ctx, { username: DIEGO }),
  'give roles': (ctx) => setRole(ctx, { username: DIEGO, role: 'administrator' }),
  'issue links to set passwords': (ctx) => issuePasswordLink(ctx, { userId: DIEGO_ID }),
  'set the passwords of others': (ctx) => takeOverPassword(ctx, { userId: DIEGO_ID, passwordHash: 'x' }),
  'list API keys': (ctx) => listKeys(ctx),
};

describe.each(dialects)('users and keys on %s', (dialect) => {
  let testApp: TestApp;
  beforeAll(async () => {
    testApp = await startTestApp(dialect);
  });
  afterAll(() => testApp.close());

  const everything = async (): Promise<unknown> => [
    await testApp.rows('select * from users order by id'),
    await testApp.rows('select * from api_keys order by id'),
    await testApp.rows('select count(*) from password_links'),
    await testApp.rows('select count(*) from events'),
  ];
  const expectRefused = async (work: () => Promise<unknown>, message: string): Promise<void> => {
    const before = await everything();
    await expect(work()).rejects.toMatchObject({ code: 'RIGHT_MISSING', message });
    expect(await everything()).toEqual(before);
  };
  const keyOf = async (username: string) => ({ user: await getUserByName(testApp.operator, username), name: 'Test' });

  it.each(Object.entries(verbs))(
    '%s: that is for administrators, with a key that is not narrowed',
    async (what, verb) => {
      await expectRefused(
        async () => verb(await actingAs(testApp, 'sara.lindqvist')),
        `You may not ${what}: only administrators may.`,
      );
      await expectRefused(
        async () => verb(await actingAs(testApp, 'admin', undefined, everyRight)),
        `You may not ${what}: this API key is narrowed.`,
      );
      await verb(await actingAs(testApp, 'admin'));
      await testApp.reset();
    },
  );

  it('one issues and ends keys of one’s own, but not with a narrowed one, which could make itself a wider one', async () => {
    const omar = await actingAs(testApp, 'omar.haddad');
    await createKey(omar, await keyOf('omar.haddad'));
    const [newest] = await testApp.rows('select max(id) as id from api_keys');
    const keyId = Number(newest?.['id']);
    const others = [
      [await actingAs(testApp, 'omar.haddad', undefined, everyRight), 'this API key is narrowed.'],
      [await actingAs(testApp, 'sara.lindqvist'), 'only administrators may.'],
    ] as const;
    for (const [other, only] of others) {
      await expectRefused(
        async () => createKey(other, await keyOf('omar.haddad')),
        `You may not issue this API key: ${only}`,
      );
      await expectRefused(() => revokeKey(other, { keyId }), `You may not end API key ${keyId}: ${only}`);
      await expectRefused(
        () => endSignIns(other, { userId: omar.actor.userId ?? 0 }),
        `You may not end these API keys: ${only}`,
      );
    }
    await revokeKey(omar, { keyId });
    await endSignIns(omar, { userId: omar.actor.userId ?? 0 });
    const administrator = await actingAs(testApp, 'admin');
    await createKey(administrator, await keyOf('omar.haddad'));
  });
});
