import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call } from '../../../test/support/api.ts';
import { dialects, startTestApp, type TestApp } from '../../../test/support/test-app.ts';
import { WebhookReceiver } from '../../../test/support/webhook-receiver.ts';
import { deliverWebhooks } from './deliver-webhooks.ts';

/** How long the receivers that answer nothing good take, in milliseconds. */
const SLOW_MS = 8_000;
const WEBHOOKS_OF_SLOW = 8;
const CASES = 10;

describe.each(dialects)('many webhooks on %s', (dialect) => {
  let test: TestApp;
  let slow: WebhookReceiver;
  let healthy: WebhookReceiver;

  beforeAll(async () => {
    test = await startTestApp(dialect, { settings: { webhooksAllowPrivate: true } });
    slow = await new WebhookReceiver().start();
    healthy = await new WebhookReceiver().start();
  });

  afterAll(async () => {
    await slow.close();
    await healthy.close();
    await test.close();
  });

  it('are sent to although those that were made before them do not answer', async () => {
    const make = (url: string) => call(test, 'POST /webhooks', { body: { url, types: ['case.updated'] } });
    for (let count = 0; count < WEBHOOKS_OF_SLOW; count += 1) await make(slow.url);
    await make(healthy.url);
    slow.behave = () => ({ status: 500, afterMs: SLOW_MS });
    const stop = new AbortController();
    const heard = new Promise<void>((resolve) => {
      healthy.behave = () => {
        resolve();
        return { status: 200 };
      };
    });
    const cases = await test.rows(`select id from cases where deleted_at is null order by id limit ${CASES}`);
    for (const { id } of cases) await call(test, `PATCH /cases/${Number(id)}`, { body: { title: 'Now' } });
    const running = deliverWebhooks.run(test.operator, stop.signal);
    await Promise.race([heard, running]);
    const answered = await test.rows('select id from webhook_deliveries where response_status = 500');
    stop.abort();
    await running;
    expect(healthy.received.length).toBeGreaterThan(0);
    expect(answered).toEqual([]);
    expect(slow.received.length).toBeGreaterThan(0);
  });
});
