import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useWebTest } from './use-web-test.ts';

describe('the query of a case list', () => {
  const web = useWebTest('sqlite', { excused: /400 \(Bad Request\)/u });

  const queryOf = (page: Page): string | null => new URL(page.url()).searchParams.get('q');
  const askedFor = (page: Page, query: string) => expect.poll(() => queryOf(page), { timeout: 10_000 }).toBe(query);

  it('is completed by keyboard alone: fields, then their values', async () => {
    const page = await web.open('admin', '/cases?q=is:open');
    const field = page.getByLabel('Which cases');
    await field.focus();
    await page.keyboard.press('End');
    await page.keyboard.type(' assi');
    await page.getByRole('option', { name: 'assignee:' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.keyboard.type('jona');
    await page.getByRole('option', { name: 'jonas.weber' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.keyboard.type(' status:prog');
    await page.getByRole('option', { name: '"In Progress"' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await field.inputValue()).toBe('is:open assignee:jonas.weber status:"In Progress"');
    await page.keyboard.press('Enter');
    await askedFor(page, 'is:open assignee:jonas.weber status:"In Progress"');
  });

  it('is written by choosing conditions from lists, and taking them away', async () => {
    const page = await web.open('admin', '/cases?q=is:open+sort:number');
    await page.getByRole('button', { name: 'Priority: Any' }).click();
    await page.getByRole('option', { name: 'High' }).click();
    await page.getByRole('option', { name: 'Urgent' }).click();
    await page.keyboard.press('Escape');
    await askedFor(page, 'is:open sort:number priority:High,Urgent');
    await page.getByRole('button', { name: 'Remove is:open' }).click();
    await askedFor(page, 'sort:number priority:High,Urgent');
    await page.getByRole('button', { name: 'Remove Priority: High, Urgent' }).click();
    await askedFor(page, 'sort:number');
  });

  it('tells what is wrong in it, and takes what was meant', async () => {
    const page = await web.open('admin', '/cases');
    const field = page.getByLabel('Which cases');
    await field.fill('tag:mail asignee:me');
    await page.keyboard.press('Enter');
    await page.getByText('There is no field “\u2068asignee\u2069”').waitFor();
    expect(await page.locator('mark').innerText()).toBe('asignee');
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    await page.getByRole('button', { name: 'Did you mean “assignee”?' }).click();
    await askedFor(page, 'tag:mail assignee:me');
    await field.fill('tag:mail or tag:push');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Did you mean “OR”?' }).click();
    await askedFor(page, 'tag:mail OR tag:push');
    await page.getByRole('table').waitFor();
  });

  it('marks the right place in a space, too, where more is asked for than what is written', async () => {
    const page = await web.open('admin', '/cases');
    await page.getByRole('link', { name: 'Customer Support' }).click();
    const field = page.getByLabel('Which cases');
    await field.fill('sort:-updatet tag:mail OR priority:Hihg');
    await page.keyboard.press('Enter');
    await page.locator('mark').nth(1).waitFor();
    expect(await page.locator('mark').allInnerTexts()).toEqual(['-updatet', 'Hihg']);
  });

  it('narrows to one status by its count', async () => {
    const page = await web.open('admin', '/cases?q=is:open+tag:login');
    const counts = page.getByRole('group', { name: 'Cases by status' });
    const first = counts.getByRole('button').first();
    const [, status = '', count = ''] = /^(.*\S)\s+(\d+)$/u.exec((await first.innerText()).replaceAll('\n', ' ')) ?? [];
    await first.click();
    await counts.getByRole('button', { name: status, pressed: true }).waitFor();
    await page.getByText(count === '1' ? '1 case' : `${count} cases`, { exact: true }).waitFor();
    expect(queryOf(page)).toContain('status:');
    await counts.getByRole('button', { pressed: true }).click();
    await askedFor(page, 'tag:login');
  });

  it('tells what is wrong in a query in the language of the page, with what could stand there', async () => {
    const page = await web.open('jonas.weber', '/cases?q=is%3Aopne', { locale: 'de-AT' });
    const told = page.locator('#query-remarks');
    // What was written stands in the sentence, apart from its direction.
    await expect
      .poll(async () => (await told.textContent())?.replace(/[\u2068\u2069]/gu, ''))
      .toContain('„is:opne“ gibt es nicht. Es gibt is:open, is:closed, is:overdue.');
    await told.getByRole('button').first().click();
    await page.waitForURL(/is(?::|%3A)open/u);
  });
});
