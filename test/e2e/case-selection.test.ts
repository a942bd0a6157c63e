import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { call } from '../support/api.ts';
import { useWebTest } from './use-web-test.ts';

describe('cases selected in a list', () => {
  const web = useWebTest();

  const choiceOf = (page: Page, row: number) =>
    page.locator(`[aria-rowindex="${row + 1}"]`).getByRole('checkbox', { name: /^Select case/u });
  const bar = (page: Page) => page.getByRole('group', { name: 'Selected cases' });
  const setOfSelected = async (page: Page, field: string, value: string) => {
    await bar(page)
      .getByRole('button', { name: `Set ${field}` })
      .click();
    await page.getByRole('option', { name: value }).click();
  };
  const countOf = async (page: Page, query: string): Promise<number> => {
    const response = await page.request.get(
      `/api/v1/cases?${new URLSearchParams({ query, count: 'true', limit: '1' })}`,
    );
    return ((await response.json()) as { total: { value: number } }).total.value;
  };

  it('from one to another are changed together, and the change is taken back', async () => {
    const page = await web.open('sara.lindqvist', '/spaces/1?q=is:open+-priority:Urgent+sort:number');
    const before = await countOf(page, 'space:1 is:open -priority:Urgent');
    await choiceOf(page, 1).click();
    await choiceOf(page, 3).click({ modifiers: ['Shift'] });
    await bar(page).getByText('3 selected').waitFor();
    await setOfSelected(page, 'Priority', 'Urgent');
    await page.getByText('3 cases were changed.').waitFor();
    expect(await countOf(page, 'space:1 is:open -priority:Urgent')).toBe(before - 3);
    // They are not in the list any more: nobody changes what they do not see selected.
    await bar(page).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('The change was taken back.').waitFor();
    expect(await countOf(page, 'space:1 is:open -priority:Urgent')).toBe(before);
  });

  it('stay selected as long as the list has them, with toasts above what can be done with them', async () => {
    const page = await web.open('sara.lindqvist', '/spaces/1?q=is:open+-tag:gone+OR+tag:login+sort:number');
    const link = page.locator('[aria-rowindex="2"]').getByRole('link').first();
    const id = Number((await link.getAttribute('href'))?.replace('/cases/', ''));
    await choiceOf(page, 1).click();
    await choiceOf(page, 3).click({ modifiers: ['Shift'] });
    await setOfSelected(page, 'Priority', 'High');
    const toast = page.getByRole('alert').filter({ hasText: /changed/u });
    await toast.waitFor();
    await bar(page).getByText('3 selected').waitFor();
    const top = (await bar(page).boundingBox())?.y ?? 0;
    const endOf = async () => (await toast.boundingBox().then((box) => box && box.y + box.height)) ?? Infinity;
    await expect.poll(endOf).toBeLessThanOrEqual(top);
    expect((await call(web.testApp, `PATCH /cases/${id}`, { body: { tags: ['gone'] } })).status).toBe(200);
    await bar(page).getByText('2 selected').waitFor();
  });

  it('are all that match, when that is wanted', async () => {
    const page = await web.open('sara.lindqvist', '/spaces/1?q=is:open+priority:High');
    const before = await countOf(page, 'space:1 is:open priority:High');
    expect(before).toBeGreaterThan(1);
    await page.getByRole('checkbox', { name: 'Select all cases' }).click();
    await bar(page).getByText(`${before} selected`).waitFor();
    await setOfSelected(page, 'Priority', 'Low');
    await page.getByText(`${before} cases were changed.`).waitFor();
    expect(await countOf(page, 'space:1 is:open priority:High')).toBe(0);
    await bar(page).waitFor({ state: 'detached' });
  });

  it('that may not be changed are refused, and it is told why', async () => {
    const page = await web.open('priya.raman', '/spaces/1?q=is:open+sort:number');
    await choiceOf(page, 1).click();
    await setOfSelected(page, 'Priority', 'Urgent');
    await page
      .getByText(/1 was refused\./u)
      .or(page.getByText('That did not work'))
      .first()
      .waitFor();
  });

  it('are reached, selected and opened by keyboard alone', async () => {
    const page = await web.open('sara.lindqvist', '/spaces/1?q=is:open+sort:number');
    await page.locator('[aria-rowindex="2"]').getByRole('link').waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await bar(page).getByText('1 selected').waitFor();
    expect(await choiceOf(page, 2).isChecked()).toBe(true);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('x');
    await bar(page).getByText('2 selected').waitFor();
    await page.keyboard.press('/');
    await page.getByLabel('Which cases').and(page.locator(':focus')).waitFor();
    // Letters that are typed are letters.
    await page.keyboard.type('x');
    await bar(page).getByText('2 selected').waitFor();
    await page.keyboard.press('Backspace');
    await page.locator('[aria-rowindex="2"]').getByRole('link').focus();
    await page.keyboard.press('o');
    await page.waitForURL(/\/cases\/\d+$/u);
  });

  it('or not, the cases of a list can be had as a file', async () => {
    const page = await web.open('sara.lindqvist', '/spaces/1?q=tag:login');
    await page.getByRole('table').waitFor();
    await page.getByRole('button', { name: 'Export' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'JSON lines' }).click(),
    ]);
    const lines = (await readFile(await download.path(), 'utf8')).trim().split('\n');
    expect(lines.length).toBe(await countOf(page, 'space:1 tag:login'));
  });
});
