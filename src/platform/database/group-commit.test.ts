import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  note,
  notHanging,
  openTestDatabase,
  pause,
  type TestDatabase,
  texts,
} from '../../../test/support/test-database.ts';
import { type FinishedBatch, GroupCommit } from './group-commit.ts';
import { openSqlite } from './sqlite-database.ts';
import { cachedStatements } from './statement-cache.ts';

const unavailable = { name: 'DomainError', code: 'STORE_UNAVAILABLE' };
const LARGE = 'x'.repeat(50_000);

const outcomesOf = async (works: readonly Promise<unknown>[]): Promise<string[]> =>
  (await Promise.allSettled(works)).map(({ status }) => status);

describe('a batch of transactions on SQLite', () => {
  let test: TestDatabase;
  beforeEach(async () => {
    test = await openTestDatabase('sqlite');
  });
  afterEach(() => notHanging(test.close()));

  it('commits all that arrive together, in their order', async () => {
    const order = [1, 2, 3, 4, 5];
    await Promise.all(order.map((id) => test.database.transaction((session) => note(session, id))));
    expect(await test.notes()).toEqual(order.map((id) => `note ${id}`));
  });

  it('rolls back only the transaction that throws', async () => {
    const works = [1, 2, 3].map((id) =>
      test.database.transaction(async (session) => {
        await note(session, id);
        if (id === 2) throw new Error('no');
      }),
    );
    expect(await outcomesOf(works)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await test.notes()).toEqual(['note 1', 'note 3']);
  });

  it('rolls back only the transaction whose statement is wrong, with all it wrote before', async () => {
    const works = [1, 2, 3].map((id) =>
      test.database.transaction(async (session) => {
        await note(session, id);
        if (id === 2) await note(session, 20, 'note 1');
      }),
    );
    expect(await outcomesOf(works)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await test.notes()).toEqual(['note 1', 'note 3']);
  });

  it('shows a transaction what the ones before it in the batch wrote, but not to readers', async () => {
    const seen: string[][] = [];
    await Promise.all([
      test.database.transaction((session) => note(session, 1)),
      test.database.transaction(async (session) => {
        seen.push(await texts(session), await test.notes());
        await pause(20);
        seen.push(await test.notes());
      }),
    ]);
    expect(seen).toEqual([['note 1'], [], []]);
  });

  it('answers nobody before the commit of the whole batch', async () => {
    const answers: string[] = [];
    const first = test.database.transaction((session) => note(session, 1)).then(() => answers.push('first'));
    await test.database.transaction(async (session) => {
      await note(session, 2);
      await pause(20);
      expect(answers).toEqual([]);
    });
    await first;
    expect(answers).toEqual(['first']);
  });

  it('closes only after what was queued is committed', async () => {
    const works = [1, 2, 3].map((id) => test.database.transaction((session) => note(session, id)));
    const closing = test.database.close();
    expect(await outcomesOf(works)).toEqual(['fulfilled', 'fulfilled', 'fulfilled']);
    await closing;
    const again = new DatabaseSync(test.location, { readOnly: true });
    expect(again.prepare('select count(*) as count from notes').get()).toEqual({ count: 3 });
    again.close();
    test = await openTestDatabase('sqlite');
  });

  it('tells another process that holds the database too long as unavailable, and works again afterwards', async () => {
    const other = new DatabaseSync(test.location);
    other.exec('begin immediate');
    const works = [1, 2].map((id) => test.database.transaction((session) => note(session, id)));
    const failures = await Promise.allSettled(works);
    other.exec('rollback');
    other.close();
    expect(failures).toMatchObject([
      { status: 'rejected', reason: unavailable },
      { status: 'rejected', reason: unavailable },
    ]);
    await test.database.transaction((session) => note(session, 3));
    expect(await test.notes()).toEqual(['note 3']);
  });
});

/** A group commit on a connection that the test can break. */
const openBreakable = (location: string) => {
  const connection = new DatabaseSync(location);
  connection.exec('pragma journal_mode = wal; pragma synchronous = full');
  const run = cachedStatements(connection);
  const batches: FinishedBatch[] = [];
  const broken = { commit: false };
  const groupCommit = new GroupCommit(
    connection,
    async (sql, parameters) => {
      if (broken.commit && sql === 'commit') throw new Error('disk I/O error');
      return run(sql, parameters);
    },
    (batch) => batches.push(batch),
  );
  return { connection, groupCommit, batches, broken };
};

describe('a disk that fails', () => {
  let test: TestDatabase;
  let breakable: ReturnType<typeof openBreakable>;
  beforeEach(async () => {
    test = await openTestDatabase('sqlite');
    breakable = openBreakable(test.location);
  });
  afterEach(async () => {
    breakable.connection.close();
    await notHanging(test.close());
  });

  const limitTo = (pages: number): void => breakable.connection.exec(`pragma max_page_count = ${pages}`);
  const pagesInUse = (): number => Number(breakable.connection.prepare('pragma page_count').get()?.['page_count']);

  it('makes a transaction that it has no room for unavailable, not a defect, and keeps nothing of it', async () => {
    limitTo(pagesInUse() + 2);
    const full = breakable.groupCommit.submit((session) => note(session, 1, LARGE));
    await expect(full).rejects.toMatchObject(unavailable);
    expect(await test.notes()).toEqual([]);
  });

  it('still takes what fits, and everything when there is room again', async () => {
    limitTo(pagesInUse() + 2);
    const works = [LARGE, 'small'].map((text, id) =>
      breakable.groupCommit.submit((session) => note(session, id, text)),
    );
    await Promise.allSettled(works);
    limitTo(1_000_000);
    await breakable.groupCommit.submit((session) => note(session, 7, LARGE));
    expect((await test.notes()).at(-1)).toBe(LARGE);
  });

  it('fails everybody in the batch when the commit fails, keeps nothing, and the next batch works', async () => {
    breakable.broken.commit = true;
    const works = [1, 2, 3].map((id) => breakable.groupCommit.submit((session) => note(session, id)));
    expect(await Promise.allSettled(works)).toMatchObject(
      works.map(() => ({ status: 'rejected', reason: unavailable })),
    );
    expect(await test.notes()).toEqual([]);
    breakable.broken.commit = false;
    await breakable.groupCommit.submit((session) => note(session, 4));
    expect(await test.notes()).toEqual(['note 4']);
  });

  it('makes processes forget what they loaded from a batch that was lost', async () => {
    breakable.broken.commit = true;
    await Promise.allSettled([breakable.groupCommit.submit((session) => note(session, 1))]);
    expect(breakable.batches.at(-1)).toMatchObject({ configurationChanged: true });
  });
});

describe('the durability of SQLite', () => {
  it.each([
    [true, 2],
    [false, 0],
  ])('with durable: %s is synchronous = %d, in WAL mode, with foreign keys', async (durable, synchronous) => {
    const test = await openTestDatabase('sqlite');
    const database = await openSqlite({ file: test.location, durable });
    const settings = await database.transaction(async (session) => [
      await session.run('pragma synchronous', []),
      await session.run('pragma journal_mode', []),
      await session.run('pragma foreign_keys', []),
    ]);
    expect(settings).toEqual([[{ synchronous }], [{ journal_mode: 'wal' }], [{ foreign_keys: 1 }]]);
    await database.close();
    await test.close();
  });

  it('lets readers write nothing', async () => {
    const test = await openTestDatabase('sqlite');
    await expect(note(test.database.reader, 1)).rejects.toThrow('readonly');
    await test.close();
  });
});
