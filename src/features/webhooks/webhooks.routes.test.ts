import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { call } from '../../../test/support/api.ts';
import { newKeyOf } from '../../../test/support/cases.ts';
import { dialects, startTestApp, type TestApp } from '../../../test/support/test-app.ts';
import { WebhookReceiver } from '../../../test/support/webhook-receiver.ts';
import { addMember } from '../spaces/add-member.ts';
import { removeMember } from '../spaces/remove-member.ts';
import { getUserByName } from '../users/find-user.ts';
import { deliverWebhooks } from './deliver-webhooks.ts';

const HOUR_MS = 60 * 60_000;

describe.each(dialects)('webhooks on %s', (dialect) => {
  let test: TestApp;
  let aheadMs = 0;
  let receiver: WebhookReceiver;
  let spaceId: number;

  beforeAll(async () => {
    const settings = { webhooksAllowPrivate: true };
    test = await startTestApp(dialect, { settings, now: () => Date.now() + aheadMs });
    receiver = await new WebhookReceiver().start();
  });

  beforeEach(async () => {
    aheadMs = 0;
    await test.reset();
    receiver.received.length = 0;
    receiver.accepted.length = 0;
    receiver.behave = () => ({ status: 200 });
    ({ spaceId } = (await call(test, 'GET /cases/2304')).body);
  });

  afterAll(async () => {
    await receiver.close();
    await test.close();
  });

  const create = async (body: object = {}, key?: string) => {
    const request = { body: { url: receiver.url, types: ['*'], ...body } };
    return (await call(test, 'POST /webhooks', key === undefined ? request : { ...request, key })).body;
  };
  const retitle = (title: string, caseId = 2304) => call(test, `PATCH /cases/${caseId}`, { body: { title } });
  const deliver = () => deliverWebhooks.run(test.operator);
  const deliveries = async (id: number, query = '') =>
    (await call(test, `GET /webhooks/${id}/deliveries${query}`)).body.items;

  it('are made, read, listed, changed and deleted; the secret is told once', async () => {
    const made = await call(test, 'POST /webhooks', { body: { url: receiver.url, types: ['case.*'], spaceId } });
    expect([made.status, made.headers['location']]).toEqual([201, `/api/v1/webhooks/${made.body.id}`]);
    const { secret, ...webhook } = made.body;
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/u);
    expect((await call(test, `GET /webhooks/${webhook.id}`)).body).toEqual(webhook);
    expect((await call(test, `GET /webhooks?spaceId=${spaceId}`)).body).toEqual({ items: [webhook], next: null });
    const changed = await call(test, `PATCH /webhooks/${webhook.id}`, { body: { active: false, description: 'Off' } });
    expect(changed.body).toEqual({ ...webhook, active: false, description: 'Off' });
    expect((await call(test, `DELETE /webhooks/${webhook.id}`)).status).toBe(204);
    expect((await call(test, `GET /webhooks/${webhook.id}`)).body.code).toBe('WEBHOOK_NOT_FOUND');
  });

  it.each([
    [{ url: 'ftp://example.com/' }, 'url'],
    [{ url: 'https://user:password@example.com/' }, 'url'],
    [{ url: 'nonsense' }, 'url'],
    [{ types: [] }, 'types'],
    [{ types: ['case.exploded'] }, 'types.0'],
    [{ colour: 'red' }, 'colour'],
  ])('are not made with %j', async (body, field) => {
    const refused = await create(body);
    expect([refused.status, refused.errors?.[0]?.field]).toEqual([400, field]);
    expect(await test.rows('select id from webhooks')).toEqual([]);
  });

  it('are for managers of their space and, without a space, for administrators', async () => {
    const { id: userId } = await getUserByName(test.operator, 'priya.raman');
    await removeMember(test.operator, { spaceId, userId });
    await addMember(test.operator, { spaceId, userId, role: 'agent' });
    const key = await newKeyOf(test, 'priya.raman');
    const { id } = await create({ spaceId });
    expect(await create({ spaceId }, key)).toMatchObject({ status: 403, code: 'RIGHT_MISSING' });
    expect(await create({ spaceId: 99_999 }, key)).toMatchObject({ status: 404, code: 'SPACE_NOT_FOUND' });
    expect((await call(test, `GET /webhooks/${id}`, { key })).status).toBe(404);
    expect((await call(test, 'GET /webhooks', { key })).body.items).toEqual([]);
    await addMember(test.operator, { spaceId, userId, role: 'manager' });
    expect((await call(test, `GET /webhooks/${id}`, { key })).status).toBe(200);
    expect((await call(test, 'GET /webhooks', { key })).body.items).toHaveLength(1);
    expect(await create({}, key)).toMatchObject({ status: 403, code: 'RIGHT_MISSING' });
  });

  it('are told events as the log has them, signed so that receivers can tell', async () => {
    const { secret } = await create({ types: ['case.*'] });
    const { next } = (await call(test, 'GET /events?after=now')).body;
    await retitle('Now');
    await deliver();
    const [received] = receiver.accepted;
    expect(received?.event).toEqual((await call(test, `GET /events?after=${next}`)).body.items[0]);
    const verify = (by: string) =>
      new Webhook(by).verify(received?.body ?? '', received?.headers as Record<string, string>);
    expect(verify(secret)).toEqual(received?.event);
    expect(() => verify(`whsec_${Buffer.alloc(32).toString('base64')}`)).toThrow();
  });

  it('are signed with both secrets for a day after a new one was made', async () => {
    const { id, secret } = await create({ types: ['case.*'] });
    const rotated = (await call(test, `POST /webhooks/${id}/rotate-secret`)).body;
    expect(rotated.secret).not.toBe(secret);
    await retitle('Now');
    await deliver();
    aheadMs = 25 * HOUR_MS;
    await retitle('Tomorrow');
    await deliver();
    const [both, one] = receiver.accepted.map(({ headers }) => String(headers['webhook-signature']).split(' ').length);
    expect([both, one]).toEqual([2, 1]);
    const [received] = receiver.accepted;
    for (const each of [secret, rotated.secret]) {
      expect(new Webhook(each).verify(received?.body ?? '', received?.headers as Record<string, string>)).toBeDefined();
    }
  });

  it('are told only what happens in their space, of the types they want, and while they are on', async () => {
    await create({ spaceId, types: ['case.updated'] });
    await retitle('Here');
    await call(test, 'PATCH /cases/2304', { body: { comment: { text: '<p>So.</p>' } } });
    const [elsewhere] = await test.rows(`select min(id) as id from cases where space_id <> ${spaceId}`);
    await retitle('Elsewhere', Number(elsewhere?.['id']));
    await deliver();
    expect(receiver.accepted.map(({ event }) => [event.type, event.caseId])).toEqual([['case.updated', 2304]]);
    const [{ id }] = (await call(test, 'GET /webhooks')).body.items;
    await call(test, `PATCH /webhooks/${id}`, { body: { active: false } });
    await retitle('While it is off');
    await deliver();
    await call(test, `PATCH /webhooks/${id}`, { body: { active: true } });
    await deliver();
    expect(receiver.accepted).toHaveLength(1);
  });

  it('get all events of each case in their order, whatever the receiver does meanwhile', async () => {
    const { id } = await create({ types: ['case.updated'] });
    const caseIds = (await test.rows('select id from cases order by id limit 4')).map((row) => Number(row['id']));
    for (let round = 0; round < 5; round += 1) {
      for (const caseId of caseIds) await retitle(`Round ${round}`, caseId);
    }
    const moods = [
      'hang up',
      { status: 500, body: 'x'.repeat(100_000) },
      { status: 200, body: '\u0000garbage', afterMs: 5 },
      { status: 302 },
      { status: 200 },
      { status: 404 },
      { status: 200, body: '{' },
    ] as const;
    let count = 0;
    receiver.behave = () => {
      count += 1;
      // Down altogether for a while, then in all moods.
      return count < 12 ? 'hang up' : (moods[(count * 5) % moods.length] ?? 'hang up');
    };
    let runs = 0;
    do {
      await deliver();
      aheadMs += 10 * 60_000;
      runs += 1;
    } while (runs < 100 && (await deliveries(id, '?status=pending')).length > 0);
    expect(await deliveries(id, '?status=pending')).toEqual([]);
    const log = (await call(test, 'GET /events?type=case.updated&limit=1000')).body.items.slice(-20);
    for (const caseId of caseIds) {
      const ofCase = (events: readonly { id: number; caseId: number }[]) =>
        events.filter((event) => event.caseId === caseId).map((event) => event.id);
      expect(ofCase(receiver.accepted.map(({ event }) => event))).toEqual(ofCase(log));
    }
    expect(receiver.received.length).toBeGreaterThan(receiver.accepted.length);
  });

  it('are told soon again when a receiver that was down for hours is back, not when the next attempt was planned', async () => {
    await create({ types: ['case.updated'] });
    receiver.behave = () => 'hang up';
    await retitle('One');
    await retitle('Other', 2305);
    for (let hour = 0; hour < 6; hour += 1) {
      await deliver();
      aheadMs += HOUR_MS;
    }
    receiver.behave = () => ({ status: 200 });
    await retitle('Third', 2306);
    await deliver();
    expect(receiver.accepted.map(({ event }) => event.caseId).sort()).toEqual([2304, 2305, 2306]);
  });

  it('are switched off with an event when nothing gets through for a day, and can be switched on again', async () => {
    const { id } = await create({ types: ['case.updated'] });
    receiver.behave = () => ({ status: 500, body: 'No.' });
    await retitle('Now');
    for (let hours = 0; hours < 30; hours += 3) {
      await retitle(`After ${hours} hours`);
      await deliver();
      aheadMs += 3 * HOUR_MS;
    }
    expect((await call(test, `GET /webhooks/${id}`)).body).toMatchObject({
      active: false,
      disabledAt: expect.any(String),
    });
    expect((await call(test, 'GET /events?type=webhook.disabled')).body.items).toMatchObject([
      { actor: { door: 'setup' }, payload: { webhookId: id, reason: 'failing' } },
    ]);
    const [last] = await deliveries(id, '?limit=1');
    expect(last.status).toBe('failed');
    receiver.behave = () => ({ status: 200 });
    await call(test, `PATCH /webhooks/${id}`, { body: { active: true } });
    await retitle('Back');
    await deliver();
    expect(receiver.accepted).toHaveLength(1);
    expect((await call(test, `GET /webhooks/${id}`)).body).toMatchObject({ failingSince: null, disabledAt: null });
  });

  it('show what was sent and answered, and send it again as the same message', async () => {
    const { id } = await create({ types: ['case.updated'] });
    receiver.behave = () => ({ status: 418, body: 'I am a teapot.' });
    await retitle('Now');
    await deliver();
    const [failed] = await deliveries(id);
    expect(failed).toMatchObject({
      ...{ status: 'pending', attempts: 1, responseStatus: 418, responseBody: 'I am a teapot.', error: null },
      ...{ type: 'case.updated', nextAttemptAt: expect.any(String) },
    });
    receiver.behave = () => ({ status: 200 });
    aheadMs = 60_000;
    await deliver();
    const again = await call(test, `POST /webhooks/${id}/deliveries/${failed.id}/redeliver`);
    expect([again.status, again.body.messageId]).toEqual([202, failed.messageId]);
    await deliver();
    expect(receiver.accepted.map(({ headers }) => headers['webhook-id'])).toEqual([failed.messageId, failed.messageId]);
    expect(await deliveries(id, '?status=delivered')).toHaveLength(2);
    const paged = (await call(test, `GET /webhooks/${id}/deliveries?limit=1`)).body;
    expect((await call(test, `GET /webhooks/${id}/deliveries?limit=1&cursor=${paged.next}`)).body).toMatchObject({
      items: [{ id: failed.id }],
      next: null,
    });
    expect((await call(test, `GET /webhooks/${id}/deliveries/999999`)).body.code).toBe('DELIVERY_NOT_FOUND');
  });

  it('are pinged', async () => {
    const { id } = await create({ types: ['case.updated'] });
    expect((await call(test, `POST /webhooks/${id}/ping`)).status).toBe(202);
    await deliver();
    expect(receiver.accepted.map(({ event }) => event)).toMatchObject([{ type: 'ping', payload: { webhookId: id } }]);
  });

  it('are told once when several processes deliver at the same time', async () => {
    await create({ types: ['case.updated'] });
    receiver.behave = () => ({ status: 200, afterMs: 20 });
    for (const caseId of [2304, 2305, 2306]) for (const title of ['a', 'b']) await retitle(title, caseId);
    await Promise.all([deliver(), deliver(), deliver()]);
    const ids = receiver.received.map(({ event }) => event.id);
    expect([ids.length, new Set(ids).size]).toEqual([6, 6]);
  });

  it('are not followed where a receiver redirects to', async () => {
    const { id } = await create({ types: ['case.updated'] });
    receiver.behave = () => ({ status: 307 });
    await retitle('Now');
    await deliver();
    expect(receiver.received).toHaveLength(1);
    expect(await deliveries(id)).toMatchObject([{ status: 'pending', responseStatus: 307 }]);
  });
});
