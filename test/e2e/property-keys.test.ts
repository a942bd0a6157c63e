import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { call } from '../support/api.ts';
import { tabTo } from './by-keyboard.ts';
import { useWebTest } from './use-web-test.ts';

describe('the keys of properties', () => {
  const web = useWebTest();

  const button = (within: Page | Locator, name: string): Locator => within.getByRole('button', { name, exact: true });
  const focused = (page: Page): Locator => page.locator(':focus');
  const searched = (page: Page, label: string): Locator => page.getByLabel(`Search: ${label}`);
  const choose = async (page: Page, label: string, wanted: string): Promise<void> => {
    await searched(page, label).and(focused(page)).waitFor();
    await page.keyboard.type(wanted);
    await page.locator('[data-combobox-selected]', { hasText: wanted }).waitFor();
    await page.keyboard.press('Enter');
  };
  const nameOf = async (caseId: number, property: 'status' | 'priority'): Promise<string> =>
    (await call(web.testApp, `GET /cases/${caseId}?include=${property}`)).body[property].name;
  const rowLink = (page: Page, row: number): Locator =>
    page
      .locator(`[aria-rowindex="${row + 1}"]`)
      .getByRole('link')
      .first();
  const numberIn = async (link: Locator): Promise<number> =>
    Number((await link.getAttribute('href'))?.replace('/cases/', ''));
  const openList = async (username = 'sara.lindqvist'): Promise<Page> => {
    const page = await web.open(username, '/spaces/1?q=is:open+sort:number');
    await rowLink(page, 1).waitFor();
    return page;
  };
  const bar = (page: Page): Locator => page.getByRole('group', { name: 'Selected cases' });
  const panel = (page: Page, id: number): Locator => page.getByRole('region', { name: `Case ${id}`, exact: true });

  it('give the focus back to where it was', async () => {
    const page = await web.open('sara.lindqvist', '/cases/2304');
    const place = button(page, 'Edit the description');
    await tabTo(page, place);
    await page.keyboard.press('a');
    await choose(page, 'Assignee', 'Jonas Weber');
    await button(page, 'Assignee: Jonas Weber').waitFor();
    await place.and(focused(page)).waitFor();
    await page.keyboard.press('l');
    await searched(page, 'Tags').and(focused(page)).waitFor();
    const changes: string[] = [];
    page.on('request', (request) => request.method() === 'PATCH' && changes.push(request.postData() ?? ''));
    await page.keyboard.type('by-keys');
    await page.getByRole('option', { name: 'by-keys' }).and(page.locator('[data-combobox-selected]')).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await place.and(focused(page)).waitFor();
    await page.getByRole('button', { name: /^Tags: .*by-keys/u }).waitFor();
    expect(changes.filter((each) => each.includes('tags'))).toEqual([expect.stringContaining('by-keys')]);
  });

  it('are letters where somebody writes, and nothing behind dialogs, in menus and with other keys', async () => {
    const page = await web.open('sara.lindqvist', '/cases/2304');
    await button(page, 'Edit the title').waitFor();
    await page.keyboard.press('Alt+s');
    await page.keyboard.press('Shift+s');
    await page.keyboard.press('r');
    await page.getByRole('textbox', { name: 'Comment' }).and(focused(page)).waitFor();
    await page.keyboard.type('samld');
    await page.getByRole('textbox', { name: 'Comment' }).getByText('samld').waitFor();
    await tabTo(page, button(page, 'Comment'));
    await page.keyboard.press('?');
    await page.getByRole('dialog').getByText('Change status …').waitFor();
    await page.keyboard.press('s');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await button(page, 'More about this case').click();
    await page.getByRole('menuitem', { name: 'Copy link' }).waitFor();
    await page.keyboard.press('s');
    expect(await searched(page, 'Status').count()).toBe(0);
  });

  it('mean nothing to those who may not change anything', async () => {
    const page = await web.open('priya.raman', '/cases/2304');
    await page.getByRole('heading', { level: 1 }).waitFor();
    for (const keys of ['s', 'a', 'm', 'l', 'Shift+P']) await page.keyboard.press(keys);
    await page.keyboard.press('?');
    await page
      .getByRole('dialog')
      .getByText('New case')
      .or(page.getByRole('dialog').getByText('Copy link'))
      .first()
      .waitFor();
    expect(await page.getByText('Change status …').count()).toBe(0);
    expect(await page.getByLabel(/^Search: /u).count()).toBe(0);
    const list = await openList('priya.raman');
    await list.keyboard.press('j');
    await list.keyboard.press('s');
    await rowLink(list, 1).and(focused(list)).waitFor();
    expect(await list.getByLabel(/^Search: /u).count()).toBe(0);
  });

  it('change the case beside the list, and the row under the focus without one', async () => {
    const page = await openList();
    const id = await numberIn(rowLink(page, 2));
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('Shift+P');
    await choose(page, 'Set Priority', 'Urgent');
    await page.getByText('1 case was changed.').waitFor();
    await rowLink(page, 2).and(focused(page)).waitFor();
    expect(await bar(page).count()).toBe(0);
    expect(await nameOf(id, 'priority')).toBe('Urgent');
    await page.keyboard.press('ControlOrMeta+z');
    await page.getByText('The change was taken back.').waitFor();
    expect(await nameOf(id, 'priority')).not.toBe('Urgent');
    await page.keyboard.press('s');
    await searched(page, 'Set Status').and(focused(page)).waitFor();
    await page.keyboard.press('Escape');
    await rowLink(page, 2).and(focused(page)).waitFor();
    await page.keyboard.press('p');
    await panel(page, id).getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('Shift+P');
    await choose(page, 'Priority', 'Low');
    await button(panel(page, id), 'Priority: Low').waitFor();
    await panel(page, id).and(focused(page)).waitFor();
    await page.keyboard.press('j');
    await panel(page, id).waitFor({ state: 'detached' });
  });

  it('change all that is selected, also beside an open case', async () => {
    const page = await openList();
    const ids = [await numberIn(rowLink(page, 1)), await numberIn(rowLink(page, 2))];
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.keyboard.press('j');
    const other = await numberIn(rowLink(page, 3));
    await page.keyboard.press('p');
    await panel(page, other).getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('Shift+P');
    await choose(page, 'Set Priority', 'Urgent');
    await page.getByText('2 cases were changed.').waitFor();
    expect(await Promise.all(ids.map((id) => nameOf(id, 'priority')))).toEqual(['Urgent', 'Urgent']);
  });

  it('are found in the palette by words, which gives the focus back', async () => {
    const page = await web.open('sara.lindqvist', '/cases/2304');
    const place = button(page, 'Edit the description');
    const field = page.getByPlaceholder('Search or jump to');
    await tabTo(page, place);
    for (const [typed, label] of [
      ['status change', 'Status'],
      ['assign', 'Assignee'],
      ['set priority', 'Priority'],
      ['tags', 'Tags'],
      ['milestone', 'Milestone'],
      ['another space', 'Space'],
    ] as const) {
      await page.keyboard.press('ControlOrMeta+k');
      await field.and(focused(page)).waitFor();
      const answered = page.waitForResponse((each) =>
        each.url().includes(encodeURIComponent(typed.split(' ').at(-1) ?? '')),
      );
      await page.keyboard.type(typed);
      // Enter means the command also when cases with this word have been found.
      await answered;
      await page.locator('[data-action][data-selected]').waitFor();
      await page.keyboard.press('Enter');
      await searched(page, label).and(focused(page)).waitFor();
      await page.keyboard.press('Escape');
      await place.and(focused(page)).waitFor();
    }
    await page.keyboard.press('ControlOrMeta+k');
    await field.and(focused(page)).waitFor();
    await page.keyboard.press('Escape');
    await place.and(focused(page)).waitFor();
  });

  it('are those of the place on keyboards with other letters, and signs need no certain one', async () => {
    const press = (page: Page, init: object): Promise<void> =>
      focused(page)
        .or(page.locator('body'))
        .last()
        .dispatchEvent('keydown', { ...init, bubbles: true });
    const page = await web.open('sara.lindqvist', '/cases/2304', { locale: 'ar' });
    await page.getByRole('button', { name: 'الوضع:' }).waitFor();
    await press(page, { key: 'س', code: 'KeyS' });
    await page.getByRole('textbox').and(focused(page)).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('listbox').waitFor({ state: 'detached' });
    await press(page, { key: '؟', code: 'Slash', shiftKey: true });
    await page.getByRole('dialog').getByText('تغيير الوضع').waitFor();
    const list = await openList();
    await press(list, { key: '/', code: 'Digit7', shiftKey: true });
    await list.getByLabel('Which cases').and(focused(list)).waitFor();
  });
});
