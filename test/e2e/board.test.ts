import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { call } from '../support/api.ts';
import { useWebTest } from './use-web-test.ts';

const BOARD = '/spaces/1/board';

const column = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });
const handle = (within: Page | Locator, id: number): Locator =>
  within.getByRole('button', { name: `Move case ${id}`, exact: true });
/** The number of the first case in a column. */
const firstIn = async (page: Page, name: string): Promise<number> => {
  const label = await column(page, name)
    .getByRole('button', { name: /^Move case \d+$/u })
    .first()
    .getAttribute('aria-label');
  return Number(label?.replace('Move case ', ''));
};

describe('the board', () => {
  const web = useWebTest();

  const statusOf = async (page: Page, id: number): Promise<string> => {
    const response = await page.request.get(`/api/v1/cases/${id}?include=status`);
    return ((await response.json()) as { status: { name: string } }).status.name;
  };

  it('puts a case into another column with the mouse, and others see it there at once', async () => {
    const [page, other] = [await web.open('sara.lindqvist', BOARD), await web.open('jonas.weber', BOARD)];
    const id = await firstIn(page, 'New');
    await handle(other, id).waitFor();
    const saved = page.waitForResponse((response) => response.request().method() === 'PATCH');
    await page.getByRole('article', { name: `Case ${id}` }).hover();
    await page.mouse.down();
    await column(page, 'In Progress').hover();
    await column(page, 'In Progress').hover({ position: { x: 90, y: 150 } });
    await page.mouse.up();
    await handle(column(page, 'In Progress'), id).waitFor();
    expect((await saved).status()).toBe(200);
    await handle(column(other, 'In Progress'), id).waitFor();
    expect(await statusOf(page, id)).toBe('In Progress');
    const told = page.getByRole('alert').filter({ hasText: `Case ${id} is in In Progress now.` });
    await told.getByRole('button', { name: 'Undo' }).click();
    await handle(column(other, 'New'), id).waitFor();
  });

  it('puts a case into another column with the keyboard, tells so, and keeps the focus on it', async () => {
    const page = await web.open('sara.lindqvist', BOARD);
    const id = await firstIn(page, 'New');
    await handle(page, id).focus();
    await page.keyboard.press('Space');
    await page.getByText(`Picked up case ${id} from New.`).waitFor();
    await page.keyboard.press('ArrowRight');
    await page.getByText(`Case ${id} is over In Progress.`).waitFor();
    await page.keyboard.press('ArrowRight');
    await page.getByText(`Case ${id} is over Feedback Required.`).waitFor();
    await page.keyboard.press('Space');
    await page.getByText(`Case ${id} was put into Feedback Required.`).waitFor();
    await handle(column(page, 'Feedback Required'), id).and(page.locator(':focus')).waitFor();
    await expect.poll(() => statusOf(page, id), { timeout: 15_000 }).toBe('Feedback Required');
  });

  it('takes a move back from where it is told', async () => {
    const page = await web.open('sara.lindqvist', BOARD);
    const id = await firstIn(page, 'New');
    await page.getByRole('button', { name: `Move case ${id} to another column` }).click();
    await page.getByRole('menuitem', { name: 'In Progress' }).click();
    const told = page.getByRole('alert').filter({ hasText: `Case ${id} is in In Progress now.` });
    await told.getByRole('button', { name: 'Undo' }).click();
    await handle(column(page, 'New'), id).waitFor();
    await expect.poll(() => statusOf(page, id), { timeout: 20_000 }).toBe('New');
  });

  it('takes a move by keyboard back by keyboard, but not what others did since, and says so', async () => {
    const page = await web.open('sara.lindqvist', BOARD);
    const id = await firstIn(page, 'New');
    const moveRight = async (): Promise<void> => {
      await handle(page, id).focus();
      await page.keyboard.press('Space');
      await page.getByText(`Picked up case ${id} from New.`).waitFor();
      await page.keyboard.press('ArrowRight');
      await page.getByText(`Case ${id} is over In Progress.`).waitFor();
      await page.keyboard.press('Space');
      await page
        .getByRole('alert')
        .filter({ hasText: `Case ${id} is in In Progress now.` })
        .waitFor();
    };
    await moveRight();
    await page.keyboard.press('ControlOrMeta+z');
    await page.getByRole('alert').filter({ hasText: 'Taken back' }).waitFor();
    await handle(column(page, 'New'), id).waitFor();
    await expect.poll(() => statusOf(page, id), { timeout: 15_000 }).toBe('New');
    await moveRight();
    const { body } = await call(web.testApp, 'GET /spaces/1/statuses');
    const fixed = body.items.find(({ name }: { name: string }) => name === 'Fixed');
    await call(web.testApp, `PATCH /cases/${id}`, { body: { statusId: fixed.id } });
    await page.keyboard.press('ControlOrMeta+z');
    const told = page.getByRole('alert').filter({ hasText: 'Nothing was taken back' });
    await told.getByText(/^Status: /u).waitFor();
    expect(await statusOf(page, id)).toBe('Fixed');
  });

  it('leaves a case where it was when it is put down by Escape', async () => {
    const page = await web.open('sara.lindqvist', BOARD);
    const id = await firstIn(page, 'New');
    await handle(page, id).focus();
    await page.keyboard.press('Enter');
    await page.getByText(`Picked up case ${id} from New.`).waitFor();
    await page.keyboard.press('ArrowRight');
    await page.getByText(`Case ${id} is over In Progress.`).waitFor();
    await page.keyboard.press('Escape');
    await page.getByText(`Case ${id} was left where it was.`).waitFor();
    await handle(column(page, 'New'), id).and(page.locator(':focus')).waitFor();
    expect(await statusOf(page, id)).toBe('New');
  });

  it('moves a case by its menu', async () => {
    const page = await web.open('sara.lindqvist', `${BOARD}?by=priority`);
    const id = await firstIn(page, 'Low');
    await page.getByRole('button', { name: `Move case ${id} to another column` }).click();
    await page.getByRole('menuitem', { name: 'Urgent' }).click();
    await handle(column(page, 'Urgent'), id).waitFor();
  });

  it('puts a case back when the server refuses, and says why', async () => {
    const page = await web.open('sara.lindqvist', BOARD);
    const id = await firstIn(page, 'New');
    await page.route(`**/api/v1/cases/${id}?*`, async (route) => {
      // Somebody takes the case away between the drag and its arrival at the server.
      await page.request.delete(`/api/v1/cases/${id}`, { headers: { origin: web.url } });
      await route.continue();
    });
    await page.getByRole('button', { name: `Move case ${id} to another column` }).click();
    await page.getByRole('menuitem', { name: 'Fixed' }).click();
    await page
      .getByRole('alert')
      .filter({ hasText: `Case ${id} was not moved to Fixed` })
      .waitFor();
    await handle(column(page, 'Fixed'), id).waitFor({ state: 'detached' });
    expect(web.complaints.splice(0)).toEqual([expect.stringContaining('404')]);
  });

  it('shows those who may not change anything a board without handles', async () => {
    const page = await web.open('priya.raman', BOARD);
    await column(page, 'New').getByRole('link').first().waitFor();
    expect(await page.getByRole('button', { name: /^Move case/u }).count()).toBe(0);
  });

  it('narrows to what a query means, and counts all of it', async () => {
    const page = await web.open('sara.lindqvist', BOARD);
    await page.getByLabel('Which cases').fill('priority:Urgent OR tag:iban sort:number');
    await page.keyboard.press('Enter');
    const response = await page.request.get(
      `/api/v1/cases?count=true&limit=1&query=${encodeURIComponent('(priority:Urgent OR tag:iban) space:1 status:Closed')}`,
    );
    const { total } = (await response.json()) as { total: { value: number } };
    await column(page, 'Closed').getByText(String(total.value), { exact: true }).waitFor();
    await page.getByLabel('Which cases').fill('priorty:Urgent');
    await page.keyboard.press('Enter');
    await page.getByText('Did you mean “priority”?').waitFor();
    expect(web.complaints.splice(0).every((complaint) => complaint.includes('400'))).toBe(true);
  });
});
