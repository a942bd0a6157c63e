import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newCase, newKeyOf } from '../../../../test/support/cases.ts';
import { idsOf, listAll, listPage } from '../../../../test/support/listing.ts';
import { putCase, send } from '../../../../test/support/requests.ts';
import { dialects, startTestApp, type TestApp } from '../../../../test/support/test-app.ts';
import { SANDBOX_KEY } from '../../../app/fill-sandbox.ts';
import { openPlatform } from '../../../app/open-platform.ts';
import { operator } from '../../../kernel/actor.ts';
import { Context } from '../../../platform/context.ts';
import { placeNewEvents } from '../../../platform/events/place-new-events.ts';
import { createUser } from '../../users/create-user.ts';
import { deleteCase } from '../delete-case.ts';
import { updateCase } from '../update-case.ts';

/** The parameters of a list, and the column that each is compared with. */
const filters = {
  spaceid: 'space_id',
  projectID: 'project_id',
  categoryID: 'section_id',
  milestoneID: 'milestone_id',
  issueStatusID: 'status_id',
  priorityID: 'priority_id',
  assignedToUserID: 'assignee_id',
  reportedByUserID: 'reporter_id',
} as const;
type Row = Readonly<Record<string, unknown>>;
type Filter = keyof typeof filters;

const RUNS = { sqlite: 60, postgres: 20 } as const;
const CASES = 30;

/** What happens to a case between two looks at the list. */
const changes = fc.oneof(
  fc.record({ IssueStatusID: fc.integer({ min: 1, max: 6 }) }),
  fc.record({ IssuePriorityID: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ AssignedToUserID: fc.constantFrom(0, 1, 3, 7, 8) }),
  fc.record({ SpaceID: fc.constantFrom(1, 2) }),
  fc.record({ ProjectID: fc.constantFrom(1, 2), ProjectSectionID: fc.constantFrom(0, 1, 2) }),
  fc.record({ IssueTitle: fc.stringMatching(/^[a-z]{1,5}$/u) }),
  // Refused: rolled back in the middle of a batch.
  fc.record({ IssueTitle: fc.stringMatching(/^[a-z]{1,5}$/u), MilestoneID: fc.constant(999_999) }),
  fc.constant('delete' as const),
  // On PostgreSQL whoever reads the log gives events their positions.
  fc.constant('read the log' as const),
);
const works = fc.array(fc.tuple(fc.nat({ max: CASES - 1 }), changes), { minLength: 1, maxLength: 12 });
const looks = fc.record({
  narrowedBy: fc.uniqueArray(fc.constantFrom(...(Object.keys(filters) as Filter[])), { maxLength: 3 }),
  like: fc.nat(),
  StartPage: fc.integer({ min: 1, max: 9 }),
  PageLength: fc.integer({ min: 1, max: 25 }),
  asMember: fc.boolean(),
  order: fc.constantFrom({}, {}, {}, { SortColumn: 0, SortOrder: 0 }, { SortColumn: 1 }, { SortColumn: 2 }),
});

describe.each(dialects)('the list of cases on %s', (dialect) => {
  let testApp: TestApp;
  let memberKey: string;
  let ids: number[] = [];
  beforeAll(async () => {
    testApp = await startTestApp(dialect);
    await testApp.platform.database.caseOrder.whenBuilt();
    // Sees the public space only.
    memberKey = await newKeyOf(testApp, 'sara.lindqvist');
    for (let count = 0; count < CASES; count += 1) ids.push(await newCase(testApp, { ...anyPlace, IssueTitle: 'One' }));
  });
  afterAll(() => testApp.close());

  const anyPlace = { SpaceID: 1, ProjectID: 1 };

  const work = async ([index, change]: readonly [number, object | 'delete' | 'read the log']): Promise<void> => {
    const id = ids[index] ?? 0;
    if (change === 'read the log') await send(testApp, { method: 'GET', url: '/api/v1/events?limit=1' });
    else if (change !== 'delete') await putCase(testApp, id, change);
    else {
      await send(testApp, { method: 'DELETE', url: `/api/cases/${id}` });
      const created = await newCase(testApp, { ...anyPlace, IssueTitle: 'Another' });
      ids = ids.map((each) => (each === id ? created : each));
    }
  };

  type Look = typeof looks extends fc.Arbitrary<infer T> ? T : never;

  /** The same list, made by hand of all rows. */
  const expected = (all: readonly Row[], look: Look, query: Readonly<Record<string, number>>): number[] => {
    const { SortColumn = 0, SortOrder = 1 } = look.order as { SortColumn?: number; SortOrder?: number };
    const keyOf = (row: Row): number => Number(row[['updated_at', 'created_at', 'id'][SortColumn] ?? '']);
    const sorted = all
      .filter((row) => !look.asMember || row['space_id'] === 1)
      .filter((row) => Object.entries(query).every(([name, id]) => row[filters[name as Filter]] === id))
      .sort((one, other) => keyOf(one) - keyOf(other) || Number(one['id']) - Number(other['id']))
      .map(({ id }) => Number(id));
    const start = (look.StartPage - 1) * look.PageLength;
    return (SortOrder === 1 ? sorted.reverse() : sorted).slice(start, start + look.PageLength);
  };

  const readAll = () => testApp.rows('select * from cases where deleted_at is null');

  /** Compares one page; answers with how many cases it has. */
  const compare = async (all: readonly Row[], look: Look): Promise<number> => {
    const like = all[look.like % all.length];
    const narrowedBy = look.narrowedBy.filter((name) => like?.[filters[name]] !== null);
    const query = Object.fromEntries(narrowedBy.map((name) => [name, Number(like?.[filters[name]])]));
    const { StartPage, PageLength, order, asMember } = look;
    const key = asMember ? memberKey : SANDBOX_KEY;
    const found = idsOf(await listPage(testApp, { ...query, ...order, StartPage, PageLength }, key));
    expect([look, query, found]).toEqual([look, query, expected(all, look, query)]);
    return found.length;
  };

  it('is what all rows together say, for all filters, orders, pages and people, right after any changes', async () => {
    let nonEmpty = 0;
    await fc.assert(
      fc.asyncProperty(works, fc.array(looks, { minLength: 4, maxLength: 8 }), async (sequence, asked) => {
        await Promise.all(sequence.map(work));
        const all = await readAll();
        for (const look of asked) nonEmpty += Math.min(1, await compare(all, look));
      }),
      { numRuns: RUNS[dialect], endOnFailure: true },
    );
    expect(nonEmpty).toBeGreaterThan(RUNS[dialect]);
  });

  it('has what another process changed a moment ago', async () => {
    const other = await openPlatform({ settings: testApp.settings, durable: false });
    const ctx = new Context(other, operator('cli'));
    try {
      for (const [caseId = 0, title] of [
        [ids[3], 'Changed elsewhere'],
        [ids[7], 'And another'],
      ] as const) {
        await updateCase(ctx, { caseId, changes: { title, assigneeId: 3 } });
        expect(idsOf(await listPage(testApp, { assignedToUserID: 3 }))[0]).toBe(caseId);
      }
      await deleteCase(ctx, { caseId: ids[7] ?? 0 });
      expect(idsOf(await listPage(testApp, { assignedToUserID: 3 }))[0]).toBe(ids[3]);
      await createUser(ctx, { username: 'somebody.new' });
      expect(idsOf(await listPage(testApp, { assignedToUserID: 3 }))[0]).toBe(ids[3]);
      expect(idsOf(await listAll(testApp)).length).toBe((await readAll()).length);
    } finally {
      await other.database.close();
    }
  });

  it.runIf(dialect === 'postgres')('is right also when other processes did more than is looked through', async () => {
    await testApp.platform.database.caseOrder.whenBuilt();
    const other = await openPlatform({ settings: testApp.settings, durable: false });
    const moveUp = (id: number | undefined, events: number) =>
      other.database.reader.run(
        `with moved as (
          update cases set updated_at = updated_at + 1000000 where id = ${id} returning id, space_id)
        insert into events (type, space_id, case_id, door, at, payload)
        select 'case.updated', space_id, id, 'jobs', 0, '{}' from moved, generate_series(1, ${events}) returning 1`,
        [],
      );
    try {
      await moveUp(ids[10], 101_000);
      await moveUp(ids[12], 1);
      await placeNewEvents(new Context(other, operator('jobs')));
    } finally {
      await other.database.close();
    }
    const { caseOrder } = testApp.platform.database;
    expect(await caseOrder.find({ conditions: {}, spaceIds: 'all', offset: 0, length: 1 })).toBeUndefined();
    const inOrder = 'select id from cases where deleted_at is null order by updated_at desc, id desc';
    const isInOrder = async () => {
      const expected = (await testApp.rows(inOrder)).map(({ id }) => id);
      expect(idsOf(await listAll(testApp))).toEqual(expected);
    };
    await isInOrder();
    await caseOrder.whenBuilt();
    await isInOrder();
  });

  it('is the same from memory and from the database', async () => {
    const { caseOrder } = testApp.platform.database;
    await caseOrder.whenBuilt();
    const inMemory = await caseOrder.find({ conditions: {}, spaceIds: 'all', offset: 0, length: 1_000 });
    const rows = await testApp.rows('select id from cases where deleted_at is null order by updated_at desc, id desc');
    expect(inMemory).toEqual(rows.map(({ id }) => id));
    expect(inMemory).toEqual(idsOf(await listAll(testApp)));
  });
});
