import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { SANDBOX_PASSWORD } from '../../src/app/sandbox-access.ts';
import { useWebTest } from './use-web-test.ts';

describe('when something is in the way, nothing that was typed is lost', () => {
  const web = useWebTest('sqlite', { excused: /Failed to load resource/u });
  afterEach(() => {
    // Browsers tell of requests that failed.
    const others = web.complaints.splice(0).filter((each) => !/Failed to load resource/u.test(each));
    expect(others).toEqual([]);
  });

  const beginComment = async (page: Page, text: string): Promise<void> => {
    await page.getByRole('button', { name: 'Say something about this case' }).click();
    const field = page.getByRole('textbox', { name: 'Comment' });
    await field.fill(text);
    await field.getByText(text).waitFor();
  };
  const send = (page: Page) => page.getByRole('button', { name: 'Comment', exact: true });
  const comment = (page: Page, text: string) => page.getByRole('article').filter({ hasText: text });

  it('the server is gone: it is said, and what was to be sent can be sent again', async () => {
    const page = await web.open('jonas.weber', '/cases/2304');
    await beginComment(page, 'Said twice');
    const notice = page.getByText('There is no connection to the server.');
    await page.route(/\/(?:api|healthz)/u, (route) => route.abort('connectionrefused'));
    await send(page).click();
    await notice.waitFor();
    await page.getByRole('alert').getByRole('button', { name: 'Try again' }).waitFor();
    await page.getByRole('textbox', { name: 'Comment' }).getByText('Said twice').waitFor();
    await page.unroute(/\/(?:api|healthz)/u);
    await notice.waitFor({ state: 'detached' });
    await page.getByRole('alert').getByRole('button', { name: 'Try again' }).click();
    await comment(page, 'Said twice').waitFor();
  });

  it('the session has ended: one signs in again, and the comment is still there', async () => {
    const page = await web.open('jonas.weber', '/cases/2304');
    await beginComment(page, 'Before the session ended');
    // It ends when the comment is on its way: any other request would notice before the button can be pressed.
    await page.route('**/comments', async (route) => {
      await page.context().clearCookies();
      await route.continue();
    });
    const refused = page.waitForResponse((response) => response.status() === 401);
    await send(page).click();
    expect((await refused).request().method()).toBe('POST');
    await page.waitForURL('**/sign-in?*');
    await page.unroute('**/comments');
    await page.getByLabel('User name').fill('jonas.weber');
    await page.getByLabel('Password', { exact: true }).fill(SANDBOX_PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL('**/cases/2304');
    await page.getByRole('textbox', { name: 'Comment' }).getByText('Before the session ended').waitFor();
  });

  it('an upload breaks off: it is said, and the file is sent again, once', async () => {
    const page = await web.open('admin', '/cases/2312');
    const files = page.getByRole('region', { name: 'Files' });
    const choosing = page.waitForEvent('filechooser');
    await files.getByRole('button', { name: 'Add files' }).click();
    await page.route('**/attachments', async (route) => {
      // It arrives, but the answer does not.
      await route.fetch();
      await route.abort('connectionreset');
    });
    await (await choosing).setFiles({ name: 'log.txt', mimeType: 'text/plain', buffer: Buffer.from('lines') });
    await files.getByRole('alert').waitFor();
    await page.unroute('**/attachments');
    await files.getByRole('button', { name: 'Try again' }).click();
    await files.getByRole('article', { name: 'log.txt' }).waitFor();
    expect(await files.getByRole('article', { name: 'log.txt' }).count()).toBe(1);
  });

  it('two tabs write about the same case: each keeps and sends its own', async () => {
    const page = await web.open('sara.lindqvist', '/cases/2326');
    const other = await page.context().newPage();
    await other.goto('/cases/2326');
    await other.getByRole('button', { name: 'Say something about this case' }).waitFor();
    await beginComment(page, 'From the first tab');
    await beginComment(other, 'From the second tab');
    await send(other).click();
    await comment(page, 'From the second tab').waitFor();
    await page.getByRole('textbox', { name: 'Comment' }).getByText('From the first tab').waitFor();
    await send(page).click();
    await comment(other, 'From the first tab').waitFor();
  });

  it('the case is deleted by somebody else: it is said, and the comment is there when the case is again', async () => {
    const page = await web.open('sara.lindqvist', '/cases/2367');
    await beginComment(page, 'Not yet sent');
    const admin = await web.open('admin', '/cases');
    const asked = { headers: { origin: web.url } };
    await admin.request.delete('/api/v1/cases/2367', asked);
    await page.getByText('Case 2367 was deleted').waitFor();
    await admin.request.post('/api/v1/bin/cases/2367/restore', asked);
    await page.getByRole('textbox', { name: 'Comment' }).getByText('Not yet sent').waitFor();
  });
});
