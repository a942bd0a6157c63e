import { dirname } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dialects } from '../../test/support/test-app.ts';
import { openTestDatabase, type TestDatabase } from '../../test/support/test-database.ts';
import { createUser } from '../features/users/create-user.ts';
import { operator } from '../kernel/actor.ts';
import { Context, type Platform } from '../platform/context.ts';
import { firstStart } from './first-start.ts';
import { openPlatform } from './open-platform.ts';

describe.each(dialects)('the first start on %s', (dialect) => {
  let test: TestDatabase;
  let platforms: Platform[];
  beforeEach(async () => {
    test = await openTestDatabase(dialect);
    const settings =
      dialect === 'sqlite'
        ? { dataDir: dirname(test.location), databaseUrl: undefined, databaseConnections: 3 }
        : { dataDir: '', databaseUrl: test.location, databaseConnections: 3 };
    platforms = [await openPlatform({ settings }), await openPlatform({ settings })];
  });
  afterEach(async () => {
    for (const { database } of platforms) await database.close();
    await test.close();
  });

  const usernames = async () =>
    (await test.database.reader.run('select username from users order by id', [])).map(({ username }) => username);

  it('happens in one of several processes that start at the same moment, and fails in none', async () => {
    const results = await Promise.allSettled(platforms.map((platform) => firstStart(platform)));
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
    const values = results.map((result) => (result.status === 'fulfilled' ? result.value : undefined));
    expect(values.filter((value) => value !== undefined)).toHaveLength(1);
    expect(await usernames()).toEqual(['admin']);
  });

  it('keeps the users whom the operator added before, and does not happen twice', async () => {
    const { platform } = test.ctx;
    await createUser(new Context(platform, operator('cli')), { username: 'early' });
    expect(await firstStart(platform)).toBeDefined();
    expect(await firstStart(platform)).toBeUndefined();
    expect(await usernames()).toEqual(['early', 'admin']);
  });
});
