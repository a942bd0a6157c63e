import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { call } from '../../../test/support/api.ts';
import { newKeyOf } from '../../../test/support/cases.ts';
import { dialects, startTestApp, type TestApp } from '../../../test/support/test-app.ts';
import { appendEvent, appendEvents } from '../../platform/events/append-event.ts';
import { createProject } from '../choices/create-project.ts';
import { createKey } from '../keys/create-key.ts';
import { revokeKey } from '../keys/revoke-key.ts';
import { addMember } from '../spaces/add-member.ts';
import { createSpace } from '../spaces/create-space.ts';
import { removeMember } from '../spaces/remove-member.ts';
import { renameSpace } from '../spaces/rename-space.ts';
import { getUserByName } from '../users/find-user.ts';

interface Told {
  readonly id: number;
  readonly type: string;
  readonly caseId: number | null;
}

describe.each(dialects)('the event log in the new API on %s', (dialect) => {
  let test: TestApp;
  let now: string;

  beforeAll(async () => {
    test = await startTestApp(dialect);
  });

  beforeEach(async () => {
    await test.reset();
    now = (await call(test, 'GET /events?after=now')).body.next;
  });

  afterAll(() => test.close());

  const retitle = (title: string, caseId = 2304) => call(test, `PATCH /cases/${caseId}`, { body: { title } });
  const told = async (query = '', key?: string): Promise<Told[]> =>
    (await call(test, `GET /events?after=${now}${query}`, key === undefined ? {} : { key })).body.items;
  const types = async (query = '', key?: string): Promise<string[]> => (await told(query, key)).map(({ type }) => type);

  it('lets others have their turn while it is looked through for what it does not have', async () => {
    let turns = 0;
    const turnsDuring = async (work: () => Promise<unknown>): Promise<number> => {
      let isWorking = true;
      const count = (): void => {
        turns += 1;
        if (isWorking) setImmediate(count);
      };
      turns = 0;
      setImmediate(count);
      await work();
      isWorking = false;
      return turns;
    };
    const look = async () => expect((await told('&type=template.deleted')).length).toBe(0);
    const few = await turnsDuring(look);
    const event = { type: 'space.updated', spaceId: 1, payload: { changed: ['name'] } } as const;
    await test.operator.inTransaction((tx) =>
      appendEvents(
        tx,
        Array.from({ length: 8_000 }, () => event),
      ),
    );
    expect(await turnsDuring(look)).toBeGreaterThanOrEqual(few + 7);
  });

  it('tells what happened, to what, by whom and when, and where to go on', async () => {
    await retitle('Now');
    const { status, body } = await call(test, `GET /events?after=${now}`);
    expect([status, body]).toEqual([
      200,
      {
        items: [
          {
            id: expect.any(Number),
            type: 'case.updated',
            at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u),
            spaceId: expect.any(Number),
            caseId: 2304,
            actor: { userId: 1, keyId: expect.any(Number), door: 'v1' },
            payload: { revision: expect.any(Number), changed: ['title'] },
          },
        ],
        next: expect.any(String),
        hasMore: false,
      },
    ]);
    expect((await call(test, `GET /events?after=${body.next}`)).body).toEqual({
      items: [],
      next: body.next,
      hasMore: false,
    });
  });

  it('is read from its beginning page by page, each event once and in one order', async () => {
    const whole = (await call(test, 'GET /events?limit=1000')).body;
    expect(whole.hasMore).toBe(false);
    const read: number[] = [];
    let after = '';
    for (let hasMore = true; hasMore; ) {
      const { body } = await call(test, `GET /events?limit=37${after}`);
      read.push(...body.items.map(({ id }: Told) => id));
      ({ hasMore } = body);
      after = `&after=${body.next}`;
    }
    expect(read).toEqual(whole.items.map(({ id }: Told) => id));
    expect(new Set(read).size).toBe(read.length);
    expect(whole.items[0].payload).toBeDefined();
  });

  it('misses nothing and repeats nothing while others write', async () => {
    const read: number[] = [];
    let after = now;
    const poll = async () => {
      const { body } = await call(test, `GET /events?after=${after}&limit=5`);
      read.push(...body.items.map(({ id }: Told) => id));
      after = body.next;
    };
    const others = Promise.all(
      Array.from({ length: 6 }, async (_, writer) => {
        for (let round = 0; round < 5; round += 1) await retitle(`${writer} ${round}`);
      }),
    );
    for (let polls = 0; polls < 8; polls += 1) await poll();
    await others;
    for (let polls = 0; polls < 8; polls += 1) await poll();
    expect(read).toEqual((await told('&limit=1000')).map(({ id }) => id));
    expect(read).toHaveLength(30);
  });

  it('tells only of the types and spaces that are asked for', async () => {
    await retitle('Now');
    await call(test, 'PATCH /cases/2304', { body: { comment: { text: '<p>So.</p>' } } });
    const spaceId = await createSpace(test.operator, { name: 'Elsewhere', visibility: 'private' });
    expect(await types('&type=case.updated')).toEqual(['case.updated']);
    expect(await types('&type=comment.*,space.created')).toEqual(['comment.created', 'space.created']);
    expect(new Set(await types(`&space=${spaceId}`))).toEqual(new Set(['space.created']));
  });

  it.each([
    ['type=case.exploded', 'type', /does not know "case.exploded"/u],
    ['space=abc', 'space', /"abc" is none/u],
    ['space=99999', 'space', /there is no 99999/u],
    ['after=nonsense', 'after', /must be a cursor/u],
    [`after=${Buffer.from('log:999999999').toString('base64url')}`, 'after', /behind the end/u],
    ['limit=1001', 'limit', /at most 1000/u],
    ['limit=0', 'limit', /at least 1/u],
    ['cursor=x', 'cursor', /is not known here/u],
    ['spaceId=1', 'spaceId', /^is not known here; did you mean "space"\?$/u],
  ])('refuses %s and names the field', async (query, field, problem) => {
    const { status, body } = await call(test, `GET /events?${query}`);
    expect([status, body.code, body.errors]).toEqual([
      400,
      'FIELDS_INVALID',
      [{ field, problem: expect.stringMatching(problem) }],
    ]);
  });

  it.each([
    ['zzz', /^must be a cursor of this log$/u],
    [Buffer.from('log:999999999').toString('base64url'), /behind the end/u],
  ])('is not streamed after the Last-Event-ID %s, which is named', async (lastEventId, problem) => {
    const headers = { 'last-event-id': lastEventId };
    const { status, body } = await call(test, 'GET /events/stream', { headers });
    expect([status, body.errors]).toEqual([400, [{ field: 'Last-Event-ID', problem: expect.stringMatching(problem) }]]);
    const query = await call(test, 'GET /events/stream?after=zzz');
    expect(query.body.errors).toEqual([{ field: 'after', problem: expect.stringContaining('"now"') }]);
  });

  it('is not read without a key', async () => {
    expect((await call(test, 'GET /events', { key: null })).status).toBe(401);
  });

  describe('for a member', () => {
    let key: string;
    let spaceId: number;
    let userId: number;

    beforeEach(async () => {
      const user = await getUserByName(test.operator, 'priya.raman');
      userId = user.id;
      spaceId = (await call(test, 'GET /cases/2304')).body.spaceId;
      await removeMember(test.operator, { spaceId, userId });
      await addMember(test.operator, { spaceId, userId, role: 'contributor' });
      key = await newKeyOf(test, 'priya.raman');
      now = (await call(test, 'GET /events?after=now')).body.next;
    });

    const comment = (isInternal: boolean) =>
      call(test, 'PATCH /cases/2304', { body: { comment: { text: '<p>So.</p>', isInternal } } });

    it('tells of cases and comments, and of internal ones only with the right to them', async () => {
      await retitle('Now');
      await comment(false);
      await comment(true);
      expect(await types('', key)).toEqual(['case.updated', 'comment.created']);
      await addMember(test.operator, { spaceId, userId, role: 'agent' });
      expect(await types('', key)).toEqual([
        ...['case.updated', 'comment.created', 'comment.created'],
        'space.member_role_changed',
      ]);
    });

    it('tells nothing of spaces that do not exist for them, and of configuration only to managers', async () => {
      await createSpace(test.operator, { name: 'Secret', visibility: 'private' });
      await renameSpace(test.operator, { spaceId, name: 'Renamed' });
      expect(await types('', key)).toEqual([]);
      await addMember(test.operator, { spaceId, userId, role: 'manager' });
      expect(await types('', key)).toEqual(['space.renamed', 'space.member_role_changed']);
      await removeMember(test.operator, { spaceId, userId });
      expect(await types('', key)).toEqual(['space.member_role_changed', 'space.member_removed']);
    });

    it('tells of their own keys and nobody else’s, and with a narrowed key of none', async () => {
      const user = await getUserByName(test.operator, 'priya.raman');
      const narrowed = await createKey(test.operator, { user, name: 'Reading', rights: [] });
      await newKeyOf(test, 'admin');
      expect(await types('', key)).toEqual(['key.created']);
      expect(await types('', narrowed)).toEqual([]);
      expect(await types()).toEqual(['key.created', 'key.created']);
    });

    it('lets a case take its past along to where it is now, and tells those it left that it did', async () => {
      const otherId = await createSpace(test.operator, { name: 'Elsewhere', visibility: 'private' });
      const projectId = await createProject(test.operator, { spaceId: otherId, title: 'Other' });
      await retitle('Now');
      expect(await types('&type=case.*', key)).toEqual(['case.updated']);
      const move = { spaceId: otherId, projectId, sectionId: null, milestoneId: null };
      const moved = await call(test, 'PATCH /cases/2304', { body: { ...move, ...(await choicesOf(otherId)) } });
      expect([moved.status, moved.body.spaceId]).toEqual([200, otherId]);
      expect(await types('&type=case.*')).toEqual(['case.updated', 'case.updated', 'case.left_space']);
      expect(await types('&type=case.*', key)).toEqual(['case.left_space']);
    });

    const choicesOf = async (inSpace: number) => {
      const [status] = await test.rows(`select id from statuses where space_id = ${inSpace} order by id limit 1`);
      const [priority] = await test.rows(`select id from priorities where space_id = ${inSpace} order by id limit 1`);
      return { statusId: status?.['id'], priorityId: priority?.['id'], assigneeId: null, recipientIds: [] };
    };

    it('is closed to them when their key is revoked', async () => {
      const [row] = await test.rows(`select max(id) as id from api_keys`);
      await revokeKey(test.operator, { keyId: Number(row?.['id']) });
      expect((await call(test, 'GET /events', { key })).status).toBe(401);
    });

    it('looks through much that is for others in bounded steps, and comes to an end', async () => {
      await test.operator.inTransaction(async (tx) => {
        for (let count = 0; count < 1_200; count += 1) {
          await appendEvent(tx, { type: 'user.created', payload: { userId: 999, username: 'x' } });
        }
      });
      await retitle('Now');
      expect(await types('', key)).toEqual(['case.updated']);
    });
  });
});
