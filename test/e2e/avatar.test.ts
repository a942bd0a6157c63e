import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call } from '../support/api.ts';
import { PIXEL } from '../support/uploads.ts';
import { startWebTest, type WebTest } from './web-page.ts';

const SARA = 2;
/** On a busy machine too. */
const patience = { timeout: 20_000 };

describe('the picture of a person', () => {
  let web: WebTest;
  beforeAll(async () => {
    web = await startWebTest();
  });
  afterAll(async () => {
    expect(web.complaints).toEqual([]);
    await web.close();
  });

  const avatarUrl = async (): Promise<string | null> => (await call(web.testApp, `GET /users/${SARA}`)).body.avatarUrl;

  it('is chosen in the settings, shown to others where the person is named, and taken away', async () => {
    const page = await web.open('sara.lindqvist', '/settings');
    const choosing = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose a picture' }).click();
    await (await choosing).setFiles({ name: 'me.gif', mimeType: 'image/gif', buffer: PIXEL });
    await expect.poll(avatarUrl, patience).toMatch(/^\/api\/v1\/users\/2\/avatar\?v=\d+$/u);
    const src = await avatarUrl();
    await page.getByRole('button', { name: 'Account' }).locator(`img[src="${src}"]`).waitFor();
    await call(web.testApp, 'PATCH /cases/2304', { body: { assigneeId: SARA } });
    const other = await web.open('jonas.weber', '/cases/2304');
    const picture = other.getByRole('region', { name: 'Properties' }).locator(`img[src="${src}"]`).first();
    await picture.waitFor();
    await expect
      .poll(() => picture.evaluate((img) => (img as unknown as { naturalWidth: number }).naturalWidth), patience)
      .toBe(256);
    await page.getByRole('button', { name: 'Remove the picture' }).click();
    await expect.poll(avatarUrl, patience).toBeNull();
    await page.getByRole('button', { name: 'Account' }).getByText('SL').waitFor();
  });

  it('is not what is no picture', async () => {
    const page = await web.open('sara.lindqvist', '/settings');
    const choosing = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose a picture' }).click();
    await (await choosing).setFiles({ name: 'me.png', mimeType: 'image/png', buffer: deflateSync('nothing') });
    await page.getByText('This is no picture that can be shown.').waitFor();
    expect(await avatarUrl()).toBeNull();
  });
});
