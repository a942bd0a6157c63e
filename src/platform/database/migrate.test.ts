import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dialects } from '../../../test/support/test-app.ts';
import { openTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { openPostgres } from './postgres-database.ts';
import { openSqlite } from './sqlite-database.ts';

/** Two were begun at the same time, and databases know them by these names. */
const SAME_NUMBERS = ['0011', '0018'];

/** The last one, and what undoes it. */
const LAST = '0033-mails';
const UNDO = ['drop index users_email', 'drop table outgoing_mails', 'drop table password_requests'];

describe.each(dialects)('migrations on %s', (dialect) => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await openTestDatabase(dialect);
  });
  afterAll(() => test.close());

  const executed = async (): Promise<string[]> =>
    (await test.database.reader.run('select name from kysely_migration order by name', [])).map(
      ({ name }) => `${name}`,
    );

  /** Opens the database once more; answers what it was said to need. */
  const openAgain = async (): Promise<(readonly string[])[]> => {
    const told: (readonly string[])[] = [];
    const onUpgrade = (names: readonly string[]) => told.push(names);
    const again = await (dialect === 'sqlite'
      ? openSqlite({ file: test.location, durable: true, onUpgrade })
      : openPostgres({ url: test.location, connections: 1, onUpgrade }));
    await again.close();
    return told;
  };

  it('are those of the folder, in the order of their numbers', async () => {
    const files = readdirSync(join(import.meta.dirname, 'migrations')).filter((name) => /^\d/u.test(name));
    expect(await executed()).toEqual(files.map((name) => name.replace('.ts', '')).toSorted());
    const numbers = files.map((name) => name.slice(0, 4));
    const twice = numbers.filter((number, index) => numbers.indexOf(number) !== index);
    expect(twice.toSorted()).toEqual(SAME_NUMBERS);
    expect(files.toSorted().at(-1)).toBe(`${LAST}.ts`);
  });

  it('are told of when a database with data needs them, and not when it needs none', async () => {
    expect(await openAgain()).toEqual([]);
    await test.database.transaction(async (session) => {
      for (const statement of UNDO) await session.run(statement, []);
      await session.run(`delete from kysely_migration where name = '${LAST}'`, []);
    });
    expect(await openAgain()).toEqual([[LAST]]);
    expect(await openAgain()).toEqual([]);
    expect((await executed()).at(-1)).toBe(LAST);
  });
});
