import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { call } from '../../../test/support/api.ts';
import { newKeyOf } from '../../../test/support/cases.ts';
import { dialects, startTestApp, type TestApp } from '../../../test/support/test-app.ts';
import { MAX_TEMPLATES } from './template.ts';

/** Manages the public space 1. */
const MANAGER = 'sara.lindqvist';
/** Creates cases there. */
const AGENT = 'jonas.weber';
/** Only reads there. */
const VIEWER = 'claire.dubois';
/** A project of the public space. */
const PROJECT = 1;
const NO_SUCH_ID = 987_654_321;

describe.each(dialects)('templates on %s', (dialect) => {
  let test: TestApp;
  const keys = new Map<string, string>();
  beforeAll(async () => {
    test = await startTestApp(dialect);
  });
  beforeEach(async () => {
    await test.reset();
    for (const username of [MANAGER, AGENT, VIEWER]) keys.set(username, await newKeyOf(test, username));
  });
  afterAll(() => test.close());

  const as = (username: string, operation: string, body?: unknown) =>
    call(test, operation, { key: keys.get(username) ?? '', ...(body === undefined ? {} : { body }) });
  const add = async (body: object, projectId = PROJECT): Promise<number> =>
    (await as(MANAGER, `POST /projects/${projectId}/templates`, body)).body.id;
  const named = async (projectId = PROJECT): Promise<unknown[]> =>
    (await call(test, `GET /projects/${projectId}/templates`)).body.items.map(({ name }: { name: string }) => name);
  const make = async (operation: string, body?: unknown) => {
    const { status, body: answer } = await call(test, operation, body === undefined ? {} : { body });
    expect(status).toBeLessThan(300);
    return answer;
  };
  const traces = () =>
    test.rows(
      'select (select count(*) from case_templates) as templates, (select sum(updated_at) from case_templates) as updated, (select count(*) from events) as events',
    );
  const expectRefused = async (operation: string, body: unknown, expected: object, username = MANAGER) => {
    const before = await traces();
    expect((await as(username, operation, body)).body).toMatchObject(expected);
    expect(await traces()).toEqual(before);
  };

  it('are made, read, changed and deleted, with events', async () => {
    const section = await make('POST /projects/1/sections', { name: 'Bugs' });
    const whole = {
      ...{ name: ' Bug report ', title: 'Bug: ', description: '<p>What?</p><script>x</script>', tags: ['bug', 'Bug'] },
      ...{ sectionId: section.id, priorityId: 3, assigneeId: 3 },
    };
    const made = await as(MANAGER, 'POST /projects/1/templates', whole);
    const { id } = made.body;
    expect([made.status, made.headers['location']]).toEqual([201, `/api/v1/templates/${id}`]);
    const kept = { name: 'Bug report', title: 'Bug:', description: '<p>What?</p>', tags: ['bug'] };
    expect(made.body).toMatchObject({ ...whole, ...kept, projectId: PROJECT });
    const once = await traces();
    expect((await as(MANAGER, `PATCH /templates/${id}`, { name: 'Bug report', sectionId: section.id })).status).toBe(
      200,
    );
    expect(await traces()).toEqual(once);
    const changed = await as(MANAGER, `PATCH /templates/${id}`, { title: '', tags: [], assigneeId: null });
    expect(changed.body).toMatchObject({ ...kept, title: '', tags: [], assigneeId: null, priorityId: 3 });
    expect((await as(AGENT, `GET /templates/${id}`)).body).toEqual(changed.body);
    expect((await as(AGENT, 'GET /projects/1/templates')).body).toEqual({ items: [changed.body], next: null });
    expect((await as(MANAGER, `DELETE /templates/${id}`)).status).toBe(204);
    expect((await as(MANAGER, `GET /templates/${id}`)).body.code).toBe('TEMPLATE_NOT_FOUND');
    const events = await test.rows("select type, space_id from events where type like 'template.%' order by id");
    expect(events.map(({ type, space_id }) => [type, Number(space_id)])).toEqual([
      ['template.created', 1],
      ['template.updated', 1],
      ['template.deleted', 1],
    ]);
  });

  it('are for those who create cases; who sees the space alone is told so, and others that there is none', async () => {
    const id = await add({ name: 'Bug' });
    const missing = { status: 403, code: 'RIGHT_MISSING' };
    for (const operation of [`GET /templates/${id}`, 'GET /projects/1/templates']) {
      await expectRefused(operation, undefined, missing, VIEWER);
    }
    await expectRefused('POST /projects/1/templates', { name: 'Mine' }, missing, AGENT);
    await expectRefused(`PATCH /templates/${id}`, { name: 'Mine' }, missing, AGENT);
    await expectRefused(`DELETE /templates/${id}`, undefined, missing, AGENT);
    const [hidden] = (await make('GET /spaces/2/projects')).items;
    const { id: elsewhere } = await make(`POST /projects/${hidden.id}/templates`, { name: 'Secret' });
    for (const [operation, body] of [
      [`GET /templates/${elsewhere}`, undefined],
      [`PATCH /templates/${elsewhere}`, { name: 'Mine' }],
      [`DELETE /templates/${elsewhere}`, undefined],
    ]) {
      await expectRefused(String(operation), body, { status: 404, code: 'TEMPLATE_NOT_FOUND' });
    }
    await expectRefused(`GET /projects/${hidden.id}/templates`, undefined, { code: 'PROJECT_NOT_FOUND' });
  });

  it.each([
    [{ name: ' ' }, 'name'],
    [{ name: 'BUG' }, 'name'],
    [{}, 'name'],
    [{ name: 'X', title: 'x'.repeat(501) }, 'title'],
    [{ name: 'X', description: 'x'.repeat(64 * 1024 + 1) }, 'description'],
    [{ name: 'X', tags: ['a,b'] }, 'tags'],
    [{ name: 'X', sectionId: NO_SUCH_ID }, 'sectionId'],
    [{ name: 'X', priorityId: NO_SUCH_ID }, 'priorityId'],
    [{ name: 'X', assigneeId: NO_SUCH_ID }, 'assigneeId'],
    [{ name: 'X', colour: 'red' }, 'colour'],
  ])('are refused with the name of the wrong field: %#', async (body, field) => {
    const id = await add({ name: 'Bug' });
    await expectRefused('POST /projects/1/templates', body, { status: 400, errors: [{ field }] });
    const other = await add({ name: 'Another' });
    if ('name' in body) await expectRefused(`PATCH /templates/${other}`, body, { status: 400, errors: [{ field }] });
    expect((await as(MANAGER, `PATCH /templates/${id}`, { name: 'bug' })).body.name).toBe('bug');
  });

  it('refuse a section of another project, and what is archived', async () => {
    const { id: foreign } = await make('POST /projects/2/sections', { name: 'Elsewhere' });
    const { id: archived } = await make('POST /projects/1/sections', { name: 'Old' });
    await make(`PATCH /sections/${archived}`, { archived: true });
    for (const sectionId of [foreign, archived]) {
      const wrong = { status: 400, errors: [{ field: 'sectionId' }] };
      await expectRefused('POST /projects/1/templates', { name: 'X', sectionId }, wrong);
    }
  });

  it('are so many at the most', async () => {
    for (let count = 0; count < MAX_TEMPLATES; count += 1) await add({ name: `Template ${count}` });
    await expectRefused('POST /projects/1/templates', { name: 'One more' }, { code: 'CONFIGURATION_CONFLICT' });
  });

  it('do without what cannot be chosen any more, until it can be again', async () => {
    const { id: sectionId } = await make('POST /projects/1/sections', { name: 'Bugs' });
    const { id: priorityId } = await make('POST /spaces/1/priorities', { name: 'Soon' });
    const id = await add({ name: 'Bug', sectionId, priorityId, assigneeId: 3 });
    const read = async () => (await call(test, `GET /templates/${id}`)).body;
    await make(`PATCH /sections/${sectionId}`, { archived: true });
    await make('PATCH /users/3', { isActive: false });
    expect(await read()).toMatchObject({ sectionId: null, priorityId, assigneeId: null });
    await make(`PATCH /sections/${sectionId}`, { archived: false });
    await make('PATCH /users/3', { isActive: true });
    expect(await read()).toMatchObject({ sectionId, assigneeId: 3 });
    await make(`DELETE /sections/${sectionId}`);
    await make(`POST /priorities/${priorityId}/merge`, { intoId: 1 });
    expect(await read()).toMatchObject({ sectionId: null, priorityId: 1 });
  });

  it('go along when their project is merged, and go with one that is deleted', async () => {
    const { id: goes } = await make('POST /spaces/1/projects', { title: 'Goes' });
    const { id: sectionId } = await make(`POST /projects/${goes}/sections`, { name: 'Bugs' });
    const { id: twin } = await make('POST /projects/1/sections', { name: 'BUGS' });
    await add({ name: 'Bug' });
    const moved = await add({ name: 'bug', sectionId }, goes);
    await add({ name: 'Wish' }, goes);
    await make(`POST /projects/${goes}/merge`, { intoId: PROJECT });
    expect(await named()).toEqual(['Bug', 'bug (Goes)', 'Wish']);
    expect((await call(test, `GET /templates/${moved}`)).body).toMatchObject({ projectId: PROJECT, sectionId: twin });
    const { id: spare } = await make('POST /spaces/1/projects', { title: 'Spare' });
    const { id: own } = await make(`POST /projects/${spare}/sections`, { name: 'Own' });
    const gone = await add({ name: 'Gone', sectionId: own }, spare);
    await make(`DELETE /projects/${spare}`);
    expect((await call(test, `GET /templates/${gone}`)).status).toBe(404);
  });

  it('keep what tells them apart when their project is merged, however long and taken their names are', async () => {
    const long = 'x'.repeat(200);
    const { id: into } = await make('POST /spaces/1/projects', { title: 'Stays' });
    const { id: goes } = await make('POST /spaces/1/projects', { title: 'Goes' });
    for (const name of [long, 'Bug', 'bug (goes)']) await add({ name }, into);
    for (const name of [long, 'Bug']) await add({ name }, goes);
    await make(`POST /projects/${goes}/merge`, { intoId: into });
    expect(await named(into)).toEqual(
      expect.arrayContaining([long, `${'x'.repeat(192)}… (Goes)`, 'Bug', 'bug (goes)', 'Bug (Goes 2)']),
    );
    expect(await named(into)).toHaveLength(5);
  });

  it('wait with an archived project, and are read by those who configure an archived space', async () => {
    const { id: projectId } = await make('POST /spaces/1/projects', { title: 'Later' });
    await add({ name: 'Kept' }, projectId);
    await make(`PATCH /projects/${projectId}`, { archived: true });
    expect(await named(projectId)).toEqual(['Kept']);
    await make('PATCH /spaces/1', { archived: true });
    expect((await as(MANAGER, `GET /projects/${projectId}/templates`)).body.items).toHaveLength(1);
    await expectRefused(`GET /projects/${projectId}/templates`, undefined, { code: 'SPACE_ARCHIVED' }, AGENT);
  });
});
