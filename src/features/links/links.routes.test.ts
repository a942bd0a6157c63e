import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { call } from '../../../test/support/api.ts';
import { newKeyOf, traces } from '../../../test/support/cases.ts';
import { createManyCases } from '../../../test/support/many-cases.ts';
import { dialects, startTestApp, type TestApp } from '../../../test/support/test-app.ts';
import { MAX_LINKS_OF_CASE } from './link.ts';

/** Two cases of the public space. */
const ONE = 2304;
const OTHER = 2306;
/** May change in the public space what they have reported themselves. */
const CONTRIBUTOR = { id: 5, username: 'diego.fuentes' };
const NO_SUCH_ID = 987_654_321;

describe.each(dialects)('links between cases on %s', (dialect) => {
  let test: TestApp;
  /** A case of the private space, which the agent of the public one does not see. */
  let hidden: number;

  beforeAll(async () => {
    test = await startTestApp(dialect);
    hidden = (await call(test, 'GET /cases?query=space:2&limit=1&fields=id')).body.items[0].id;
  });

  beforeEach(() => test.reset());

  afterAll(async () => {
    expect(test.logged()).not.toContain('defect');
    await test.close();
  });

  const keyOf = (username: string) => newKeyOf(test, username);
  const link = (relation: string, caseId: number, { from = ONE, key }: { from?: number; key?: string } = {}) =>
    call(test, `POST /cases/${from}/links`, { body: { relation, caseId }, ...(key === undefined ? {} : { key }) });
  const linksOf = async (caseId: number, key?: string) =>
    (await call(test, `GET /cases/${caseId}/links`, key === undefined ? {} : { key })).body.items as readonly {
      readonly id: number;
      readonly relation: string;
      readonly case: { readonly id: number };
    }[];
  const told = async (caseId: number, key?: string) =>
    (await linksOf(caseId, key)).map((each) => [each.relation, each.case.id]);
  const everything = async () => [await traces(test), await test.rows('select * from case_links order by id')];
  const expectRefused = async (asked: () => ReturnType<typeof call>, expected: object): Promise<void> => {
    const before = await everything();
    const { status, body } = await asked();
    expect({ status, ...body }).toMatchObject(expected);
    expect(await everything()).toEqual(before);
  };

  it.each([
    ['blocks', 'blockedBy'],
    ['blockedBy', 'blocks'],
    ['duplicates', 'duplicatedBy'],
    ['duplicatedBy', 'duplicates'],
    ['relates', 'relates'],
  ])('that say "%s" say "%s" from the other side, once', async (relation, other) => {
    const { status, body } = await link(relation, OTHER);
    const { title, spaceId } = (await call(test, `GET /cases/${OTHER}`)).body;
    expect([status, body]).toMatchObject([201, { relation, case: { id: OTHER, title, spaceId }, createdById: 1 }]);
    expect(await linksOf(ONE)).toEqual([body]);
    expect(await told(OTHER)).toEqual([[other, ONE]]);
    for (const [from, to] of [
      [ONE, OTHER],
      [OTHER, ONE],
    ] as const) {
      await expectRefused(() => link(relation, to, { from }), { status: 409, code: 'LINK_EXISTS' });
    }
  });

  it('can be of several kinds between the same two cases', async () => {
    await link('blocks', OTHER);
    await link('relates', OTHER);
    expect(await told(ONE)).toEqual([
      ['blocks', OTHER],
      ['relates', OTHER],
    ]);
  });

  it('are told of by an event at each of the two cases, which does not name the other one', async () => {
    const { body } = await link('blocks', hidden);
    await call(test, `DELETE /links/${body.id}`);
    const { items } = (await call(test, 'GET /events?type=case.linked,case.unlinked&limit=100')).body;
    const linkId = body.id;
    expect(items).toMatchObject([
      { type: 'case.linked', caseId: ONE, spaceId: 1, payload: { linkId, relation: 'blocks' } },
      { type: 'case.linked', caseId: hidden, spaceId: 2, payload: { linkId, relation: 'blockedBy' } },
      { type: 'case.unlinked', caseId: ONE, payload: { linkId, relation: 'blocks' } },
      { type: 'case.unlinked', caseId: hidden, payload: { linkId, relation: 'blockedBy' } },
    ]);
    expect(items.map(({ payload }: { payload: object }) => Object.keys(payload))).toEqual(
      Array.from({ length: 4 }, () => ['linkId', 'relation']),
    );
  });

  it('are taken away from either side, once', async () => {
    const { body } = await link('relates', OTHER);
    expect((await call(test, `DELETE /links/${body.id}`)).status).toBe(204);
    expect([await told(ONE), await told(OTHER)]).toEqual([[], []]);
    const gone = { status: 404, code: 'LINK_NOT_FOUND' };
    await expectRefused(() => call(test, `DELETE /links/${body.id}`), gone);
    await expectRefused(() => call(test, `DELETE /links/${NO_SUCH_ID}`), gone);
  });

  it('do not exist for whoever does not see both cases', async () => {
    const { body } = await link('blocks', hidden);
    const key = await keyOf('omar.haddad');
    expect([await told(ONE), await told(ONE, key)]).toEqual([[['blocks', hidden]], []]);
    await expectRefused(() => call(test, `DELETE /links/${body.id}`, { key }), { status: 404, code: 'LINK_NOT_FOUND' });
    const unknown = { status: 400, errors: [{ field: 'caseId', problem: expect.stringContaining('there is no') }] };
    await expectRefused(() => link('relates', hidden, { key }), unknown);
    await expectRefused(() => link('relates', NO_SUCH_ID, { key }), unknown);
    for (const caseId of [hidden, NO_SUCH_ID]) {
      await expectRefused(() => link('relates', ONE, { from: caseId, key }), { status: 404, code: 'CASE_NOT_FOUND' });
      await expectRefused(() => call(test, `GET /cases/${caseId}/links`, { key }), { status: 404 });
    }
  });

  it('are made and taken away by whoever may change one of the cases', async () => {
    const [caseId = 0] = await createManyCases(test.operator, 1);
    const { body } = await link('relates', caseId);
    const viewer = await keyOf('priya.raman');
    expect(await told(ONE, viewer)).toEqual([['relates', caseId]]);
    const missing = { status: 403, code: 'RIGHT_MISSING' };
    await expectRefused(() => link('blocks', caseId, { key: viewer }), missing);
    await expectRefused(() => call(test, `DELETE /links/${body.id}`, { key: viewer }), missing);
    const agent = await keyOf('omar.haddad');
    expect((await link('blocks', caseId, { key: agent })).status).toBe(201);
    expect((await call(test, `DELETE /links/${body.id}`, { key: agent })).status).toBe(204);
    const own = {
      title: 'Theirs',
      spaceId: 1,
      projectId: 1,
      reporterId: CONTRIBUTOR.id,
    };
    const { body: theirs } = await call(test, 'POST /cases', { body: own });
    const contributor = await keyOf(CONTRIBUTOR.username);
    await expectRefused(() => link('blocks', theirs.id, { from: caseId, key: contributor }), missing);
    const { body: linked } = await link('blocks', theirs.id, { from: caseId });
    expect((await call(test, `DELETE /links/${linked.id}`, { key: contributor })).status).toBe(204);
    expect((await link('blockedBy', caseId, { from: theirs.id, key: contributor })).status).toBe(201);
  });

  it.each([
    [{ relation: 'relates', caseId: ONE }, 'caseId'],
    [{ relation: 'hates', caseId: OTHER }, 'relation'],
    [{ relation: 'relates' }, 'caseId'],
    [{ relation: 'relates', caseId: 0 }, 'caseId'],
    [{ relation: 'relates', caseId: OTHER, note: 'x' }, 'note'],
  ])('are refused with the name of the wrong field: %j', async (body, field) => {
    await expectRefused(() => call(test, `POST /cases/${ONE}/links`, { body }), { status: 400, errors: [{ field }] });
  });

  it('are so many at the most, on either side', async () => {
    const [spare = 0, ...others] = await createManyCases(test.operator, MAX_LINKS_OF_CASE + 1);
    for (const caseId of others) expect((await link('relates', caseId)).status).toBe(201);
    const full = { status: 409, code: 'LINK_LIMIT_REACHED' };
    await expectRefused(() => link('relates', spare), full);
    await expectRefused(() => link('relates', ONE, { from: spare }), full);
  });

  it('wait with a case in the bin, and go with it for good', async () => {
    await link('blocks', OTHER);
    await call(test, `DELETE /cases/${OTHER}`);
    expect(await told(ONE)).toEqual([]);
    await expectRefused(() => link('relates', OTHER), { status: 400, errors: [{ field: 'caseId' }] });
    await call(test, `POST /cases/${OTHER}/restore`);
    expect(await told(ONE)).toEqual([['blocks', OTHER]]);
    await call(test, `DELETE /cases/${OTHER}`);
    expect((await call(test, `DELETE /bin/${OTHER}`)).status).toBe(204);
    expect(await test.rows('select id from case_links')).toEqual([]);
  });

  it('are made once by two who make the same one at once', async () => {
    const answers = await Promise.all([link('blocks', OTHER), link('blockedBy', ONE, { from: OTHER })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(await told(ONE)).toEqual([['blocks', OTHER]]);
  });

  describe('as a duplicate', () => {
    const close = (body: object, { key, headers = {} }: { key?: string; headers?: Record<string, string> } = {}) =>
      call(test, `POST /cases/${ONE}/duplicate-of`, { body, headers, ...(key === undefined ? {} : { key }) });
    const statusOf = async (caseId: number) => (await call(test, `GET /cases/${caseId}?include=status`)).body.status;
    const closedOnes = async () =>
      ((await call(test, 'GET /spaces/1/statuses')).body.items as { id: number; isClosed: boolean }[]).filter(
        ({ isClosed }) => isClosed,
      );

    it('a case is closed and linked, both in one', async () => {
      const [first] = await closedOnes();
      const { status, body, headers } = await close({ caseId: OTHER });
      expect([status, body]).toMatchObject([200, { relation: 'duplicates', case: { id: OTHER } }]);
      const closed = (await call(test, `GET /cases/${ONE}`)).body;
      expect([closed.statusId, headers['etag']]).toEqual([first?.id, `"${closed.revision}"`]);
      expect(await told(OTHER)).toEqual([['duplicatedBy', ONE]]);
      const once = await everything();
      expect((await close({ caseId: OTHER })).body).toEqual(body);
      expect(await everything()).toEqual(once);
    });

    it('a case gets the closed status that is asked for', async () => {
      const last = (await closedOnes()).at(-1)?.id ?? 0;
      expect((await close({ caseId: OTHER, statusId: last })).status).toBe(200);
      expect((await statusOf(ONE)).id).toBe(last);
    });

    it('a case is neither closed nor linked when one of the two is refused', async () => {
      const open = (await call(test, 'GET /spaces/1/statuses')).body.items.find(
        ({ isClosed }: { isClosed: boolean }) => !isClosed,
      );
      const wrong = (field: string) => ({ status: 400, errors: [{ field }] });
      await expectRefused(() => close({ caseId: OTHER, statusId: open.id }), wrong('statusId'));
      await expectRefused(() => close({ caseId: OTHER, statusId: NO_SUCH_ID }), wrong('statusId'));
      await expectRefused(() => close({ caseId: ONE }), wrong('caseId'));
      await expectRefused(() => close({ caseId: NO_SUCH_ID }), wrong('caseId'));
      const headers = { 'if-match': '"999"' };
      await expectRefused(() => close({ caseId: OTHER }, { headers }), { status: 412, code: 'CASE_CONFLICT' });
      const viewer = await keyOf('priya.raman');
      await expectRefused(() => close({ caseId: OTHER }, { key: viewer }), { status: 403, code: 'RIGHT_MISSING' });
      await link('duplicatedBy', OTHER);
      await expectRefused(() => close({ caseId: OTHER }), { status: 409, code: 'LINK_EXISTS' });
    });
  });
});
