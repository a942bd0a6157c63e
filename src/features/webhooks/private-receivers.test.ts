import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call } from '../../../test/support/api.ts';
import { startTestApp, type TestApp } from '../../../test/support/test-app.ts';
import { WebhookReceiver } from '../../../test/support/webhook-receiver.ts';
import { isPrivateAddress } from '../../platform/outgoing/private-address.ts';
import { deliverWebhooks } from './deliver-webhooks.ts';

describe('webhooks where private addresses are not allowed', () => {
  let test: TestApp;
  let receiver: WebhookReceiver;

  beforeAll(async () => {
    test = await startTestApp('sqlite');
    receiver = await new WebhookReceiver().start();
  });

  afterAll(async () => {
    await receiver.close();
    await test.close();
  });

  it.each([
    ...['http://127.0.0.1/', 'http://localhost/', 'http://[::1]/', 'http://[::ffff:127.0.0.1]/', 'http://0x7f.1/'],
    ...['http://localhost./', 'http://webhooks.localhost/', 'http://a.b.LOCALHOST./', 'http://[::ffff:0:7f00:1]/'],
    ...['http://2130706433/', 'http://169.254.169.254/', 'http://10.1.2.3/', 'http://[fe80::1]/', 'http://0.0.0.0/'],
  ])('are not made for %s', async (url) => {
    const { status, body } = await call(test, 'POST /webhooks', { body: { url, types: ['*'] } });
    expect([status, body.errors[0].field]).toEqual([400, 'url']);
    expect(body.errors[0].problem).toContain('CASEKEEP_WEBHOOKS_ALLOW_PRIVATE');
  });

  it('reach nothing by a name that leads to this machine', async () => {
    const { id } = (await call(test, 'POST /webhooks', { body: { url: 'https://example.com/', types: ['case.*'] } }))
      .body;
    const url = receiver.url.replace('127.0.0.1', 'webhooks.localhost');
    await test.operator.inTransaction((tx) => tx.db.run(`update webhooks set url = '${url}' where id = ${id}`, []));
    await call(test, 'PATCH /cases/2304', { body: { title: 'Now' } });
    await deliverWebhooks.run(test.operator);
    const { items } = (await call(test, `GET /webhooks/${id}/deliveries`)).body;
    expect(items).toMatchObject([{ status: 'pending', attempts: 1, responseStatus: null, error: expect.any(String) }]);
    expect(items[0].error).not.toMatch(/127\.0\.0\.1|::1/u);
    expect(receiver.received).toEqual([]);
  });

  it('reach nothing either when the name led elsewhere when the webhook was made', async () => {
    const { id } = (await call(test, 'POST /webhooks', { body: { url: 'https://example.com/', types: ['space.*'] } }))
      .body;
    // As after a change in the names of somebody else: what is stored was judged long ago.
    await test.operator.inTransaction(async (tx) => {
      await tx.db.run(`update webhooks set url = '${receiver.url}' where id = ${id}`, []);
    });
    await call(test, `POST /webhooks/${id}/ping`);
    await deliverWebhooks.run(test.operator);
    const { items } = (await call(test, `GET /webhooks/${id}/deliveries`)).body;
    expect(items).toMatchObject([{ error: expect.stringMatching(/not allowed/u) }]);
    expect(receiver.received).toEqual([]);
  });

  it.each([
    ['8.8.8.8', false],
    ['2606:4700:4700::1111', false],
    ['172.15.0.1', false],
    ['172.16.0.1', true],
    ['192.168.1.1', true],
    ['100.64.0.1', true],
    ['::ffff:8.8.8.8', true],
    ['64:ff9b::7f00:1', true],
    ['2002:7f00:1::', true],
    ['fd00::1', true],
    ['3fff::1', true],
    ['5f00::1', true],
    ['::ffff:0:7f00:1', true],
    ['fe80::1%eth0', true],
    ['::', true],
  ])('take %s for private: %s', (address, expected) => {
    expect(isPrivateAddress(address)).toBe(expected);
  });
});
