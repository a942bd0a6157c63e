import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useWebTest } from './use-web-test.ts';

describe('the page of a case', () => {
  const web = useWebTest();

  const pick = async (page: Page, property: string, typed: string, option: string): Promise<void> => {
    await page.getByRole('button', { name: `${property}:` }).click();
    await page.getByRole('textbox', { name: `Search: ${property}` }).fill(typed);
    await page.getByRole('option', { name: option, exact: true }).click();
  };

  it('lets somebody change properties where they stand, and shows it to others at once', async () => {
    const [page, other] = await Promise.all([web.open('admin', '/cases/2304'), web.open('jonas.weber', '/cases/2304')]);
    await other.getByRole('button', { name: 'Status: In Progress' }).waitFor();
    await pick(page, 'Status', 'feed', 'Feedback Required');
    await pick(page, 'Assignee', 'omar', 'Omar Haddad');
    await pick(page, 'Tags', 'brand new', 'Add “brand new”');
    await page.keyboard.press('Escape');
    await other.getByRole('button', { name: 'Status: Feedback Required' }).waitFor();
    await other.getByRole('button', { name: 'Assignee: Omar Haddad' }).waitFor();
    await other.getByRole('button', { name: 'Tags: gift-cards, browser, brand new' }).waitFor();
  });

  it('is changed by keyboard alone', async () => {
    const page = await web.open('admin', '/cases/2312');
    await page.getByRole('button', { name: 'Priority: Low' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: 'High' }).waitFor();
    await page.keyboard.type('high');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Priority: High' }).waitFor();
    const focused = await page.locator(':focus').getAttribute('aria-label');
    expect(focused).toBe('Priority: High');
  });

  it('shows what somebody may not change as text', async () => {
    const page = await web.open('priya.raman', '/cases/2304');
    await page.getByRole('region', { name: 'Properties' }).getByText('High').waitFor();
    expect(await page.getByRole('region', { name: 'Properties' }).getByRole('button').count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Edit the title' }).count()).toBe(0);
  });

  it('puts back what the server refuses, and tells why in its words', async () => {
    const page = await web.open('omar.haddad', '/cases/2326');
    const admin = await web.open('admin', '/cases/2326');
    // The right is taken away when the change is on its way: otherwise the page may show it before anything is pressed.
    await page.route(/\/api\/v1\/cases\/2326(?:\?|$)/u, async (route) => {
      if (route.request().method() === 'PATCH') {
        const revoked = await admin.context().request.put(`${web.url}/api/v1/spaces/1/members/7`, {
          headers: { origin: web.url },
          data: { role: 'contributor' },
        });
        expect(revoked.status()).toBe(200);
      }
      await route.continue();
    });
    await page.getByRole('button', { name: 'Status: Reopened' }).click();
    await page.getByRole('option', { name: 'Closed' }).click();
    await page.getByRole('alert').getByText('right').waitFor();
    await page.getByText('Reopened').first().waitFor();
    await admin.getByRole('button', { name: 'Status: Reopened' }).waitFor();
    expect(web.complaints.splice(0)).toEqual([expect.stringContaining('403')]);
  });

  it('asks which title shall be when somebody else was faster, and keeps what was typed meanwhile', async () => {
    const page = await web.open('admin', '/cases/2326');
    await page.getByRole('button', { name: 'Edit the title' }).click();
    await page.getByRole('textbox', { name: 'Title' }).fill('Cookie notice returns');
    await page.reload();
    expect(await page.getByRole('textbox', { name: 'Title' }).inputValue()).toBe('Cookie notice returns');
    const other = await web.open('sara.lindqvist', '/cases/2326');
    await other.getByRole('button', { name: 'Edit the title' }).click();
    await other.getByRole('textbox', { name: 'Title' }).fill('Cookies are asked for again');
    await other.keyboard.press('Enter');
    await other.getByRole('heading', { name: 'Cookies are asked for again' }).waitFor();
    await page.getByRole('button', { name: 'Save' }).click();
    const dialog = page.getByRole('dialog', { name: 'Somebody else was faster' });
    await dialog.getByText('Sara Lindqvist changed this').waitFor();
    await dialog.getByRole('region', { name: 'Theirs' }).getByText('Cookies are asked for again').waitFor();
    await dialog.getByRole('button', { name: 'Keep mine' }).click();
    await page.getByRole('heading', { name: 'Cookie notice returns' }).waitFor();
    await other.getByRole('heading', { name: 'Cookie notice returns' }).waitFor();
    // The browser tells of the refusal by itself.
    expect(web.complaints.splice(0)).toEqual([expect.stringContaining('412')]);
  });

  it('takes files that are chosen or pasted, shows pictures, and lets them be deleted', async () => {
    const page = await web.open('admin', '/cases/2312');
    const files = page.getByRole('region', { name: 'Files' });
    const choosing = page.waitForEvent('filechooser');
    await files.getByRole('button', { name: 'Add files' }).click();
    const picture = { name: 'page.png', mimeType: 'image/png', buffer: Buffer.from(PIXEL, 'base64') };
    await (await choosing).setFiles(picture);
    const shown = files.getByRole('article', { name: 'page.png' });
    await shown.waitFor();
    expect(await shown.locator('img').getAttribute('src')).toContain('signature=');
    await page.evaluate(`
      const data = new DataTransfer();
      data.items.add(new File(['pasted'], 'notes.txt', { type: 'text/plain' }));
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
    `);
    await files.getByRole('article', { name: 'notes.txt' }).waitFor();
    const happened = page.getByRole('region', { name: 'What happened' });
    await happened.getByRole('article', { name: 'Files by Alex Morgan' }).getByText('notes.txt').waitFor();
    await files.getByRole('button', { name: 'Delete notes.txt' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete file' }).click();
    await files.getByRole('article', { name: 'notes.txt' }).waitFor({ state: 'detached' });
  });

  it('lets somebody delete a case and bring it back, and tells others who look at it', async () => {
    const page = await web.open('admin', '/cases/2357');
    const other = await web.open('sara.lindqvist', '/cases/2357');
    await other.getByRole('region', { name: 'Properties' }).waitFor();
    await page.getByRole('button', { name: 'More about this case' }).click();
    await page.getByRole('menuitem', { name: 'Delete case' }).click();
    await other.getByText('Case 2357 was deleted').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('region', { name: 'Properties' }).waitFor();
    await other.getByText('Case 2357 was deleted').waitFor({ state: 'detached' });
    // The browser tells of refusals by itself: the case was not there for a while.
    const refusals = web.complaints.splice(0);
    expect(refusals.filter((each) => !each.includes('404'))).toEqual([]);
  });
});

/** A picture of one pixel. */
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
