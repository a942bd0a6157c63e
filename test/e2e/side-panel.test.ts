import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { call } from '../support/api.ts';
import { useWebTest } from './use-web-test.ts';

/** On a busy machine too. */
const patience = { timeout: 20_000 };
const LIST = '/cases?q=sort:number';

describe('the case beside the list', () => {
  const web = useWebTest();

  const panel = (page: Page, id: number): Locator => page.getByRole('region', { name: `Case ${id}`, exact: true });
  const link = (page: Page, id: number): Locator => page.locator(`[role=row] a[href="/cases/${id}"]`);
  const shownIn = (page: Page): string | null => new URL(page.url()).searchParams.get('case');

  it('is opened with Space, gone through with j and k, and closed by Escape, which gives the focus back', async () => {
    const page = await web.open('sara.lindqvist', LIST);
    await link(page, 2210).focus();
    await page.keyboard.press('Space');
    await panel(page, 2210).and(page.locator(':focus')).waitFor();
    await panel(page, 2210).getByRole('region', { name: 'Properties' }).waitFor();
    await page.keyboard.press('j');
    await panel(page, 2211).getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    await panel(page, 2211).waitFor();
    await page
      .getByRole('row')
      .and(page.locator('[aria-current]'))
      .and(page.getByRole('row', { name: '2211' }))
      .waitFor();
    await page.keyboard.press('Escape');
    await link(page, 2211).and(page.locator(':focus')).waitFor();
    expect(await page.getByRole('region', { name: /^Case \d+$/u }).count()).toBe(0);
    expect(shownIn(page)).toBe(null);
    await page.keyboard.press('Space');
    await panel(page, 2211).and(page.locator(':focus')).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/cases/2211');
  });

  it('is opened with the pointer while the list stays where it is, and closed by going back', async () => {
    const page = await web.open('admin', LIST);
    const list = page.getByRole('region', { name: 'Cases' });
    await link(page, 2210).waitFor();
    await list.evaluate((element) => element.scrollTo(0, 900));
    const place = () => list.evaluate(({ scrollTop }) => scrollTop);
    await page.getByRole('button', { name: 'Look at case 2230 beside this' }).click();
    await panel(page, 2230).getByRole('heading', { level: 1 }).waitFor();
    await link(page, 2232).click();
    await panel(page, 2232).getByRole('heading', { level: 1 }).waitFor();
    await panel(page, 2232).getByRole('button', { name: 'Next case' }).click();
    await panel(page, 2233).getByRole('heading', { level: 1 }).waitFor();
    expect(await place()).toBe(900);
    await page.goBack();
    await expect.poll(() => shownIn(page), patience).toBe(null);
    expect(await place()).toBe(900);
    expect(new URL(page.url()).pathname).toBe('/cases');
  });

  it('is all that its page is: what is changed there is in the list at once', async () => {
    const page = await web.open('sara.lindqvist', `${LIST}&case=2212`);
    await panel(page, 2212).getByRole('button', { name: 'Edit the title' }).click();
    const field = panel(page, 2212).getByRole('textbox', { name: 'Title' });
    await field.fill('Seen beside the list');
    await page.keyboard.press('Escape');
    await panel(page, 2212).getByRole('button', { name: 'Edit the title' }).click();
    await field.fill('Changed beside the list');
    await page.keyboard.press('Enter');
    await link(page, 2212).and(page.getByText('Changed beside the list')).waitFor();
    await call(web.testApp, 'PATCH /cases/2212', { body: { title: 'Changed elsewhere' } });
    await panel(page, 2212).getByRole('heading', { name: 'Changed elsewhere' }).waitFor();
    await link(page, 2212).and(page.getByText('Changed elsewhere')).waitFor();
  });

  it('says what is not there, on a phone instead of the list', async () => {
    const page = await web.open('sara.lindqvist', `${LIST}&case=99999`, { viewport: { width: 360, height: 740 } });
    await page.getByText('Case 99999 is not here, or not for you.').waitFor();
    const box = await panel(page, 99_999).boundingBox();
    expect(box?.width).toBe(360);
    await page.getByRole('button', { name: 'Close the panel' }).click();
    await link(page, 2210).click();
    await page.waitForURL('**/cases/2210');
    expect(web.complaints.splice(0)).toEqual([expect.stringContaining('404')]);
  });

  it('stands beside the board, too', async () => {
    const page = await web.open('sara.lindqvist', '/spaces/1/board');
    const cards = page.getByRole('region', { name: 'New', exact: true }).getByRole('article');
    const [first, second] = [cards.nth(0), cards.nth(1)];
    const next = Number(await second.getAttribute('data-case'));
    const id = Number(await first.getAttribute('data-case'));
    await first.getByRole('link').focus();
    await page.keyboard.press('Space');
    await panel(page, id).getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('j');
    await panel(page, next).getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('Escape');
    await second.getByRole('link').and(page.locator(':focus')).waitFor();
  });
});
