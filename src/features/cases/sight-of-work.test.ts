import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { call } from '../../../test/support/api.ts';
import { beginImport } from '../../../test/support/imports.ts';
import { dialects, startTestApp, type TestApp } from '../../../test/support/test-app.ts';
import type { Right } from '../../kernel/permissions.ts';
import { createKey } from '../keys/create-key.ts';
import { addMember } from '../spaces/add-member.ts';
import { removeMember } from '../spaces/remove-member.ts';
import { getUserByName } from '../users/find-user.ts';

const SECRET = 'Secret in a closed space';

describe.each(dialects)('work that goes on by itself, on %s', (dialect) => {
  let test: TestApp;
  let key: string;
  let caseId: number;

  beforeAll(async () => {
    test = await startTestApp(dialect);
    key = await keyOf();
  });

  beforeEach(async () => {
    await join();
    const [project] = await test.rows('select min(id) as id from projects where space_id = 2');
    const body = { spaceId: 2, projectId: Number(project?.['id']), title: SECRET };
    caseId = (await call(test, 'POST /cases', { key, body })).body.id;
  });

  afterAll(() => test.close());

  const keyOf = async (scope: { spaceIds?: number[]; rights?: Right[] } = {}) =>
    createKey(test.operator, { user: await getUserByName(test.operator, 'jonas.weber'), name: 'Work', ...scope });
  const join = async () => {
    const { id: userId } = await getUserByName(test.operator, 'jonas.weber');
    await addMember(test.operator, { spaceId: 2, userId, role: 'contributor' });
  };
  const leave = async () => {
    const { id: userId } = await getUserByName(test.operator, 'jonas.weber');
    await removeMember(test.operator, { spaceId: 2, userId });
  };
  const change = async (using = key, ids: readonly number[] = [caseId]) => {
    const body = { selection: { ids }, changes: { title: 'Other' }, mode: 'per-case' };
    return (await call(test, 'POST /cases/bulk', { key: using, body })).body;
  };
  const revert = async () => (await call(test, `POST /bulk/${(await change()).id}/revert`, { key })).body;

  it('tells nothing about cases to a key of the same person that must not see them', async () => {
    const { id } = await revert();
    const whole = await call(test, `GET /bulk/${id}/results`, { key });
    expect(whole.body.items[0].revert.reverted).toEqual([{ property: 'title', value: SECRET }]);
    for (const scope of [{ spaceIds: [1] }, { rights: [] }]) {
      const narrowed = await keyOf(scope);
      for (const request of [`GET /bulk/${id}`, `GET /bulk/${id}/results`, `POST /bulk/${id}/cancel`]) {
        expect((await call(test, request, { key: narrowed })).body.code).toBe('BULK_NOT_FOUND');
      }
    }
    const own = await keyOf({ spaceIds: [2] });
    expect((await call(test, `GET /bulk/${(await change(own)).id}`, { key: own })).status).toBe(200);
  });

  it('tells only the outcome of cases that whoever began it cannot see any more', async () => {
    const { id } = await revert();
    const refused = await change(key, [caseId, 2304]);
    await leave();
    const results = await call(test, `GET /bulk/${id}/results`, { key });
    expect(results.body.items).toEqual([{ caseId, outcome: 'changed', problem: null, revert: null }]);
    await test.operator.inTransaction((tx) =>
      tx.db.run(
        `update bulk_portions set outcomes = '${JSON.stringify([
          { caseId, outcome: 'refused', refusal: { code: 'FIELDS_INVALID', message: SECRET, fields: [] } },
        ])}' where group_id = ${refused.id}`,
        [],
      ),
    );
    const told = await call(test, `GET /bulk/${refused.id}/results`, { key });
    expect(told.body.items).toMatchObject([{ caseId, outcome: 'refused', problem: { code: 'CASE_NOT_FOUND' } }]);
    expect(JSON.stringify([results.body, told.body])).not.toContain(SECRET);
  });

  it('is not cancelled with a key that only reads', async () => {
    const ids = Array.from({ length: 1_001 }, (_, n) => 5_000_000 + n);
    const reading = await keyOf({ rights: [] });
    const queued = await change(reading, ids);
    const refused = await call(test, `POST /bulk/${queued.id}/cancel`, { key: reading });
    expect([refused.status, refused.body.code]).toEqual([403, 'RIGHT_MISSING']);
    expect((await call(test, `GET /bulk/${queued.id}`, { key: reading })).body.state).toBe('queued');
    const cancelled = await call(test, `POST /bulk/${queued.id}/cancel`, { key });
    expect([cancelled.status, cancelled.body.state]).toEqual([200, 'cancelled']);
  });

  it('of files is seen with keys that see the space, and cancelled with those that may import', async () => {
    const { body } = await beginImport(test, { key, query: `spaceId=2`, content: 'title\nOne' });
    const elsewhere = await keyOf({ spaceIds: [1] });
    const reading = await keyOf({ rights: [] });
    const imports = async (using: string) => (await call(test, 'GET /imports', { key: using })).body.items.length;
    expect([await imports(key), await imports(reading), await imports(elsewhere)]).toEqual([1, 1, 0]);
    const stop = `POST /imports/${body.id}/cancel`;
    expect((await call(test, stop, { key: elsewhere })).body.code).toBe('IMPORT_NOT_FOUND');
    expect((await call(test, stop, { key: reading })).body.code).toBe('RIGHT_MISSING');
    expect((await call(test, `GET /imports/${body.id}`, { key })).body.state).toBe('queued');
    expect((await call(test, stop, { key })).body.state).toBe('cancelled');
    await leave();
    expect([await imports(key), (await call(test, `GET /imports/${body.id}`, { key })).status]).toEqual([0, 404]);
  });
});
