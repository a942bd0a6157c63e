import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { call } from '../../../test/support/api.ts';
import { newKeyOf } from '../../../test/support/cases.ts';
import { dialects, startTestApp, type TestApp } from '../../../test/support/test-app.ts';

/** Manages the public space 1 and does not see the private space 2. */
const MANAGER = 'sara.lindqvist';
/** An agent in space 1, a contributor in space 2. */
const AGENT = 'jonas.weber';
/** Only reads in space 1. */
const VIEWER = 'claire.dubois';

describe.each(dialects)('saved views on %s', (dialect) => {
  let test: TestApp;
  let keys: Record<string, string>;

  beforeAll(async () => {
    test = await startTestApp(dialect);
  });

  beforeEach(async () => {
    await test.reset();
    keys = {};
    for (const username of [MANAGER, AGENT, VIEWER]) keys[username] = await newKeyOf(test, username);
  });

  afterAll(() => test.close());

  const as = (username: string, operation: string, body?: unknown) =>
    call(test, operation, { key: keys[username] ?? '', ...(body === undefined ? {} : { body }) });
  const traces = () =>
    test.rows(
      'select (select count(*) from views) as views, (select sum(updated_at) from views) as updated, (select count(*) from events) as events',
    );
  const namesFor = async (username: string, query = ''): Promise<string[]> =>
    (await as(username, `GET /views${query}`)).body.items.map(({ name }: { name: string }) => name);

  it('keep their query without what no database can keep in a text', async () => {
    const made = await as(VIEWER, 'POST /views', { name: 'Odd', query: '\u0000is:open' });
    expect([made.status, made.body.query]).toEqual([201, ' is:open']);
  });

  it('are kept, read, changed and deleted by whoever made them, and nobody else sees them', async () => {
    const made = await as(VIEWER, 'POST /views', { name: ' Mine ', query: 'assignee:me sort:-updated' });
    const { id } = made.body;
    expect([made.status, made.headers['location']]).toEqual([201, `/api/v1/views/${id}`]);
    expect(made.body).toMatchObject({
      ...{ name: 'Mine', query: 'assignee:me sort:-updated', spaceId: null, authorId: 8 },
      columns: ['id', 'title', 'status', 'priority', 'assignee', 'updatedAt'],
    });
    const changed = await as(VIEWER, `PATCH /views/${id}`, { query: 'is:open', columns: ['title'] });
    expect(changed.body).toMatchObject({ name: 'Mine', query: 'is:open', columns: ['title'] });
    expect((await as(VIEWER, `GET /views/${id}`)).body).toEqual(changed.body);
    for (const operation of [`GET /views/${id}`, `DELETE /views/${id}`]) {
      expect((await as(MANAGER, operation)).body.code).toBe('VIEW_NOT_FOUND');
      expect((await call(test, operation)).status).toBe(404);
    }
    expect([await namesFor(VIEWER), await namesFor(MANAGER)]).toEqual([['Mine'], []]);
    expect((await as(VIEWER, `DELETE /views/${id}`)).status).toBe(204);
    expect((await as(VIEWER, `GET /views/${id}`)).status).toBe(404);
    const events = await test.rows("select type, space_id from events where type like 'view.%' order by id");
    expect(events.map(({ type }) => type)).toEqual(['view.created', 'view.updated', 'view.deleted']);
  });

  it('are shared with a space by those who work there, and changed by their authors and its managers', async () => {
    const shared = { name: 'Urgent', query: 'priority:urgent', spaceId: 1 };
    const before = await traces();
    expect((await as(VIEWER, 'POST /views', shared)).body).toMatchObject({ code: 'RIGHT_MISSING', status: 403 });
    expect((await as(MANAGER, 'POST /views', { ...shared, spaceId: 2 })).body.errors[0].field).toBe('spaceId');
    expect(await traces()).toEqual(before);
    const { id } = (await as(AGENT, 'POST /views', shared)).body;
    expect(await namesFor(VIEWER)).toEqual(['Urgent']);
    expect(await namesFor(VIEWER, '?spaceId=1')).toEqual(['Urgent']);
    const between = await traces();
    expect((await as(VIEWER, `PATCH /views/${id}`, { name: 'Mine' })).body.code).toBe('RIGHT_MISSING');
    expect((await as(MANAGER, `PATCH /views/${id}`, { spaceId: null })).body.code).toBe('RIGHT_MISSING');
    expect((await as(VIEWER, `DELETE /views/${id}`)).body.code).toBe('RIGHT_MISSING');
    expect(await traces()).toEqual(between);
    expect((await as(MANAGER, `PATCH /views/${id}`, { name: 'Most urgent' })).body.name).toBe('Most urgent');
    expect((await as(AGENT, `PATCH /views/${id}`, { spaceId: 2 })).body.spaceId).toBe(2);
    expect((await as(MANAGER, `GET /views/${id}`)).status).toBe(404);
    expect(await namesFor(VIEWER)).toEqual(['Most urgent']);
  });

  it('come page by page', async () => {
    for (const name of ['A', 'B', 'C']) await as(AGENT, 'POST /views', { name, query: '' });
    const first = await as(AGENT, 'GET /views?limit=2');
    const second = await as(AGENT, `GET /views?limit=2&cursor=${first.body.next}`);
    expect([first.body.items.length, second.body.items[0].name, second.body.next]).toEqual([2, 'C', null]);
    expect((await as(AGENT, 'GET /views?cursor=x')).body.errors[0].field).toBe('cursor');
  });

  it.each([
    [{ name: 'X', query: 'asignee:me' }, 'query'],
    [{ name: 'X', query: 'project:"Mobile Apps"' }, 'query'],
    [{ name: ' ', query: '' }, 'name'],
    [{ name: 'X' }, 'query'],
    [{ name: 'X', query: '', columns: ['colour'] }, 'columns.0'],
    [{ name: 'X', query: '', colour: 'red' }, 'colour'],
  ])('refuse %j and name the field', async (body, field) => {
    const before = await traces();
    const { status, body: refusal } = await as(MANAGER, 'POST /views', body);
    expect([status, refusal.errors[0].field]).toEqual([400, field]);
    expect(await traces()).toEqual(before);
  });
});
