import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import {
  note,
  notHanging,
  openTestDatabase,
  pause,
  type TestDatabase,
  texts,
} from '../../../test/support/test-database.ts';
import { openPostgres } from './postgres-database.ts';
import type { Session } from './session.ts';

const unavailable = { name: 'DomainError', code: 'STORE_UNAVAILABLE' };

const change = (session: Session, id: number, text: string) =>
  session.run('update notes set text = $2 where id = $1', [id, text]);

const backendOf = async (session: Session): Promise<number> =>
  Number((await session.run('select pg_backend_pid() as pid', []))[0]?.['pid']);

describe('PostgreSQL', () => {
  let test: TestDatabase;
  let admin: Client;
  let defects: unknown[];
  const seeDefect = (error: unknown): void => void defects.push(error);
  beforeEach(async () => {
    defects = [];
    process.on('uncaughtException', seeDefect);
    test = await openTestDatabase('postgres');
    admin = new Client({ connectionString: test.location });
    await admin.connect();
  });
  afterEach(async () => {
    await admin.end();
    await notHanging(test.close());
    process.off('uncaughtException', seeDefect);
    expect(defects).toEqual([]);
  });

  const terminate = (pid: number) => admin.query('select pg_terminate_backend($1, 5000)', [pid]);
  const terminateAll = () =>
    admin.query(`select pg_terminate_backend(pid, 5000) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`);

  it('commits with a flush, and ends statements and transactions that stand still', async () => {
    const read = async (name: string) => (await test.database.reader.run(`show ${name}`, []))[0]?.[name];
    expect(await read('synchronous_commit')).toBe('on');
    expect(await read('statement_timeout')).toBe('10s');
    expect(await read('idle_in_transaction_session_timeout')).toBe('30s');
  });

  it('tries transactions again that blocked each other', async () => {
    await test.database.transaction(async (session) => {
      await note(session, 1);
      await note(session, 2);
    });
    let attempts = 0;
    const { promise: bothHaveBegun, resolve: goOn } = Promise.withResolvers<void>();
    const crossing = (first: number, second: number): Promise<void> =>
      test.database.transaction(async (session) => {
        await change(session, first, `${first} of ${first}${second}`);
        attempts += 1;
        if (attempts === 2) goOn();
        await bothHaveBegun;
        await change(session, second, `${second} of ${first}${second}`);
      });
    await Promise.all([crossing(1, 2), crossing(2, 1)]);
    expect(attempts).toBeGreaterThan(2);
    expect(new Set((await test.notes()).map((text) => text.slice(-2))).size).toBe(1);
  });

  it('does not try again what is wrong in itself', async () => {
    let attempts = 0;
    const wrong = test.database.transaction(async (session) => {
      attempts += 1;
      await note(session, 1);
      await note(session, 2, 'note 1');
    });
    await expect(wrong).rejects.toThrow('duplicate key');
    expect(attempts).toBe(1);
    expect(await test.notes()).toEqual([]);
  });

  it('makes a transaction unavailable whose connection is ended while a statement runs', async () => {
    let termination: Promise<unknown> | undefined;
    const cut = test.database.transaction(async (session) => {
      await note(session, 1);
      const pid = await backendOf(session);
      termination = pause(50).then(() => terminate(pid));
      await session.run('select pg_sleep(5)', []);
    });
    await expect(cut).rejects.toMatchObject(unavailable);
    await termination;
    expect(await test.notes()).toEqual([]);
  });

  it('makes a transaction unavailable whose connection is ended between two statements', async () => {
    const cut = test.database.transaction(async (session) => {
      await note(session, 1);
      await terminate(await backendOf(session));
      await pause(50);
      await note(session, 2);
    });
    await expect(cut).rejects.toMatchObject(unavailable);
    expect(await test.notes()).toEqual([]);
  });

  it('works again after all of its connections were ended', async () => {
    await Promise.all([1, 2, 3].map((id) => test.database.transaction((session) => note(session, id))));
    await terminateAll();
    await pause(50);
    expect(await test.notes()).toEqual(['note 1', 'note 2', 'note 3']);
    await test.database.transaction((session) => note(session, 4));
    await test.database.probe();
    expect(await texts(test.database.reader)).toHaveLength(4);
  });

  it('is unavailable, not defective, while the database takes no connections, and recovers', async () => {
    const name = new URL(test.location).pathname.slice(1);
    const server = new Client({ connectionString: inject('postgresUrl') });
    await server.connect();
    await server.query(`alter database ${name} allow_connections false`);
    await terminateAll();
    await pause(50);
    const write = test.database.transaction((session) => note(session, 1));
    await expect(write).rejects.toMatchObject(unavailable);
    await expect(test.notes()).rejects.toMatchObject(unavailable);
    await expect(test.database.probe()).rejects.toMatchObject(unavailable);
    await server.query(`alter database ${name} allow_connections true`);
    await server.end();
    await test.database.transaction((session) => note(session, 2));
    expect(await test.notes()).toEqual(['note 2']);
  });

  it('queues transactions when all connections are in use', async () => {
    const ids = Array.from({ length: 20 }, (_, index) => index + 1);
    const works = ids.map((id) =>
      test.database.transaction(async (session) => {
        await note(session, id);
        await pause(5);
      }),
    );
    await notHanging(Promise.all(works));
    expect(await test.notes()).toHaveLength(20);
  });

  it('says that a server is unavailable which is not there at all', async () => {
    const nowhere = openPostgres({ url: 'postgres://casekeep@127.0.0.1:1/casekeep', connections: 2 });
    await expect(nowhere).rejects.toThrow('ECONNREFUSED');
  });
});
