import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { deliverWebhooks } from '../../src/features/webhooks/deliver-webhooks.ts';
import { useWebTest } from './use-web-test.ts';

describe('webhooks on the screen', () => {
  const web = useWebTest('sqlite', { settings: { webhooksAllowPrivate: true }, excused: / 400 /u });

  it('tells a webhook its secret once, pings it, and shows what was delivered, and again', async () => {
    const receiver = createServer((_request, response) => response.end('thanks'));
    const url = await listening(receiver);
    const page = await web.open('admin', '/admin?part=webhooks');
    const dialog = page.getByRole('dialog');
    await page.getByRole('button', { name: 'New webhook' }).click();
    await dialog.getByRole('textbox', { name: 'URL' }).fill(url);
    await dialog.getByRole('button', { name: 'Create' }).click();
    await dialog.getByText(/^whsec_/u).waitFor();
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    await page.getByRole('button', { name: `Actions for ${url}` }).click();
    await page.getByRole('menuitem', { name: 'Ping' }).click();
    await page.getByText('A ping is on its way.').waitFor();
    await page.getByRole('button', { name: `Deliveries to ${url}` }).click();
    await dialog.getByText('Waiting').last().waitFor();
    await deliverWebhooks.run(web.testApp.operator);
    await dialog.getByText('answer 200').waitFor();
    await dialog.getByRole('button', { name: /^Send again/u }).click();
    await page.getByText('It is sent again.').waitFor();
    receiver.close();
  });

  it('keep what was typed when the server refuses an address or an event', async () => {
    const page = await web.open('sara.lindqvist', '/admin?part=webhooks');
    const dialog = page.getByRole('dialog');
    await page.getByRole('button', { name: 'New webhook' }).click();
    await dialog.getByRole('textbox', { name: 'URL' }).fill('ftp://example.com/');
    await dialog.getByRole('textbox', { name: 'What it is for' }).fill('the data warehouse');
    await dialog.getByRole('button', { name: 'Create' }).click();
    await dialog.locator('[aria-invalid=true]').waitFor();
    expect(await dialog.getByRole('textbox', { name: 'What it is for' }).inputValue()).toBe('the data warehouse');
  });
});

const listening = async (server: Server): Promise<string> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
};
