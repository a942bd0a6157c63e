import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call } from '../../../../test/support/api.ts';
import { newKeyOf } from '../../../../test/support/cases.ts';
import { dialects, startTestApp, type TestApp } from '../../../../test/support/test-app.ts';

type Row = Readonly<Record<string, unknown>>;
type Test = (row: Row) => boolean;

/** Sees the public space only, where she is a manager. */
const OUTSIDER = 'sara.lindqvist';
/** Sees both spaces; may not read internal comments in the public one. */
const VIEWER = 'priya.raman';
/** Of cases with milestones that are due on other days, and of some without. */
const ownDueDates = {
  2304: '2026-09-18',
  2305: '2026-08-01',
  2306: '2031-02-28',
  2307: '2026-10-31',
  2308: '2026-11-01',
};

describe.each(dialects)('the list of cases in the new API on %s', (dialect) => {
  let test: TestApp;
  let rows: readonly Row[];
  const keys: Record<string, string> = {};

  beforeAll(async () => {
    test = await startTestApp(dialect);
    for (const username of [OUTSIDER, VIEWER, 'jonas.weber']) keys[username] = await newKeyOf(test, username);
    const { body } = await call(test, 'PATCH /cases/2304', { body: { tags: ['Légal', 'two words'] } });
    expect(body.tags).toEqual(['Légal', 'two words']);
    for (const [id, dueOn] of Object.entries(ownDueDates)) {
      expect((await call(test, `PATCH /cases/${id}`, { body: { dueOn } })).body.dueOn).toBe(dueOn);
    }
    rows = await readRows();
    await test.platform.database.caseOrder.whenBuilt();
  });

  afterAll(() => test.close());

  const readRows = () =>
    test.rows(`select cases.*, statuses.name as status, statuses.is_closed, statuses.position as status_position,
      priorities.name as priority, priorities.position as priority_position, milestones.title as milestone,
      milestones.completed_at, coalesce(cases.due_on, milestones.due_at) as due_at, users.folded_names as assignee, (select string_agg(name, ',' order by position) from case_tags
        where case_id = cases.id) as tags, (select string_agg(cast(user_id as text), ',') from case_recipients
        where case_id = cases.id) as recipients, (select string_agg(text, ' ') from comments
        where case_id = cases.id and comments.deleted_at is null) as comments
      from cases join statuses on statuses.id = status_id join priorities on priorities.id = priority_id
      left join milestones on milestones.id = milestone_id left join users on users.id = assignee_id
      where deleted_at is null`);

  const list = (query: string, more = '', key?: string) =>
    call(test, `GET /cases?query=${encodeURIComponent(query)}${more}`, key === undefined ? {} : { key });

  /** The IDs on all pages together, each page asked for with the cursor of the one before. */
  const idsOf = async (query: string, { limit = 200, key }: { limit?: number; key?: string } = {}) => {
    const ids: number[] = [];
    for (let cursor = ''; ; ) {
      const { status, body } = await list(query, `&fields=id&limit=${limit}${cursor}`, key);
      expect([query, status, body.detail]).toEqual([query, 200, undefined]);
      ids.push(...body.items.map(({ id }: { id: number }) => id));
      if (body.next === null) return ids;
      expect(body.items.length).toBe(limit);
      cursor = `&cursor=${body.next}`;
    }
  };

  const idsWhere = (isMeant: Test): number[] =>
    rows
      .filter(isMeant)
      .sort(
        (one, other) =>
          Number(other['updated_at']) - Number(one['updated_at']) || Number(other['id']) - Number(one['id']),
      )
      .map(({ id }) => Number(id));

  const at = (text: string): number => Date.parse(text);
  const today = (): string => new Date().toISOString().slice(0, 10);
  const isDueBetween = (row: Row, first: string, before: string): boolean =>
    row['due_at'] !== null && Number(row['due_at']) >= at(first) && Number(row['due_at']) < at(before);
  const tagsOf = (row: Row): string[] => String(row['tags'] ?? '').split(',');
  const isText =
    (text: string): Test =>
    (row) =>
      [row['title'], row['description'], row['tags'], row['comments']].some((each) =>
        String(each).toLowerCase().includes(text),
      );

  it.each<[string, Test]>([
    ['', () => true],
    ['space:"customer support"', (row) => row['space_id'] === 1],
    ['project:2', (row) => row['project_id'] === 2],
    ['project:"Web Shop",Platform', (row) => row['project_id'] === 1 || row['project_id'] === 4],
    ['-section:none', (row) => row['section_id'] !== null],
    ['section:none', (row) => row['section_id'] === null],
    ['section:checkout,none', (row) => row['section_id'] === null || row['section_id'] === 2],
    ['-section:checkout', (row) => row['section_id'] !== 2],
    ['milestone:"Winter release"', (row) => row['milestone'] === 'Winter release'],
    ['status:open', (row) => !row['is_closed']],
    ['is:closed', (row) => Boolean(row['is_closed'])],
    ['status:"in progress",new', (row) => ['In Progress', 'New'].includes(String(row['status']))],
    [
      'priority:high,urgent -status:closed',
      (row) => ['High', 'Urgent'].includes(String(row['priority'])) && !row['is_closed'],
    ],
    ['assignee:me', (row) => row['assignee_id'] === 1],
    ['assignee:none', (row) => row['assignee_id'] === null],
    ['-assignee:@jonas.weber', (row) => row['assignee_id'] !== 3],
    ['reporter:Jonas.Weber,4', (row) => row['reporter_id'] === 3 || row['reporter_id'] === 4],
    ['creator:me', (row) => row['creator_id'] === 1],
    [
      'recipient:3',
      (row) =>
        String(row['recipients'] ?? '')
          .split(',')
          .includes('3'),
    ],
    ['recipient:none', (row) => row['recipients'] === null],
    ['tag:legal', (row) => tagsOf(row).includes('Légal')],
    ['-tag:LEGAL,"two words"', (row) => !tagsOf(row).includes('Légal')],
    ['tag:none', (row) => row['tags'] === null],
    ['has:tag -has:milestone', (row) => row['tags'] !== null && row['milestone_id'] === null],
    ['tag:nobody-has-this', () => false],
    [
      'created:2026-09',
      (row) =>
        Number(row['created_at']) >= at('2026-08-31T22:00Z') && Number(row['created_at']) < at('2026-09-30T22:00Z'),
    ],
    ['created:>2026-09-10', (row) => Number(row['created_at']) >= at('2026-09-10T22:00Z')],
    [
      'updated:2026-09-01T00:00Z..2026-09-20T12:00:30Z',
      (row) => Number(row['updated_at']) >= at('2026-09-01') && Number(row['updated_at']) < at('2026-09-20T12:00:31Z'),
    ],
    ['updated:-1h', (row) => Number(row['updated_at']) >= Date.now() - 3_600_000],
    ['due:2026-09-18', (row) => row['due_at'] !== null && Number(row['due_at']) === at('2026-09-18')],
    ['due:<=2026-10', (row) => row['due_at'] !== null && Number(row['due_at']) < at('2026-11-01')],
    ['due:2026-08..2026-10', (row) => isDueBetween(row, '2026-08-01', '2026-11-01')],
    ['-due:>=2026-11', (row) => row['due_at'] === null || Number(row['due_at']) < at('2026-11-01')],
    ['due:none,2031', (row) => row['due_at'] === null || isDueBetween(row, '2031-01-01', '2032-01-01')],
    ['is:overdue', (row) => !row['is_closed'] && isDueBetween(row, '1970-01-01', today())],
    ['has:due', (row) => row['due_at'] !== null],
    ['due:none', (row) => row['due_at'] === null],
    ['-has:due', (row) => row['due_at'] === null],
    ['number:2304,>2400', (row) => row['id'] === 2304 || Number(row['id']) > 2400],
    ['status:open OR assignee:3', (row) => !row['is_closed'] || row['assignee_id'] === 3],
    ['-(status:open assignee:3)', (row) => Boolean(row['is_closed']) || row['assignee_id'] !== 3],
    ['has:attachment,comment', (row) => Number(row['attachment_count']) + Number(row['comment_count']) > 0],
    ['invoice', isText('invoice')],
    ['-invoice', (row) => !isText('invoice')(row)],
    ['invoice -pdf status:open', (row) => isText('invoice')(row) && !isText('pdf')(row) && !row['is_closed']],
    [
      '(invoice assignee:3) OR (mail -status:open)',
      (row) =>
        (isText('invoice')(row) && row['assignee_id'] === 3) || (isText('mail')(row) && Boolean(row['is_closed'])),
    ],
  ])('has exactly the cases of the query %s, newest update first, on every page', async (query, isMeant) => {
    const expected = idsWhere(isMeant);
    expect(await idsOf(query)).toEqual(expected);
    expect(await idsOf(query, { limit: 7 })).toEqual(expected);
    const { body } = await list(query, '&limit=1&count=true&fields=id');
    expect(body.total).toEqual({ value: expected.length, isExact: true });
  });

  it.each<[string, (row: Row) => (string | number)[]]>([
    ['sort:updated', (row) => [Number(row['updated_at']), Number(row['id'])]],
    ['sort:-created', (row) => [-Number(row['created_at']), -Number(row['id'])]],
    ['sort:number', (row) => [Number(row['id'])]],
    ['sort:title', (row) => [String(row['title']).toLowerCase(), Number(row['id'])]],
    ['sort:-priority,number', (row) => [-Number(row['priority_position']), Number(row['id'])]],
    ['sort:status,-updated', (row) => [Number(row['status_position']), -Number(row['updated_at']), -Number(row['id'])]],
    ['sort:assignee', (row) => [String(row['assignee'] ?? '\u{10FFFF}'), Number(row['id'])]],
    ['sort:due,-number', (row) => [Number(row['due_at'] ?? 1e16), -Number(row['id'])]],
    ['sort:-due', (row) => [-Number(row['due_at'] ?? -1e16), -Number(row['id'])]],
    ['mail sort:-created', (row) => [-Number(row['created_at']), -Number(row['id'])]],
  ])('is in the order of %s on every page', async (query, keyOf) => {
    const words = query.startsWith('mail') ? isText('mail') : () => true;
    const compare = (one: Row, other: Row): number => {
      const [ours, theirs] = [keyOf(one), keyOf(other)];
      const index = ours.findIndex((value, each) => value !== theirs[each]);
      return (ours[index] ?? 0) < (theirs[index] ?? 0) ? -1 : 1;
    };
    const expected = rows
      .filter(words)
      .sort(compare)
      .map(({ id }) => Number(id));
    expect(await idsOf(query)).toEqual(expected);
    expect(await idsOf(query, { limit: 9 })).toEqual(expected);
  });

  it('has only what one may see, and knows no name of anything else', async () => {
    expect(await idsOf('', { key: keys[OUTSIDER] ?? '' })).toEqual(idsWhere((row) => row['space_id'] === 1));
    expect(await idsOf('is:open', { key: keys[OUTSIDER] ?? '' })).toEqual(
      idsWhere((row) => row['space_id'] === 1 && !row['is_closed']),
    );
    const { status, body } = await list('project:"Mobile Apps" space:2 assignee:claire.dubois', '', keys[OUTSIDER]);
    expect([status, body.errors.length, body.queryFaults.length]).toEqual([400, 2, 2]);
    expect((await list('', '', '')).status).toBe(401);
  });

  it('means people themselves by "me", and their own days by dates', async () => {
    const key = keys['jonas.weber'] ?? '';
    expect(await idsOf('assignee:me', { key })).toEqual(idsWhere((row) => row['assignee_id'] === 3));
  });

  it('goes on behind the last case, whatever changes meanwhile', async () => {
    const first = await list('sort:-updated', '&limit=5&fields=id');
    await call(test, `PATCH /cases/${first.body.items[3].id}`, { body: { priorityId: 1 } });
    await call(test, 'PATCH /cases/2304', { body: { priorityId: 1 } });
    const second = await list('sort:-updated', `&limit=5&fields=id&cursor=${first.body.next}`);
    rows = await readRows();
    const before = first.body.items.map(({ id }: { id: number }) => id);
    const expected = idsWhere((row) => !before.includes(Number(row['id'])) && row['id'] !== 2304).slice(0, 5);
    expect(second.body.items.map(({ id }: { id: number }) => id)).toEqual(expected);
  });

  it.each([
    [
      'asignee:me priority:hgih',
      ['query', 'query'],
      [
        { start: 0, end: 7, suggestion: 'assignee' },
        { start: 20, end: 24, suggestion: 'High' },
      ],
    ],
    ['status:"in progres"', ['query'], [{ start: 7, end: 19, suggestion: '"In Progress"' }]],
    [
      'assignee:nobody (',
      ['query', 'query'],
      [
        { start: 9, end: 15, suggestion: null },
        { start: 16, end: 17 },
      ],
    ],
  ])('refuses %s with all mistakes and their places', async (query, fields, faults) => {
    const { status, body } = await list(query);
    expect([status, body.code, body.errors.map(({ field }: { field: string }) => field)]).toEqual([
      400,
      'FIELDS_INVALID',
      fields,
    ]);
    expect(body.queryFaults).toMatchObject(faults);
  });

  it('refuses cursors of lists in another order, and those that are none', async () => {
    const { body } = await list('sort:title', '&limit=2');
    const cursorOf = (place: unknown): string => Buffer.from(JSON.stringify(place)).toString('base64url');
    const cursors = [
      body.next,
      'x',
      cursorOf([]),
      cursorOf(['-updated', 'x', 1]),
      cursorOf(['-updated', 1e300, 1]),
      cursorOf(['-updated', 1]),
    ];
    for (const cursor of cursors) {
      const refused = await list('', `&cursor=${cursor}`);
      expect([refused.status, refused.body.errors?.[0].field]).toEqual([400, 'cursor']);
    }
    const far = cursorOf(['priority', Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER]);
    expect((await list('sort:priority', `&cursor=${far}`)).body.items).toEqual([]);
    expect((await list('', '&limit=0')).status).toBe(400);
  });

  it('answers the properties that are asked for', async () => {
    const { body } = await list('number:2304', '&fields=id,title&include=status');
    expect(body.items.map((item: object) => Object.keys(item))).toEqual([['id', 'title', 'status']]);
    expect((await list('', '&fields=colour')).body.errors[0].field).toBe('fields');
  });
});
