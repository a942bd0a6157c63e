import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call } from '../../../test/support/api.ts';
import { newKeyOf } from '../../../test/support/cases.ts';
import { configurationTraces } from '../../../test/support/configuration.ts';
import { dialects, startTestApp, type TestApp } from '../../../test/support/test-app.ts';
import { type ChoiceKind, choiceKinds, kinds } from './choice.ts';

const placeOf = (kind: ChoiceKind) => (kinds[kind].isRequired ? 'spaces/1' : 'projects/1');
const listOf = (kind: ChoiceKind) => `/${placeOf(kind)}/${kinds[kind].plural}`;
const idsOf = (items: readonly { id: number }[]) => items.map(({ id }) => id);

describe.each(dialects)('the configuration of spaces in the new API on %s', (dialect) => {
  let test: TestApp;
  /** Manager of space 1, which is public. */
  let sara: string;
  /** Viewer of space 1. */
  let priya: string;

  beforeAll(async () => {
    test = await startTestApp(dialect);
    sara = await newKeyOf(test, 'sara.lindqvist');
    priya = await newKeyOf(test, 'priya.raman');
  });

  afterAll(() => test.close());

  const expectRefused = async (operation: string, request: Parameters<typeof call>[2], expected: object) => {
    const before = await configurationTraces(test);
    const { status, body } = await call(test, operation, request);
    expect({ status, ...body }).toMatchObject(expected);
    expect(await configurationTraces(test)).toEqual(before);
  };

  describe.each(choiceKinds)('%s', (kind) => {
    const { plural, nameField, notFound } = kinds[kind];

    it('is listed in order, added, read, renamed, moved, archived and deleted', async () => {
      const before = (await call(test, `GET ${listOf(kind)}`, { key: priya })).body;
      expect([before.next, before.items.length > 0]).toEqual([null, true]);
      const body = { [nameField]: `Brand new ${kind}`, position: 1 };
      const created = await call(test, `POST ${listOf(kind)}`, { key: sara, body });
      const { id } = created.body;
      expect([created.status, created.headers['location']]).toEqual([201, `/api/v1/${plural}/${id}`]);
      expect(created.body).toMatchObject({ spaceId: 1, ...body, archived: false });
      expect((await call(test, `GET /${plural}/${id}`, { key: priya })).body).toEqual(created.body);
      expect(idsOf((await call(test, `GET ${listOf(kind)}`)).body.items)).toEqual([id, ...idsOf(before.items)]);

      const patch = { [nameField]: `Other ${kind}`, position: 2, archived: true };
      const changed = await call(test, `PATCH /${plural}/${id}`, { key: sara, body: patch });
      expect([changed.status, changed.body]).toEqual([200, { ...created.body, ...patch }]);
      expect((await call(test, `DELETE /${plural}/${id}`, { key: sara })).status).toBe(204);
      await expectRefused(`GET /${plural}/${id}`, {}, { status: 404, code: notFound });
    });

    it('is changed as a whole or not at all, by managers and by nobody below', async () => {
      const [first, second] = (await call(test, `GET ${listOf(kind)}`)).body.items;
      const path = `PATCH /${plural}/${first.id}`;
      const half = { position: 2, [nameField]: second[nameField] };
      await expectRefused(path, { key: sara, body: half }, { status: 400, errors: [{ field: nameField }] });
      const far = { [nameField]: 'Half', position: 987 };
      await expectRefused(path, { key: sara, body: far }, { status: 400, errors: [{ field: 'position' }] });
      await expectRefused(path, { key: priya, body: { position: 1 } }, { status: 403, code: 'RIGHT_MISSING' });
      await expectRefused(path, { key: sara, body: {} }, { status: 400, code: 'FIELDS_INVALID' });
      const added = { key: priya, body: { [nameField]: 'Mine' } };
      await expectRefused(`POST ${listOf(kind)}`, added, { status: 403, code: 'RIGHT_MISSING' });
    });

    if (kinds[kind].isRequired) {
      it('is listed for all spaces at once, of those that one sees', async () => {
        const all = (await call(test, `GET /${plural}`)).body;
        const spaces = (await call(test, 'GET /spaces')).body.items;
        const each = await Promise.all(idsOf(spaces).map((id) => call(test, `GET /spaces/${id}/${plural}`)));
        expect(all).toEqual({ items: each.flatMap(({ body }) => body.items), next: null });
        expect(new Set(all.items.map(({ spaceId }: { spaceId: number }) => spaceId)).size).toBeGreaterThan(1);
        const seen = (await call(test, 'GET /spaces', { key: priya })).body.items;
        const own = (await call(test, `GET /${plural}`, { key: priya })).body.items;
        expect(new Set(own.map(({ spaceId }: { spaceId: number }) => spaceId))).toEqual(new Set(idsOf(seen)));
      });
    }

    it('does not exist for whoever cannot see the space', async () => {
      const hidden = kinds[kind].isRequired ? '/spaces/2' : '/projects/3';
      const [one] = (await call(test, `GET ${hidden}/${plural}`)).body.items;
      const missing = { status: 404, code: kinds[kind].isRequired ? 'SPACE_NOT_FOUND' : 'PROJECT_NOT_FOUND' };
      await expectRefused(`GET ${hidden}/${plural}`, { key: sara }, missing);
      await expectRefused(`POST ${hidden}/${plural}`, { key: sara, body: { [nameField]: 'Mine' } }, missing);
      for (const [method, request] of [['GET'], ['PATCH', { body: { position: 1 } }], ['DELETE']] as const) {
        const operation = `${method} /${plural}/${one.id}`;
        await expectRefused(operation, { key: sara, ...request }, { status: 404, code: notFound });
      }
    });

    it('is not deleted while cases have it, and the refusal says how many', async () => {
      const [{ id } = {}] = await test.rows(
        `select ${kind}_id as id from cases where space_id = 1 and ${kind}_id > 1 limit 1`,
      );
      const [{ count } = {}] = await test.rows(`select count(*) as count from cases where ${kind}_id = ${id}`);
      const expected = { status: 409, code: 'IN_USE', caseCount: Number(count), binnedCaseCount: 0 };
      const inUse = kinds[kind].isRequired ? { status: 409 } : expected;
      await expectRefused(`DELETE /${plural}/${id}`, { key: sara }, inUse);
    });
  });

  it.each(['project', 'status', 'priority'] as const)('the default %s passes to another one', async (kind) => {
    const { plural, nameField } = kinds[kind];
    const items = (await call(test, `GET ${listOf(kind)}`)).body.items;
    const old = items.find(({ isDefault }: { isDefault: boolean }) => isDefault);
    const body = { [nameField]: 'The one to take', isDefault: true };
    const created = await call(test, `POST ${listOf(kind)}`, { key: sara, body });
    expect([created.body.isDefault, (await call(test, `GET /${plural}/${old.id}`)).body.isDefault]).toEqual([
      true,
      false,
    ]);
    const path = `PATCH /${plural}/${created.body.id}`;
    for (const refused of [{ isDefault: false }, { archived: true }]) {
      await expectRefused(path, { body: refused }, { status: 409, code: 'CONFIGURATION_CONFLICT' });
    }
    const back = await call(test, `PATCH /${plural}/${old.id}`, { key: sara, body: { isDefault: true } });
    expect(back.body.isDefault).toBe(true);
  });

  it('statuses are closed or not, and have a class', async () => {
    const body = { name: 'Rejected', isClosed: true };
    const created = (await call(test, 'POST /spaces/1/statuses', { body })).body;
    expect(created).toMatchObject({ ...body, cssClass: 'case-status-label-closed', isDefault: false });
    const patch = { isClosed: false, cssClass: 'red' };
    expect((await call(test, `PATCH /statuses/${created.id}`, { body: patch })).body).toMatchObject(patch);
    const bad = { body: { isClosed: true, cssClass: 'Red!' } };
    await expectRefused(`PATCH /statuses/${created.id}`, bad, { status: 400, errors: [{ field: 'cssClass' }] });
  });

  it('statuses have one of a few colours, or the usual one, which cases tell', async () => {
    const body = { name: 'Waiting for parts', color: 'violet' };
    const created = (await call(test, 'POST /spaces/1/statuses', { body })).body;
    expect(created).toMatchObject(body);
    const waiting = { statusId: created.id };
    const told = await call(test, 'PATCH /cases/2304?include=status', { body: waiting });
    expect(told.body.status).toMatchObject({ id: created.id, color: 'violet' });
    const usual = { body: { color: null } };
    expect((await call(test, `PATCH /statuses/${created.id}`, usual)).body.color).toBe(null);
    const [{ changes } = { changes: [] }] = (await call(test, 'GET /audit?kind=configuration')).body.items;
    expect(changes).toEqual([{ property: 'color', oldValue: 'violet', newValue: null }]);
    const bad = { body: { color: '#ff0000' } };
    await expectRefused(`PATCH /statuses/${created.id}`, bad, { status: 400, errors: [{ field: 'color' }] });
  });

  it('milestones have a due date, an end and the progress of their cases', async () => {
    const [milestone] = (await call(test, 'GET /projects/1/milestones')).body.items;
    const [{ total, closed } = {}] = await test.rows(`select count(*) as total,
      sum(case when statuses.is_closed then 1 else 0 end) as closed
      from cases join statuses on statuses.id = status_id where milestone_id = ${milestone.id}`);
    const percent = Math.floor((100 * Number(closed)) / Number(total));
    expect(milestone).toMatchObject({
      dueAt: '2026-09-18T00:00:00.000Z',
      isCompleted: false,
      completedAt: null,
      progress: { total: Number(total), closed: Number(closed), percent },
    });
    const path = `PATCH /milestones/${milestone.id}`;
    const done = await call(test, path, { body: { isCompleted: true, dueAt: null } });
    expect([done.body.isCompleted, done.body.dueAt]).toEqual([true, null]);
    expect(Date.parse(done.body.completedAt)).toBeGreaterThan(0);
    const open = await call(test, path, { body: { isCompleted: false, dueAt: '2026-12-01T12:00:00+01:00' } });
    expect([open.body.completedAt, open.body.dueAt]).toEqual([null, '2026-12-01T11:00:00.000Z']);
    for (const dueAt of [
      'tomorrow',
      '',
      '2026-02-30T00:00:00Z',
      '2016-12-31T23:59:60Z',
      '2026-02-30',
      '2026-12-24Z',
      1,
    ]) {
      await expectRefused(path, { body: { dueAt } }, { status: 400, errors: [{ field: 'dueAt' }] });
    }
  });

  it('milestones are due on days: one is taken as it is, and of a time its day in UTC counts', async () => {
    const body = { title: 'Christmas', dueAt: '2026-12-24' };
    const made = (await call(test, 'POST /projects/1/milestones', { body })).body;
    expect(made.dueAt).toBe('2026-12-24T00:00:00.000Z');
    await call(test, 'PATCH /cases/2304', { body: { projectId: 1, dueOn: null, milestoneId: made.id } });
    const dueOn = async (day: string): Promise<number[]> => {
      const found = await call(test, `GET /cases?query=${encodeURIComponent(`due:${day} number:2304`)}`);
      return found.body.items.map(({ id }: { id: number }) => id);
    };
    expect([await dueOn('2026-12-23'), await dueOn('2026-12-24'), await dueOn('2026-12-25')]).toEqual([[], [2304], []]);
    const path = `PATCH /milestones/${made.id}`;
    expect((await call(test, path, { body: { dueAt: '2026-12-26' } })).body.dueAt).toBe('2026-12-26T00:00:00.000Z');
    expect(await dueOn('2026-12-26')).toEqual([2304]);
    await call(test, path, { body: { dueAt: '2026-12-25T00:00:00+01:00' } });
    expect([await dueOn('2026-12-24'), await dueOn('2026-12-25')]).toEqual([[2304], []]);
    await call(test, path, { body: { dueAt: '2026-12-24T23:59:59Z' } });
    expect([await dueOn('2026-12-24'), await dueOn('2026-12-25')]).toEqual([[2304], []]);
    const { NewMilestone, MilestonePatch, Milestone } = JSON.parse(readFileSync('docs/api/openapi.json', 'utf8'))
      .components.schemas;
    for (const { properties } of [NewMilestone, MilestonePatch, Milestone]) {
      expect(properties.dueAt.description).toContain('day in UTC');
    }
  });

  describe('merged into another one', () => {
    const merge = (id: number, request: Parameters<typeof call>[2]) =>
      call(test, `POST /statuses/${id}/merge`, request);
    const casesWith = async (id: number): Promise<number> =>
      Number((await test.rows(`select count(*) as count from cases where status_id = ${id}`))[0]?.['count']);

    it('gives its cases to that one and is deleted; a dry run says how many, a repeat answers the same', async () => {
      const [fixed, closed] = [4, 6];
      const [before, used] = [await configurationTraces(test), await casesWith(fixed)];
      const request = { key: sara, body: { intoId: closed } };
      const would = await merge(fixed, { ...request, headers: { prefer: 'dry-run' } });
      expect([would.status, would.body, used > 0]).toEqual([200, { changedCaseCount: used }, true]);
      expect(await configurationTraces(test)).toEqual(before);

      const keyed = { ...request, headers: { 'idempotency-key': 'merge-1' } };
      const done = await merge(fixed, keyed);
      expect([done.status, done.body, await casesWith(fixed)]).toEqual([200, { changedCaseCount: used }, 0]);
      const after = await configurationTraces(test);
      const again = await merge(fixed, keyed);
      expect([again.status, again.body, again.headers['idempotency-replayed']]).toEqual([200, done.body, 'true']);
      const other = await merge(fixed, { ...keyed, body: { intoId: 1 } });
      expect([other.status, other.body.code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
      expect((await merge(fixed, request)).body.code).toBe('STATUS_NOT_FOUND');
      expect(await configurationTraces(test)).toEqual(after);
    });

    it('once, when two requests with one key come at the same time', async () => {
      const { id } = (await call(test, 'POST /spaces/1/statuses', { body: { name: 'Twice merged' } })).body;
      const request = { body: { intoId: 1 }, headers: { 'idempotency-key': 'merge-2' } };
      const answers = await Promise.all([merge(id, request), merge(id, request)]);
      answers.push(await merge(id, request));
      // One that comes while the other is under way is to come again.
      const done = answers.filter(({ body }) => body.code !== 'REQUEST_UNDER_WAY');
      expect(done.length).toBeGreaterThan(1);
      for (const { status, body } of done) expect([status, body]).toEqual([200, { changedCaseCount: 0 }]);
      const events = await test.rows("select payload from events where type = 'status.merged'");
      expect(events.filter(({ payload }) => String(payload).includes('Twice merged'))).toHaveLength(1);
    });

    it.each([
      [
        { intoId: 2 },
        { status: 400, errors: [{ field: 'intoId', problem: expect.stringMatching(/another status/u) }] },
      ],
      [{ intoId: 9 }, { status: 400, errors: [{ field: 'intoId' }] }],
      [{}, { status: 400, errors: [{ field: 'intoId', problem: 'is required' }] }],
    ])('is refused with %j', async (body, expected) => {
      await expectRefused('POST /statuses/2/merge', { body }, expected);
      await expectRefused('POST /statuses/2/merge?dryRun=true', { body }, expected);
    });

    it('is for managers only, and the default stays', async () => {
      const body = { intoId: 3 };
      await expectRefused('POST /statuses/2/merge', { key: priya, body }, { status: 403, code: 'RIGHT_MISSING' });
      await expectRefused('POST /statuses/1/merge', { body }, { status: 409, code: 'CONFIGURATION_CONFLICT' });
    });
  });

  it('IDs that are too large for any of them are not found', async () => {
    await expectRefused('GET /statuses/99999999999999999999', {}, { status: 404 });
    await expectRefused('GET /spaces/9007199254740991/statuses', {}, { status: 404, code: 'SPACE_NOT_FOUND' });
  });
});
