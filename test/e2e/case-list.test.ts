import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useWebTest } from './use-web-test.ts';

describe('the case list', () => {
  const web = useWebTest();

  const queryOf = (page: Page): string | null => new URL(page.url()).searchParams.get('q');

  it('is sorted by the headings of its columns, and the address says how', async () => {
    const page = await web.open('sara.lindqvist', '/cases?q=is:open');
    const heading = (name: string) => page.getByRole('columnheader', { name });
    await heading('Updated').and(page.locator('[aria-sort=descending]')).waitFor();
    await heading('Number').getByRole('button').click();
    await heading('Number').and(page.locator('[aria-sort=descending]')).waitFor();
    expect(queryOf(page)).toBe('is:open sort:-number');
    await heading('Number').getByRole('button').click();
    await heading('Number').and(page.locator('[aria-sort=ascending]')).waitFor();
    const numbers = await page.getByRole('row').locator('[data-column=id]:not(button)').allInnerTexts();
    const shown = numbers.map(Number).filter((number) => number > 0);
    expect(shown.length).toBeGreaterThan(10);
    expect(shown).toEqual(shown.toSorted((one, other) => one - other));
    await page.reload();
    await heading('Number').and(page.locator('[aria-sort=ascending]')).waitFor();
  });

  it('shows the columns that were chosen', async () => {
    const page = await web.open('sara.lindqvist', '/cases?q=is:open');
    await page.getByRole('columnheader', { name: 'Priority' }).waitFor();
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Priority' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Reporter' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('columnheader', { name: 'Reporter' }).waitFor();
    expect(await page.getByRole('columnheader', { name: 'Priority' }).count()).toBe(0);
    await page.reload();
    await page.getByRole('columnheader', { name: 'Reporter' }).waitFor();
  });

  it('tells how many rows there are, though only those in sight are drawn, and goes on to the last', async () => {
    const page = await web.open('admin', '/cases?q=sort:number');
    await page.getByRole('table', { name: 'Cases' }).and(page.locator('[aria-rowcount="201"]')).waitFor();
    expect(await page.getByRole('row').count()).toBeLessThan(60);
    await page.getByRole('row', { name: '2201' }).waitFor();
    const list = page.getByRole('region', { name: 'Cases' });
    const toTheEnd = () => list.evaluate((element) => element.scrollTo(0, element.scrollHeight));
    const lastRow = page.locator('[aria-rowindex="201"]');
    const scrolled = async () => {
      await toTheEnd();
      return await lastRow.count();
    };
    await expect.poll(scrolled, { timeout: 10_000 }).toBe(1);
    await lastRow.getByRole('link').waitFor();
    await list.evaluate((element) => element.scrollTo(0, 0));
    await page.locator('[aria-rowindex="2"]').getByRole('link').waitFor();
  });

  it('of a space has only the cases of this space, whatever the query says', async () => {
    const page = await web.open('admin', '/');
    await page.getByRole('link', { name: 'Customer Support' }).click();
    await page.getByRole('heading', { name: 'Customer Support' }).waitFor();
    await page
      .getByText('100 cases')
      .or(page.getByText(/\d+ cases/u))
      .first()
      .waitFor();
    await page.getByLabel('Which cases').fill('tag:login OR priority:Urgent sort:-number');
    await page.keyboard.press('Enter');
    await page.getByRole('columnheader', { name: 'Number' }).and(page.locator('[aria-sort=descending]')).waitFor();
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Space' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('columnheader', { name: 'Space' }).waitFor();
    const spaces = await page.getByRole('cell').and(page.locator('[data-column=space]')).allInnerTexts();
    expect(spaces.length).toBeGreaterThan(2);
    expect(new Set(spaces)).toEqual(new Set(['Customer Support']));
  });
});
