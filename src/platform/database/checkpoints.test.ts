import { execFile } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqlite } from './sqlite-database.ts';

const PAGE_BYTES = 4_096;
/** Some pages of the log each. */
const TEXT = 'x'.repeat(16 * PAGE_BYTES);

describe('the log of a SQLite database', () => {
  let directory: string;
  let file: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'casekeep-test-'));
    file = join(directory, 'casekeep.db');
  });
  afterEach(() => rm(directory, { recursive: true, force: true }));

  /** How many pages of the log are in use. */
  const logPages = (): number => {
    const connection = new DatabaseSync(file, { readOnly: true });
    const pages = Number(connection.prepare('pragma wal_checkpoint(noop)').get()?.['log']);
    connection.close();
    return pages;
  };
  const textsIn = async (database: Awaited<ReturnType<typeof openSqlite>>) =>
    (await database.reader.run('select count(*) as texts from secrets', []))[0]?.['texts'];

  it('begins anew while it is written all the time, and nothing of it is lost', async () => {
    const database = await openSqlite({ file, durable: false });
    let writes = 0;
    const write = async (): Promise<void> => {
      const statement = 'insert into secrets (name, value) values (?, ?)';
      await database.transaction((session) => session.run(statement, [`text ${writes}`, TEXT]));
      writes += 1;
    };
    while (logPages() < 4_500) await write();
    // The thread copies meanwhile, and waits for nobody to stop writing.
    while (logPages() > 1_000) {
      await write();
      await sleep(2);
    }
    expect(await textsIn(database)).toBe(writes);
    await database.close();
    await expect(stat(`${file}-wal`)).rejects.toThrow('ENOENT');
    const again = await openSqlite({ file, durable: false });
    expect(await textsIn(again)).toBe(writes);
    await again.close();
  });

  it('is closed before a program ends that has nothing else to do', async () => {
    const script = `
      import { openSqlite } from ${JSON.stringify(new URL('./sqlite-database.ts', import.meta.url).href)};
      const database = await openSqlite({ file: ${JSON.stringify(file)}, durable: false });
      for (let write = 0; write < 320; write += 1) {
        const values = ['text ' + write, 'x'.repeat(${TEXT.length})];
        await database.transaction((session) => session.run('insert into secrets (name, value) values (?, ?)', values));
      }
      await database.close();
      console.log('closed');`;
    // Node.js ends with 13 when a program ends while its last line still waits.
    const run = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script]);
    expect(run.stdout).toBe('closed\n');
  });
});
