import type { Locator, Page } from 'playwright-core';
import { describe, it } from 'vitest';
import { dialects } from '../support/test-app.ts';
import { choose, press, tabTo, write } from './by-keyboard.ts';
import { useWebTest } from './use-web-test.ts';

describe.each(dialects)('cases on %s, by keyboard alone', (dialect) => {
  const web = useWebTest(dialect);

  const button = (within: Page | Locator, name: string): Locator => within.getByRole('button', { name, exact: true });
  const option = (page: Page, name: string): Locator => page.getByRole('option', { name, exact: true });
  const item = (page: Page, name: string): Locator => page.getByRole('menuitem', { name, exact: true });

  it('a case is created, with its properties, from anywhere', async () => {
    const page = await web.open('jonas.weber', '/cases?q=space:1');
    await button(page, 'New case').waitFor();
    await page.keyboard.press('c');
    const dialog = page.getByRole('dialog', { name: 'New case' });
    await write(page, dialog.getByRole('textbox', { name: 'Title' }), 'Keys alone');
    await write(page, dialog.getByRole('textbox', { name: 'Description' }), 'No pointer was near.');
    await press(page, dialog.getByRole('button', { name: 'Priority:' }));
    await choose(page, option(page, 'High'));
    await press(page, button(dialog, 'Create case'));
    await page.getByRole('heading', { name: 'Keys alone' }).waitFor();
    await button(page, 'Priority: High').waitFor();
  });

  it('cases are found by a query, selected, changed together, and changed back', async () => {
    const page = await web.open('sara.lindqvist', '/spaces/1?q=is:open');
    const first = page.locator('[aria-rowindex="2"]');
    const newest = await first.getByRole('link').getAttribute('href');
    await page.keyboard.press('/');
    await write(page, page.getByLabel('Which cases'), 'is:open -priority:Urgent sort:number');
    await page.keyboard.press('Enter');
    await first.locator(`a:not([href="${newest}"])`).waitFor();
    const bar = page.getByRole('group', { name: 'Selected cases' });
    await tabTo(page, first.getByRole('checkbox', { name: /^Select case/u }));
    await page.keyboard.press('Space');
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await bar.getByText('2 selected').waitFor();
    await press(page, bar.getByRole('button', { name: 'Set Priority' }));
    await choose(page, option(page, 'Urgent'));
    await page.getByText('2 cases were changed.').waitFor();
    await press(page, button(page, 'Undo'));
    await page.getByText('The change was taken back.').waitFor();
  });

  it('a case is changed where it stands, commented on, and changed back', async () => {
    const page = await web.open('sara.lindqvist', '/cases/2312');
    await press(page, page.getByRole('button', { name: 'Status:' }));
    await choose(page, option(page, 'Feedback Required'));
    await button(page, 'Status: Feedback Required').and(page.locator(':focus')).waitFor();
    await press(page, button(page, 'Edit the title'));
    await write(page, page.getByRole('textbox', { name: 'Title' }), 'Written by keys');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Written by keys' }).waitFor();
    await press(page, button(page, 'Say something about this case'));
    await page.getByRole('textbox', { name: 'Comment' }).and(page.locator(':focus')).waitFor();
    await page.keyboard.type('Look here, @jonas');
    await page.getByRole('option', { name: 'Jonas Weber' }).waitFor();
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('checkbox', { name: 'Internal note' }));
    await page.keyboard.press('Space');
    await press(page, button(page, 'Comment'));
    const note = page.getByRole('article').filter({ hasText: 'Look here' });
    await note.getByText('Internal note').waitFor();
    await press(page, button(note, 'Like: 0'));
    await button(note, 'Like: 1').waitFor();
    const change = page.getByRole('article', { name: 'Change by Sara Lindqvist' }).last();
    await press(page, button(change, 'More about this change'));
    await choose(page, item(page, 'Undo this change'));
    await change.getByText('Taken back').waitFor();
  });

  it('properties, texts and comments of a case have keys of their own', async () => {
    const page = await web.open('sara.lindqvist', '/cases/2304');
    const searched = (label: string): Locator => page.getByLabel(`Search: ${label}`).and(page.locator(':focus'));
    await button(page, 'Edit the title').waitFor();
    for (const [keys, label, wanted] of [
      ['s', 'Status', 'Feedback Required'],
      ['Shift+P', 'Priority', 'Low'],
      ['a', 'Assignee', 'Jonas Weber'],
    ] as const) {
      await page.keyboard.press(keys);
      await searched(label).waitFor();
      await page.keyboard.type(wanted);
      await option(page, wanted).and(page.locator('[data-combobox-selected]')).waitFor();
      await page.keyboard.press('Enter');
      await button(page, `${label}: ${wanted}`).and(page.locator(':focus')).waitFor();
    }
    await page.keyboard.press('d');
    await page.getByRole('textbox', { name: 'Due' }).and(page.locator(':focus')).waitFor();
    await page.keyboard.press('Escape');
    await tabTo(page, button(page, 'Edit the title'));
    await page.keyboard.press('e');
    await page.getByRole('textbox', { name: 'Title' }).and(page.locator(':focus')).waitFor();
    await page.keyboard.type(', by keys');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /, by keys$/u }).waitFor();
    await page.keyboard.press('r');
    await page.getByRole('textbox', { name: 'Comment' }).and(page.locator(':focus')).waitFor();
  });

  it('a file is added and deleted', async () => {
    const page = await web.open('admin', '/cases/2304');
    const files = page.getByRole('region', { name: 'Files' });
    const choosing = page.waitForEvent('filechooser');
    await tabTo(page, button(files, 'Add files'));
    await page.keyboard.press('Enter');
    await (await choosing).setFiles({ name: 'keys.txt', mimeType: 'text/plain', buffer: Buffer.from('typed') });
    await press(page, button(files, 'Delete keys.txt'));
    await press(page, button(page.getByRole('dialog'), 'Delete file'));
    await files.getByRole('article', { name: 'keys.txt' }).waitFor({ state: 'detached' });
  });

  it('a case is put into another column of the board', async () => {
    const page = await web.open('sara.lindqvist', '/spaces/1/board');
    const column = (name: string): Locator => page.getByRole('region', { name, exact: true });
    const handle = column('New')
      .getByRole('button', { name: /^Move case \d+$/u })
      .first();
    await tabTo(page, handle);
    const name = (await handle.getAttribute('aria-label')) ?? '';
    await page.keyboard.press('Space');
    await page.getByText('Picked up case').waitFor();
    await page.keyboard.press('ArrowRight');
    await page.getByText('is over In Progress.').waitFor();
    await page.keyboard.press('Space');
    await button(column('In Progress'), name).and(page.locator(':focus')).waitFor();
  });
});
