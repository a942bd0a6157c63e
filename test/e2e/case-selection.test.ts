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

  const propertyOf = async (page: Page, query: string, property: 'tags' | 'dueOn' | 'assigneeId' | 'projectId') => {
    const response = await page.request.get(`/api/v1/cases?${new URLSearchParams({ query, limit: '10' })}`);
    const { items } = (await response.json()) as { items: Record<string, unknown>[] };
    return items.map((each) => each[property]);
  };
  const pickTag = async (page: Page, label: string, tag: string) => {
    await bar(page).getByRole('button', { name: label }).click();
    await page.getByRole('textbox', { name: label }).fill(tag);
    await page.getByRole('option', { name: tag }).click();
    await page.keyboard.press('Escape');
  };
  const selectTwo = async (page: Page) => {
    await choiceOf(page, 1).click();
    await choiceOf(page, 2).click();
    await bar(page).getByText('2 selected').waitFor();
  };

  it('get tags and lose tags, and keep the others that each has', async () => {
    const [one, other] = await Promise.all(
      [
        ['both', 'first'],
        ['both', 'second'],
      ].map(async (tags) => {
        const body = { title: 'To be tagged', spaceId: 1, projectId: 1, tags };
        return (await call(web.testApp, 'POST /cases', { body })).body.id as number;
      }),
    );
    const query = `number:${one},${other} sort:number`;
    const page = await web.open('sara.lindqvist', `/spaces/1?q=${encodeURIComponent(query)}`);
    await selectTwo(page);
    await pickTag(page, 'Add tags', 'brand-new');
    await page.getByText('2 cases were changed.').waitFor();
    await expect
      .poll(() => propertyOf(page, query, 'tags'))
      .toEqual([
        ['both', 'first', 'brand-new'],
        ['both', 'second', 'brand-new'],
      ]);
    await pickTag(page, 'Remove tags', 'both');
    await expect
      .poll(() => propertyOf(page, query, 'tags'))
      .toEqual([
        ['first', 'brand-new'],
        ['second', 'brand-new'],
      ]);
  });

  it('of several spaces get what means the same everywhere: tags, a due date, an assignee', async () => {
    const places = [
      { spaceId: 1, projectId: 1 },
      { spaceId: 2, projectId: 3 },
    ];
    const ids = await Promise.all(
      places.map(
        async (place) => (await call(web.testApp, 'POST /cases', { body: { title: 'Apart', ...place } })).body.id,
      ),
    );
    const query = `number:${ids.join(',')} sort:number`;
    const page = await web.open('admin', `/cases?q=${encodeURIComponent(query)}`);
    await selectTwo(page);
    await bar(page).getByText('Statuses, priorities and projects belong to one space each.').waitFor();
    expect(await bar(page).getByRole('button', { name: 'Set Status' }).count()).toBe(0);
    await pickTag(page, 'Add tags', 'everywhere');
    await expect.poll(() => propertyOf(page, query, 'tags')).toEqual([['everywhere'], ['everywhere']]);
    await setOfSelected(page, 'Assignee', 'Jonas Weber');
    await expect.poll(() => propertyOf(page, query, 'assigneeId')).toEqual([3, 3]);
    // By its key, and without a mouse.
    await page.keyboard.press('d');
    await page.locator('[data-autofocus]').and(page.locator(':focus')).waitFor();
    await page.keyboard.press('Enter');
    const today = new Date().toLocaleDateString('sv');
    await expect.poll(() => propertyOf(page, query, 'dueOn')).toEqual([today, today]);
    await bar(page).getByRole('button', { name: 'Set Due' }).click();
    await page.getByRole('button', { name: 'No due date' }).click();
    await expect.poll(() => propertyOf(page, query, 'dueOn')).toEqual([null, null]);
  });

  it('of one space go to another project, and those of one project to a section of it', async () => {
    const ids = await Promise.all(
      [1, 1].map(async (projectId) => {
        const body = { title: 'To be moved', spaceId: 1, projectId };
        return (await call(web.testApp, 'POST /cases', { body })).body.id as number;
      }),
    );
    const query = `number:${ids.join(',')} sort:number`;
    const page = await web.open('sara.lindqvist', `/spaces/1?q=${encodeURIComponent(query)}`);
    await selectTwo(page);
    const named = async (path: string, id: number) => {
      const { items } = (await call(web.testApp, `GET ${path}`)).body;
      const found = items.find((each: { id: number }) => each.id === id);
      return (found.title ?? found.name) as string;
    };
    await setOfSelected(page, 'Section', await named('/projects/1/sections', 2));
    await expect.poll(() => countOf(page, `${query} has:section`)).toBe(2);
    await setOfSelected(page, 'Project', await named('/spaces/1/projects', 2));
    await expect.poll(() => propertyOf(page, query, 'projectId')).toEqual([2, 2]);
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
