import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from './database.ts';
import { ReadingThreads } from './reading-threads.ts';
import { openSqlite } from './sqlite-database.ts';

/** Takes some tenths of a second. */
const SLOW = `with recursive numbers(n) as (select 1 union all select n + 1 from numbers where n < 3000000)
  select count(*) as count from numbers`;

describe('statements beside the event loop', () => {
  let directory: string;
  let database: Database;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'casekeep-test-'));
    database = await openSqlite({ file: join(directory, 'casekeep.db'), durable: false });
  });
  afterEach(async () => {
    await database.close();
    await rm(directory, { recursive: true, force: true });
  });

  const epoch = async (): Promise<unknown> => {
    const [row] = await database.reader.runAside('select epoch from configuration_epoch', []);
    return row?.['epoch'];
  };

  it('see all that is committed, and nothing that is not', async () => {
    const before = Number(await epoch());
    await database.transaction(async (session) => {
      await session.run('update configuration_epoch set epoch = epoch + 1', []);
      expect(await epoch()).toBe(before);
      const [own] = await session.runAside('select epoch from configuration_epoch', []);
      expect(own?.['epoch']).toBe(before + 1);
    });
    expect(await epoch()).toBe(before + 1);
  });

  it('keep nobody waiting, however long they take', async () => {
    const done: string[] = [];
    const slow = database.reader.runAside(SLOW, []).then((rows) => done.push(`slow ${rows[0]?.['count']}`));
    for (let count = 1; count <= 3; count += 1) {
      await database.reader.run('select 1', []);
      done.push(`quick ${count}`);
    }
    await slow;
    expect(done).toEqual(['quick 1', 'quick 2', 'quick 3', 'slow 3000000']);
  });

  it('are refused with what is wrong with them, and others are answered', async () => {
    await expect(database.reader.runAside('select id from nowhere', [])).rejects.toThrow('no such table: nowhere');
    await expect(database.reader.runAside('delete from cases', [])).rejects.toThrow('readonly');
    expect(await epoch()).toBeTypeOf('number');
  });

  it('are run by the event loop where no thread can be started', async () => {
    const here = (sql: string) => Promise.resolve([{ ran: sql }]);
    const threads = new ReadingThreads(join(directory, 'nowhere', 'casekeep.db'), here);
    const answers = await Promise.all([threads.run('select 1', []), threads.run('select 2', [])]);
    expect(answers).toEqual([[{ ran: 'select 1' }], [{ ran: 'select 2' }]]);
    expect(await threads.run('select 3', [])).toEqual([{ ran: 'select 3' }]);
    await threads.close();
  });

  it('that are under way are answered when the database is closed', async () => {
    const slow = database.reader.runAside(SLOW, []);
    await database.close();
    expect(await slow).toEqual([{ count: 3_000_000 }]);
    database = await openSqlite({ file: join(directory, 'casekeep.db'), durable: false });
  });
});
