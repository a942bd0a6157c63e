import { describe, expect, it } from 'vitest';
import { SANDBOX_PASSWORD } from '../../src/app/sandbox-access.ts';
import { useWebTest } from './use-web-test.ts';
import { PLAIN_HOST } from './web-page.ts';

describe('a server in a network without encryption', () => {
  const web = useWebTest('sqlite', { excused: /401|Cross-Origin-Opener-Policy/u });

  it('can be worked with: browsers keep back some of what they can do, and nothing here needs that', async () => {
    const page = await web.open(undefined);
    const { port } = new URL(web.url);
    await page.goto(`http://${PLAIN_HOST}:${port}/cases/2304`);
    expect(await page.evaluate('isSecureContext')).toBe(false);
    await page.getByLabel('User name').fill('jonas.weber');
    await page.getByLabel('Password', { exact: true }).fill(SANDBOX_PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('button', { name: 'Say something about this case' }).click();
    await page.getByRole('textbox', { name: 'Comment' }).fill('From the network');
    await page.getByRole('button', { name: 'Comment', exact: true }).click();
    await page.getByRole('article').filter({ hasText: 'From the network' }).waitFor();
    const choosing = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Add files' }).click();
    await (await choosing).setFiles({ name: 'net.txt', mimeType: 'text/plain', buffer: Buffer.from('lines') });
    await page.getByRole('article', { name: 'net.txt' }).waitFor();
    const other = await web.open('sara.lindqvist', '/cases/2304');
    await other.getByRole('button', { name: 'Edit the title' }).click();
    await other.getByRole('textbox', { name: 'Title' }).fill('Heard without encryption');
    await other.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Heard without encryption' }).waitFor();
    await page.getByRole('button', { name: 'More about this case' }).click();
    await page.getByRole('menuitem', { name: 'Copy link' }).click();
    await page.getByText('copied').waitFor();
    await page.goto(`http://${PLAIN_HOST}:${port}/settings?part=keys`);
    await page.getByRole('button', { name: 'New key' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('What the key is for').fill('network');
    await dialog.getByRole('button', { name: 'Create' }).click();
    await dialog.getByRole('button', { name: /^Copy/u }).first().click();
    await dialog.getByText('Copied').first().waitFor();
    // Chromium reads what is pasted as little as it lets one copy: what is there is pasted.
    await page.keyboard.press('Escape');
  });
});
