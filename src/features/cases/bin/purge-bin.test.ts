import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call } from '../../../../test/support/api.ts';
import { createManyCases } from '../../../../test/support/many-cases.ts';
import { dialects, startTestApp, type TestApp } from '../../../../test/support/test-app.ts';
import { purgeBin } from './purge-bin.ts';

/** More than are looked up at once. */
const DELETED = 60;

describe.each(dialects)('purging the bin on %s', (dialect) => {
  let test: TestApp;
  let caseIds: number[];

  beforeAll(async () => {
    test = await startTestApp(dialect);
    caseIds = await createManyCases(test.operator, DELETED);
    for (const caseId of caseIds) await call(test, `DELETE /cases/${caseId}`);
  });

  afterAll(() => test.close());

  const run = (sql: string) => test.operator.inTransaction((tx) => tx.db.run(sql, []));
  const inBin = async () =>
    (await test.rows('select id from cases where deleted_at is not null')).map(({ id }) => Number(id));

  it('goes past cases that cannot be purged, tells of them, and takes them when they can', async () => {
    const [first = 0, ...others] = caseIds;
    const stuck = [first, others.at(30) ?? 0];
    // No door leads to such a case: something that only the database knows of refers to it.
    await run('create table planted (case_id bigint references cases (id))');
    for (const caseId of stuck) await run(`insert into planted values (${caseId})`);
    const thrown = await purgeBin(test.operator, { olderThanMs: 0 }).catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(AggregateError);
    const messages = (thrown as AggregateError).errors.map(({ message }: Error) => message);
    expect(messages).toEqual(stuck.map((caseId) => `Case ${caseId} could not be deleted for good.`));
    expect(await inBin()).toEqual(stuck);
    await run('drop table planted');
    expect(await purgeBin(test.operator, { olderThanMs: 0 })).toBe(stuck.length);
    expect(await inBin()).toEqual([]);
  });
});
