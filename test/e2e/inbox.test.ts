import { describe, expect, it } from 'vitest';
import { useWebTest } from './use-web-test.ts';

describe('the inbox', () => {
  const web = useWebTest();

  it('is gone through by keyboard: j and k move, e marks as read and as unread, Enter opens', async () => {
    const page = await web.open('sara.lindqvist', '/inbox');
    const rows = page.getByRole('list', { name: 'Inbox' }).getByRole('listitem');
    await rows.nth(1).waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    await page.keyboard.press('e');
    await rows.first().getByRole('button', { name: 'Mark as unread' }).waitFor();
    await page.keyboard.press('e');
    await rows.first().getByRole('button', { name: 'Mark as read' }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/cases\/\d+/u);
    await page.goBack();
    await rows.first().getByRole('button', { name: 'Mark as unread' }).waitFor();
  });

  it('shows unread ones alone, those of one space alone, and marks all of them as read', async () => {
    const page = await web.open('jonas.weber', '/inbox');
    const rows = page.getByRole('list', { name: 'Inbox' }).getByRole('listitem');
    await rows.first().getByRole('button', { name: 'Mark as read' }).click();
    await rows.first().getByRole('button', { name: 'Mark as unread' }).waitFor();
    await page.getByText('Unread', { exact: true }).first().click();
    await page.waitForURL(/unread=true/u);
    await page.getByRole('button', { name: 'Mark as unread' }).waitFor({ state: 'detached' });
    await page.getByRole('combobox', { name: 'Space' }).click();
    await page.getByRole('option', { name: 'Customer Support' }).click();
    await page.waitForURL(/space=\d/u);
    await page.getByRole('button', { name: 'Mark all as read' }).click();
    await page.getByText('Nothing here.').waitFor();
    await page.getByText('0 unread').waitFor();
  });

  it('marks all as read only once it shows up to which one', async () => {
    const page = await web.open('jonas.weber', '/inbox');
    const markAll = page.getByRole('button', { name: 'Mark all as read' });
    await page.getByRole('button', { name: 'Mark as read' }).first().waitFor();
    const { promise: loaded, resolve: load } = Promise.withResolvers<void>();
    await page.route(/\/notifications\?.*unread=true/u, async (route) => {
      await loaded;
      await route.continue();
    });
    await page.getByText('Unread', { exact: true }).first().click();
    await page.waitForURL(/unread=true/u);
    await expect.poll(() => markAll.isDisabled()).toBe(true);
    load();
    await markAll.click();
    await page.getByText('0 unread').waitFor();
  });

  it('tells of a comment with its reason as soon as somebody else writes it', async () => {
    const sara = await web.open('sara.lindqvist', '/inbox');
    const rows = sara.getByRole('list', { name: 'Inbox' }).getByRole('listitem');
    await rows.first().waitFor();
    const alex = await web.open('admin', '/cases/2304');
    const response = await alex.request.post('/api/v1/cases/2304/comments', {
      headers: { origin: web.url },
      data: { text: '<p>@sara.lindqvist, the kettle is ready.</p>' },
    });
    expect(response.status()).toBe(201);
    const told = rows.filter({ hasText: 'the kettle is ready' });
    await told.getByText('You were mentioned').waitFor();
    await told.getByRole('link').click();
    await sara.waitForURL(/\/cases\/2304#comment-\d+$/u);
  });
});
