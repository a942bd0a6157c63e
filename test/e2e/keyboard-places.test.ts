import type { Locator, Page } from 'playwright-core';
import { describe, it } from 'vitest';
import { SANDBOX_PASSWORD } from '../../src/app/sandbox-access.ts';
import { dialects } from '../support/test-app.ts';
import { choose, press, tabTo, write } from './by-keyboard.ts';
import { useWebTest } from './use-web-test.ts';

describe.each(dialects)('all other places on %s, by keyboard alone', (dialect) => {
  const web = useWebTest(dialect, { excused: /401/u });

  const button = (within: Page | Locator, name: string): Locator => within.getByRole('button', { name, exact: true });
  const item = (page: Page, name: string): Locator => page.getByRole('menuitem', { name, exact: true });

  it('somebody signs in, goes to a case by its words, and signs out', async () => {
    const page = await web.open(undefined, '/');
    await write(page, page.getByLabel('User name'), 'jonas.weber');
    await write(page, page.getByLabel('Password', { exact: true }), SANDBOX_PASSWORD);
    await page.keyboard.press('Enter');
    await button(page, 'New case').waitFor();
    await page.keyboard.press('Control+k');
    await page.getByPlaceholder('Search or jump to').and(page.locator(':focus')).waitFor();
    await page.keyboard.type('page does not load');
    await page.getByRole('dialog').locator('[data-selected]').getByText('Case 2304').waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/cases/2304');
    await press(page, button(page, 'Account'));
    await choose(page, item(page, 'Sign out'));
    await page.waitForURL('**/sign-in');
  });

  it('the inbox is read, and leads to a case', async () => {
    const page = await web.open('sara.lindqvist', '/');
    await press(page, page.getByRole('navigation').getByRole('link', { name: 'Inbox' }));
    const row = page.getByRole('list', { name: 'Inbox' }).getByRole('listitem').first();
    await row.waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('e');
    await button(row, 'Mark as unread').waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/cases\/\d+/u);
  });

  it('a query is kept as a view, which is a place to go to', async () => {
    const page = await web.open('sara.lindqvist', '/cases?q=tag:login+sort:number');
    await page.getByRole('table').waitFor();
    await press(page, button(page, 'Saved views'));
    await choose(page, item(page, 'Save as a new view'));
    await write(page, page.getByRole('textbox', { name: 'Name' }), 'Kept by keys');
    await press(page, button(page, 'Save'));
    const places = page.getByRole('navigation');
    await press(page, places.getByRole('link', { name: 'All cases' }));
    await press(page, places.getByRole('link', { name: 'Kept by keys' }));
    await page.waitForURL(/tag/u);
  });

  it('a key is issued for some rights, and revoked', async () => {
    const page = await web.open('sara.lindqvist', '/settings?part=keys');
    await press(page, button(page, 'New key'));
    const dialog = page.getByRole('dialog');
    await write(page, dialog.getByLabel('What the key is for'), 'keyboard');
    await tabTo(page, dialog.getByRole('radio').first());
    await page.keyboard.press('ArrowDown');
    await tabTo(page, dialog.getByRole('checkbox', { name: 'Create cases' }));
    await page.keyboard.press('Space');
    await press(page, button(dialog, 'Create'));
    await dialog.getByText(/^curl -H/u).waitFor();
    await page.keyboard.press('Escape');
    await press(page, button(page, 'Revoke: keyboard'));
    await press(page, button(dialog, 'Revoke'));
    await button(page, 'Revoke: keyboard').waitFor({ state: 'detached' });
  });

  it('a status is created, and moved up', async () => {
    const page = await web.open('sara.lindqvist', '/admin/spaces/1?part=statuses');
    const titles = page.getByRole('list', { name: 'Statuses' }).getByRole('button', { name: /^Edit: /u });
    await press(page, button(page, 'New status'));
    await write(page, page.getByRole('dialog').getByLabel('Name'), 'On the shelf');
    await press(page, button(page.getByRole('dialog'), 'Create'));
    await press(page, button(page, 'Move On the shelf up'));
    await titles.nth(-2).and(button(page, 'Edit: On the shelf')).waitFor();
  });

  it('reports and milestones of a space are reached', async () => {
    const page = await web.open('sara.lindqvist', '/spaces/1');
    for (const place of ['Reports', 'Milestones', 'Board']) {
      await press(
        page,
        page
          .getByRole('main')
          .getByRole('link', { name: place, exact: true })
          .or(page.getByRole('tab', { name: place, exact: true })),
      );
      await page.waitForURL(new RegExp(`/${place.toLowerCase()}`, 'u'));
    }
  });
});
