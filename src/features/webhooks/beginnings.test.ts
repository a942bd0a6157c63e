import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { call } from '../../../test/support/api.ts';
import { dialects, startTestApp, type TestApp } from '../../../test/support/test-app.ts';
import { WebhookReceiver } from '../../../test/support/webhook-receiver.ts';
import { webhooksByPosition } from '../../platform/database/migrations/0020-webhooks-by-position.ts';
import { deliverWebhooks } from './deliver-webhooks.ts';

const HOUR_MS = 60 * 60_000;
const NOON = Date.parse('2026-05-01T12:00:00Z');

describe.each(dialects)('webhooks, whatever the clock says, on %s', (dialect) => {
  let test: TestApp;
  let receiver: WebhookReceiver;
  let now = NOON;

  beforeAll(async () => {
    test = await startTestApp(dialect, { settings: { webhooksAllowPrivate: true }, now: () => now });
    receiver = await new WebhookReceiver().start();
  });

  beforeEach(async () => {
    for (const { id } of (await call(test, 'GET /webhooks')).body.items) await call(test, `DELETE /webhooks/${id}`);
    await deliver();
    receiver.accepted.length = 0;
    now = NOON;
  });

  afterAll(async () => {
    await receiver.close();
    await test.close();
  });

  const create = async (): Promise<number> =>
    (await call(test, 'POST /webhooks', { body: { url: receiver.url, types: ['case.updated'] } })).body.id;
  const activate = (id: number, active: boolean) => call(test, `PATCH /webhooks/${id}`, { body: { active } });
  let edits = 0;
  /** Changes a case and answers the ID of the event. */
  const edit = async (): Promise<number> => {
    edits += 1;
    expect((await call(test, 'PATCH /cases/2304', { body: { title: `Edit ${edits}` } })).status).toBe(200);
    const [last] = await test.rows(`select max(id) as id from events where type = 'case.updated'`);
    return Number(last?.['id']);
  };
  const deliver = () => deliverWebhooks.run(test.operator);
  const accepted = () => receiver.accepted.map(({ event }) => event.id);

  it('are told what came after they were made, and nothing that came before in the same millisecond', async () => {
    await edit();
    await create();
    const after = await edit();
    await deliver();
    expect(accepted()).toEqual([after]);
  });

  it('are told nothing that happened while they were off, although nobody had looked before they were on again', async () => {
    const id = await create();
    await activate(id, false);
    await edit();
    await activate(id, true);
    const after = await edit();
    await deliver();
    expect(accepted()).toEqual([after]);
  });

  it('are told everything after a clock was set back, and at once', async () => {
    await create();
    const before = await edit();
    now -= HOUR_MS;
    const after = await edit();
    await deliver();
    expect(accepted()).toEqual([before, after]);
  });

  it('are told nothing older that was written while the clock was ahead', async () => {
    now += HOUR_MS;
    await edit();
    now -= HOUR_MS;
    await create();
    const after = await edit();
    await deliver();
    expect(accepted()).toEqual([after]);
  });

  it('that were there before they went by positions are told what they would have been told', async () => {
    const early = await create();
    await deliver();
    const unheard = await edit();
    const late = await create();
    const last = await edit();
    await test.platform.database.transaction(async ({ kysely, run }) => {
      await run('alter table webhooks drop column since_event_id', []);
      await webhooksByPosition(dialect).up(kysely as never);
    });
    await deliver();
    const messages = receiver.accepted.map(({ headers }) => headers['webhook-id']);
    expect(messages.sort()).toEqual([`msg_${early}_${unheard}`, `msg_${early}_${last}`, `msg_${late}_${last}`].sort());
  });
});
