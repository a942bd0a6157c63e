import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useWebTest } from './use-web-test.ts';

/** On a busy machine too. */
const patience = { timeout: 20_000 };
const LANES = '/spaces/1/board?by=status&lanes=priority';

describe('the lanes of a board', () => {
  const web = useWebTest();

  const cell = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });
  const handle = (within: Page | Locator, id: number): Locator =>
    within.getByRole('button', { name: `Move case ${id}`, exact: true });
  const firstIn = async (page: Page, name: string): Promise<number> =>
    Number(await cell(page, name).getByRole('article').first().getAttribute('data-case'));
  const placeOf = async (page: Page, id: number): Promise<string> => {
    const response = await page.request.get(`/api/v1/cases/${id}?include=status,priority`);
    const { status, priority } = (await response.json()) as Record<'status' | 'priority', { name: string }>;
    return `${priority.name}: ${status.name}`;
  };
  const revisionOf = async (page: Page, id: number): Promise<number> =>
    ((await (await page.request.get(`/api/v1/cases/${id}`)).json()) as { revision: number }).revision;

  it('are chosen beside the columns, counted, closed and opened, and in the address', async () => {
    const page = await web.open('sara.lindqvist', '/spaces/1/board');
    await page.getByRole('combobox', { name: 'Lanes by' }).or(page.getByLabel('Lanes by')).first().click();
    await page.getByRole('option', { name: 'Priority' }).click();
    await page.waitForURL('**/board?*lanes=priority*');
    const lane = page.getByRole('button', { name: /^High/u });
    await lane.and(page.locator('[aria-expanded=true]')).waitFor();
    const counted = await page.request.get('/api/v1/cases?query=space:1%20priority:High&limit=1&count=true');
    const { total } = (await counted.json()) as { total: { value: number } };
    await lane.getByText(String(total.value), { exact: true }).waitFor();
    await lane.click();
    await cell(page, 'High: New').waitFor({ state: 'detached' });
    await lane.click();
    await cell(page, 'High: New').getByRole('article').first().waitFor();
  });

  it('let a case go to another column and another lane in one change, with the mouse', async () => {
    const page = await web.open('sara.lindqvist', LANES);
    await cell(page, 'High: New').getByRole('article').first().waitFor();
    const id = await firstIn(page, 'High: New');
    const before = await revisionOf(page, id);
    await page.goto(`${LANES}&q=number:${id}`);
    await handle(cell(page, 'High: New'), id).waitFor();
    // A lane without cases is closed until somebody wants it.
    await cell(page, 'Low: In Progress').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Low 0' }).click();
    await page.getByRole('article', { name: `Case ${id}` }).hover();
    await page.mouse.down();
    await cell(page, 'High: In Progress').hover({ position: { x: 90, y: 40 } });
    await cell(page, 'Low: In Progress').hover({ position: { x: 90, y: 30 } });
    await cell(page, 'Low: In Progress').hover({ position: { x: 92, y: 34 } });
    await page.mouse.up();
    await handle(cell(page, 'Low: In Progress'), id).waitFor();
    await expect.poll(() => placeOf(page, id), patience).toBe('Low: In Progress');
    expect(await revisionOf(page, id)).toBe(before + 1);
    await cell(page, 'High: New').waitFor({ state: 'detached' });
  });

  it('are reached with the arrows while a case is picked up', async () => {
    const page = await web.open('sara.lindqvist', LANES);
    await cell(page, 'High: In Progress').getByRole('article').first().waitFor();
    const id = await firstIn(page, 'High: In Progress');
    await handle(page, id).focus();
    await page.keyboard.press('Space');
    await page.getByText(`Picked up case ${id} from High: In Progress.`).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.getByText(`Case ${id} is over Normal: In Progress.`).waitFor();
    await page.keyboard.press('ArrowLeft');
    await page.getByText(`Case ${id} is over Normal: New.`).waitFor();
    await page.keyboard.press('Space');
    await expect.poll(() => placeOf(page, id), patience).toBe('Normal: New');
  });

  it('are in the menu of a case, too', async () => {
    const page = await web.open('sara.lindqvist', LANES);
    await cell(page, 'High: New').getByRole('article').first().waitFor();
    const id = await firstIn(page, 'High: New');
    await page.getByRole('button', { name: `Move case ${id} to another column` }).click();
    await page.getByRole('menuitem', { name: 'Low: Fixed' }).click();
    await expect.poll(() => placeOf(page, id), patience).toBe('Low: Fixed');
  });

  it('take no cards from those who may not change them', async () => {
    const page = await web.open('priya.raman', LANES);
    await cell(page, 'Normal: New').getByRole('article').first().waitFor();
    expect(await page.getByRole('button', { name: /^Move case/u }).count()).toBe(0);
  });

  it('are dragged over with a finger that rests first', async () => {
    const page = await web.open('sara.lindqvist', '/spaces/1/board?by=priority&lanes=status', {
      ...{ hasTouch: true, isMobile: true, viewport: { width: 800, height: 800 } },
    });
    const from = cell(page, 'New: Normal');
    await from.getByRole('article').first().waitFor();
    const id = await firstIn(page, 'New: Normal');
    const card = page.getByRole('article', { name: `Case ${id}` });
    await card.scrollIntoViewIfNeeded();
    const box = await card.boundingBox();
    if (box === null) throw new Error('The card is not on the screen.');
    const finger = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x = 0, y = 0) =>
      finger.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y }] });
    const [x, y] = [box.x + 60, box.y + 12];
    await touch('touchStart', x, y);
    await page.waitForTimeout(400);
    await page.getByText(`Picked up case ${id} from New: Normal.`).waitFor();
    const next = cell(page, 'New: High');
    const target = (await next.boundingBox()) ?? box;
    const [aimX, aimY] = [Math.max(target.x + target.width - 40, 20), y];
    for (let step = 1; step <= 8; step += 1) {
      await touch('touchMove', x + ((aimX - x) * step) / 8, y + ((aimY - y) * step) / 8);
      await page.waitForTimeout(40);
    }
    await page.getByText(`Case ${id} is over New: High.`).waitFor();
    await touch('touchEnd');
    await expect.poll(() => placeOf(page, id), patience).toBe('High: New');
  });
});
