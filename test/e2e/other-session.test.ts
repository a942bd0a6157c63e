import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { SANDBOX_PASSWORD } from '../../src/app/sandbox-access.ts';
import { call } from '../support/api.ts';
import { useWebTest } from './use-web-test.ts';

const BOARD = '/spaces/1/board';

describe('when somebody else signs in, in the same browser', () => {
  const web = useWebTest('sqlite', { excused: /Failed to load resource/u });

  const signIn = async (page: Page, username: string): Promise<void> => {
    await page.getByLabel('User name').fill(username);
    await page.getByLabel('Password', { exact: true }).fill(SANDBOX_PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
  };
  const signOut = async (page: Page): Promise<void> => {
    await page.getByRole('button', { name: 'Account' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
  };
  const undo = (page: Page) => page.getByRole('alert').getByRole('button', { name: 'Undo' });
  /** Moves a case on the board, which is told with a way back. */
  const move = async (page: Page): Promise<void> => {
    await page
      .getByRole('button', { name: /^Move case \d+ to another column$/u })
      .first()
      .click();
    await page.getByRole('menuitem', { name: 'In Progress' }).click();
    await undo(page).waitFor();
  };

  it('nothing is told to them, nor taken back by their keys, that somebody did before they signed out', async () => {
    const page = await web.open('sara.lindqvist', BOARD);
    const reverts: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('revert')) reverts.push(request.url());
    });
    await move(page);
    await signOut(page);
    await page.waitForURL('**/sign-in');
    await expect.poll(() => page.getByRole('alert').count()).toBe(0);
    await signIn(page, 'jonas.weber');
    await page.getByRole('banner').getByText('Jonas').waitFor();
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    expect(await undo(page).count()).toBe(0);
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+k');
    await page.getByPlaceholder('Search or jump to').fill('undo');
    expect(await page.getByRole('dialog').getByText(/^Undo/u).count()).toBe(0);
    expect(reverts).toEqual([]);
  });

  it('nor what somebody did whose session has ended by itself', async () => {
    const page = await web.open('sara.lindqvist', BOARD);
    await move(page);
    await page.context().clearCookies();
    // What is read because of it is refused.
    await call(web.testApp, 'PATCH /cases/2304', { body: { title: 'Changed meanwhile' } });
    await page.waitForURL('**/sign-in?*');
    await expect.poll(() => undo(page).count()).toBe(0);
  });

  it('nor in another tab, which is led to where one signs in', async () => {
    const page = await web.open('sara.lindqvist', BOARD);
    const other = await page.context().newPage();
    await other.goto('/settings');
    await move(page);
    await signOut(other);
    await page.waitForURL('**/sign-in?*');
    await expect.poll(() => undo(page).count()).toBe(0);
  });

  it('another tab begins anew for them as soon as the server says who is there', async () => {
    const page = await web.open('sara.lindqvist', '/settings');
    await page.getByRole('banner').getByText('Sara').waitFor();
    let refused = 0;
    await page.route('**/api/v1/me', async (route) => {
      refused += 1;
      await route.fulfill({ status: 500, body: '' });
    });
    const other = await page.context().newPage();
    await other.goto('/sign-in');
    await signIn(other, 'jonas.weber');
    await other.getByRole('banner').getByText('Jonas').waitFor();
    // More often than a request is tried by itself.
    await expect.poll(() => refused, { timeout: 20_000 }).toBeGreaterThan(1);
    await page.unroute('**/api/v1/me');
    await page.getByRole('banner').getByText('Jonas').waitFor();
  });
});
