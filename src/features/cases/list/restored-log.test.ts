import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { call } from '../../../../test/support/api.ts';
import { dialects, startTestApp, type TestApp } from '../../../../test/support/test-app.ts';
import { openPlatform } from '../../../app/open-platform.ts';

const YEAR_MS = 365 * 24 * 60 * 60_000;
const NEWEST_FIRST = 'select id from cases where deleted_at is null order by updated_at desc, id desc limit 10';

describe.each(dialects)('lists while an older content takes the place of the database, on %s', (dialect) => {
  let test: TestApp | undefined;
  let caseIds: number[] = [];

  beforeEach(async () => {
    await test?.close();
    test = await startTestApp(dialect);
    caseIds = (await listed()).slice(0, 3);
    await test.platform.database.caseOrder.whenBuilt();
    await listed();
  });

  afterAll(() => test?.close());

  const app = (): TestApp => test as TestApp;
  const listed = async (): Promise<number[]> => {
    const { items } = (await call(app(), 'GET /cases?limit=10')).body;
    return items.map(({ id }: { id: number }) => id);
  };
  const touch = async (caseId: number | undefined, title = `Touched ${caseId}`) => {
    expect((await call(app(), `PATCH /cases/${caseId}`, { body: { title } })).status).toBe(200);
  };
  const placed = () => call(app(), 'GET /events?limit=1');
  const lastEvent = async () => Number((await app().rows('select max(id) as id from events'))[0]?.['id']);

  /** What a backup, or a replica that had not heard of the latest, knows: nothing of an update, nor of its events. */
  const loseSince = async (eventId: number, caseId: number | undefined) => {
    const other = await openPlatform({ settings: app().settings, durable: false });
    await other.database.transaction(async ({ run }) => {
      await run(`delete from events where id > ${eventId}`, []);
      await run(`update cases set updated_at = updated_at - ${YEAR_MS} where id = ${caseId}`, []);
    });
    await other.database.close();
  };
  const expectRight = async () => {
    const right = async () => expect(await listed()).toEqual((await app().rows(NEWEST_FIRST)).map(({ id }) => id));
    await right();
    await app().platform.database.caseOrder.whenBuilt();
    await right();
    await touch(caseIds[1], 'Touched after all');
    await right();
  };

  it('are right when the log ends before what was seen of it', async () => {
    const [, , last] = caseIds;
    const before = await lastEvent();
    await touch(last);
    await placed();
    expect((await listed())[0]).toBe(last);
    await loseSince(before, last);
    await expectRight();
  });

  it('are right when what was lost had no place in the log yet', async () => {
    const [, , last] = caseIds;
    await placed();
    const before = await lastEvent();
    await touch(last);
    expect((await listed())[0]).toBe(last);
    await loseSince(before, last);
    await expectRight();
  });

  it('are right when the log has gone on since, beyond what was seen of it', async () => {
    const [first, , last] = caseIds;
    const before = await lastEvent();
    await touch(last);
    await placed();
    expect((await listed())[0]).toBe(last);
    await loseSince(before, last);
    for (const title of ['One', 'Two', 'Three']) await touch(first, title);
    await placed();
    await expectRight();
  });

  it('go on with what is in memory when the log has only grown', async () => {
    const { caseOrder } = app().platform.database;
    for (const caseId of caseIds.toReversed()) {
      await touch(caseId);
      expect((await listed())[0]).toBe(caseId);
      await placed();
      expect(await caseOrder.find({ conditions: {}, spaceIds: 'all', offset: 0, length: 1 })).toEqual([caseId]);
    }
  });
});
