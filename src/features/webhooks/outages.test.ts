import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { call } from '../../../test/support/api.ts';
import { dialects, startTestApp, type TestApp } from '../../../test/support/test-app.ts';
import { type Behaviour, WebhookReceiver } from '../../../test/support/webhook-receiver.ts';
import { deliverWebhooks } from './deliver-webhooks.ts';

const MINUTE_MS = 60_000;
const CASE_IDS = [2304, 2305, 2306];
/** Outages that are drawn, on each database. */
const RUNS = { sqlite: 25, postgres: 10 };
/** How often is looked whether something is due while a phase lasts. */
const LOOKS = 3;

/** What a receiver can be like for a while. */
const moods: Readonly<Record<string, Behaviour>> = {
  down: 'hang up',
  broken: { status: 500, body: 'x'.repeat(20_000) },
  busy: { status: 503, headers: { 'retry-after': '120' } },
  overwhelmed: { status: 429, headers: { 'retry-after': '999999999' } },
  confused: { status: 429, headers: { 'retry-after': 'soon' } },
  elsewhere: { status: 302 },
  missing: { status: 404, body: '{' },
  slow: { status: 200, afterMs: 20 },
  babbling: { status: 200, body: '\u0000garbage' },
};

/** The receiver behaves so for some minutes, at the beginning of which these cases are changed. */
interface Phase {
  readonly mood: string;
  readonly minutes: number;
  readonly changed: readonly number[];
}

const phases: fc.Arbitrary<Phase[]> = fc.array(
  fc.record({
    mood: fc.constantFrom(...Object.keys(moods)),
    minutes: fc.integer({ min: 0, max: 120 }),
    changed: fc.array(fc.constantFrom(...CASE_IDS), { maxLength: 4 }),
  }),
  // Less than a day altogether: after that, deliveries are given up.
  { minLength: 1, maxLength: 8 },
);

describe.each(dialects)('receivers of webhooks that are not always there, on %s', (dialect) => {
  let test: TestApp;
  let receiver: WebhookReceiver;
  let webhookId: number;
  let aheadMs = 0;
  let edits = 0;

  beforeAll(async () => {
    test = await startTestApp(dialect, {
      settings: { webhooksAllowPrivate: true },
      now: () => Date.now() + aheadMs,
    });
    receiver = await new WebhookReceiver().start();
  });

  beforeEach(() => begin());

  afterAll(async () => {
    await receiver.close();
    await test.close();
  });

  /** A new webhook, to a receiver that is there. */
  const begin = async () => {
    for (const { id } of (await call(test, 'GET /webhooks')).body.items) await call(test, `DELETE /webhooks/${id}`);
    const made = await call(test, 'POST /webhooks', { body: { url: receiver.url, types: ['case.updated'] } });
    webhookId = made.body.id;
    receiver.received.length = 0;
    receiver.accepted.length = 0;
    receiver.behave = () => ({ status: 200 });
  };
  const edit = async (caseId: number) => {
    edits += 1;
    expect((await call(test, `PATCH /cases/${caseId}`, { body: { title: `Edit ${edits}` } })).status).toBe(200);
  };
  const deliver = () => deliverWebhooks.run(test.operator);
  const pending = async () =>
    (await call(test, `GET /webhooks/${webhookId}/deliveries?status=pending`)).body.items.length;

  const live = async ({ mood, minutes, changed }: Phase) => {
    receiver.behave = () => moods[mood] ?? 'hang up';
    for (const caseId of changed) await edit(caseId);
    for (let look = 0; look < LOOKS; look += 1) {
      await deliver();
      aheadMs += (minutes * MINUTE_MS) / LOOKS;
    }
  };

  it('get the same events in the same order of each case as the log has them, each once', {
    timeout: 120_000,
  }, async () => {
    let attempts = 0;
    let arrived = 0;
    const property = fc.asyncProperty(phases, async (drawn) => {
      await begin();
      const { next } = (await call(test, 'GET /events?after=now')).body;
      for (const phase of drawn) await live(phase);
      receiver.behave = () => ({ status: 200 });
      // However long a receiver asks to be left alone or the next attempt is away: within hours all have arrived.
      for (let hour = 0; hour < 10 && (hour === 0 || (await pending()) > 0); hour += 1) {
        aheadMs += 61 * MINUTE_MS;
        await deliver();
      }
      const log = (await call(test, `GET /events?after=${next}&type=case.updated&limit=1000`)).body.items;
      const byCase = (events: readonly { id: number; caseId: number }[]) =>
        CASE_IDS.map((caseId) => events.filter((event) => event.caseId === caseId).map(({ id }) => id));
      expect(byCase(receiver.accepted.map(({ event }) => event))).toEqual(byCase(log));
      attempts += receiver.received.length;
      arrived += receiver.accepted.length;
    });
    await fc.assert(property, { numRuns: RUNS[dialect] });
    expect(arrived).toBeGreaterThan(0);
    expect(attempts).toBeGreaterThan(arrived);
  });

  it('are left alone as long as they ask, with everything', async () => {
    receiver.behave = () => moods['busy'] ?? 'hang up';
    await edit(2304);
    await deliver();
    expect(receiver.received).toHaveLength(1);
    receiver.behave = () => ({ status: 200 });
    await edit(2305);
    aheadMs += MINUTE_MS;
    await deliver();
    expect(receiver.received).toHaveLength(1);
    aheadMs += MINUTE_MS + 1_000;
    await deliver();
    expect(receiver.accepted.map(({ event }) => event.caseId).sort()).toEqual([2304, 2305]);
  });

  it('are not left alone for longer than an hour, nor because of what is no time', async () => {
    receiver.behave = () => moods['overwhelmed'] ?? 'hang up';
    await edit(2304);
    await deliver();
    receiver.behave = () => moods['confused'] ?? 'hang up';
    aheadMs += 61 * MINUTE_MS;
    await deliver();
    expect(receiver.received).toHaveLength(2);
    receiver.behave = () => ({ status: 200 });
    aheadMs += MINUTE_MS;
    await deliver();
    expect(receiver.accepted).toHaveLength(1);
  });

  const deliveries = async () => (await call(test, `GET /webhooks/${webhookId}/deliveries`)).body.items;
  const redeliver = (id: number) => call(test, `POST /webhooks/${webhookId}/deliveries/${id}/redeliver`);

  it('are sent at once what a person asks for, although everything else waits until they are back', async () => {
    await edit(2304);
    await deliver();
    const [arrived] = await deliveries();
    receiver.behave = () => moods['busy'] ?? 'hang up';
    await edit(2304);
    await deliver();
    receiver.behave = () => ({ status: 200 });
    receiver.received.length = 0;
    await deliver();
    expect(receiver.received).toEqual([]);
    const again = (await redeliver(arrived.id)).body;
    await deliver();
    expect(receiver.received[0]?.headers['webhook-id']).toBe(arrived.messageId);
    const sent = await call(test, `GET /webhooks/${webhookId}/deliveries/${again.id}`);
    expect([sent.body.status, again.id === arrived.id]).toEqual(['delivered', false]);
  });

  it('are tried at once with what waits when a person asks for it, and told it once', async () => {
    receiver.behave = () => 'hang up';
    await edit(2304);
    await edit(2304);
    await deliver();
    const [second, first] = await deliveries();
    receiver.behave = () => ({ status: 200 });
    receiver.received.length = 0;
    await deliver();
    expect(receiver.received).toEqual([]);
    const again = await redeliver(second.id);
    expect([again.status, again.body.id]).toEqual([202, second.id]);
    await deliver();
    expect(receiver.accepted.map(({ event }) => event.id)).toEqual([first.eventId, second.eventId]);
  });

  it('are sent nothing again while their webhook is off', async () => {
    await edit(2304);
    await deliver();
    const [arrived] = await deliveries();
    await call(test, `PATCH /webhooks/${webhookId}`, { body: { active: false } });
    const refused = await redeliver(arrived.id);
    expect([refused.status, refused.body.code]).toEqual([409, 'CONFIGURATION_CONFLICT']);
    expect(await deliveries()).toHaveLength(1);
  });
});
