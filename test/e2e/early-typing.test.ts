import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { call } from '../support/api.ts';
import { useWebTest } from './use-web-test.ts';

const EDITOR = /\/assets\/editor-[^/]*\.js$/u;

describe('what is typed before the editor is there', () => {
  const web = useWebTest();

  /** Opens a case, and answers what lets the editor come. */
  const openWithoutEditor = async (path: string): Promise<{ readonly page: Page; readonly letCome: () => void }> => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const page = await web.open('sara.lindqvist', 'about:blank');
    await page.route(EDITOR, async (route) => {
      await promise;
      await route.continue();
    });
    await page.goto(path);
    return { page, letCome: resolve };
  };
  const editor = (page: Page, name: string) =>
    page.getByRole('textbox', { name }).and(page.locator('[contenteditable]'));

  it('is written into the comment, and is no command', async () => {
    const { page, letCome } = await openWithoutEditor('/cases/2304');
    await page.getByRole('button', { name: 'Say something about this case' }).waitFor();
    await page.keyboard.press('r');
    await page.keyboard.type('sent a mail to customer, <done>');
    await page.keyboard.press('Enter');
    await page.keyboard.type('call ');
    expect(await page.getByRole('textbox', { name: 'Comment' }).inputValue()).toMatch(/<done>\ncall $/u);
    letCome();
    await editor(page, 'Comment').and(page.locator(':focus')).waitFor();
    await page.keyboard.type('again');
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await page.getByRole('listbox').count()).toBe(0);
    await page.keyboard.press('Control+Enter');
    const comment = page.getByRole('article').filter({ hasText: 'sent a mail' });
    await comment.getByText('call again', { exact: true }).waitFor();
    await comment.getByText('sent a mail to customer, <done>', { exact: true }).waitFor();
  });

  it('is written at the end of the description', async () => {
    await call(web.testApp, 'PATCH /cases/2304', { body: { description: '<p><b>First</b> things.</p>' } });
    const { page, letCome } = await openWithoutEditor('/cases/2304');
    await page.getByRole('button', { name: 'Edit the description' }).waitFor();
    await page.keyboard.press('Shift+E');
    await page.keyboard.type(' Checked');
    letCome();
    await editor(page, 'Description').and(page.locator(':focus')).waitFor();
    await page.keyboard.type(' twice.');
    await page.keyboard.press('Control+Enter');
    await editor(page, 'Description').waitFor({ state: 'detached' });
    const { description } = (await call(web.testApp, 'GET /cases/2304')).body;
    expect(description).toBe('<p><strong>First</strong> things. Checked twice.</p>');
  });

  it('is a comment also when the editor does not come', async () => {
    const page = await web.open('sara.lindqvist', 'about:blank');
    await page.route(EDITOR, (route) => route.abort());
    await page.goto('/cases/2306');
    await page.getByRole('button', { name: 'Say something about this case' }).click();
    await page.keyboard.type('In plain words.');
    await page.getByRole('button', { name: 'Comment', exact: true }).click();
    await page.getByRole('article').getByText('In plain words.').waitFor();
    expect(web.complaints.splice(0).filter((each) => !each.includes('Failed to load resource'))).toEqual([]);
  });

  it('is nothing in most cases: the editor is loaded when a case has come to rest', async () => {
    const page = await web.open('sara.lindqvist', 'about:blank');
    const loading = page.waitForRequest(EDITOR);
    await page.goto('/cases/2304');
    await loading;
  });
});
