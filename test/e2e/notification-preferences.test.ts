import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call } from '../support/api.ts';
import { newKeyOf } from '../support/cases.ts';
import { startWebTest, type WebTest } from './web-page.ts';

/** On a busy machine too. */
const patience = { timeout: 20_000 };
const CASE = 2304;

describe('what one is told of', () => {
  let web: WebTest;
  let sara: string;
  beforeAll(async () => {
    web = await startWebTest();
    sara = await newKeyOf(web.testApp, 'sara.lindqvist');
  });
  afterAll(async () => {
    expect(web.complaints).toEqual([]);
    await web.close();
  });

  const isMuted = async (caseId = CASE): Promise<boolean> =>
    (await call(web.testApp, `GET /cases/${caseId}/mute`, { key: sara })).body.muted;

  it('a case is muted from its menu, says so, and is told of again by a command of the palette', async () => {
    const page = await web.open('sara.lindqvist', `/cases/${CASE}`);
    await page.getByRole('button', { name: 'More about this case' }).click();
    await page.getByRole('menuitem', { name: 'Mute this case' }).click();
    await page.getByRole('button', { name: 'Muted: Be told of this case again' }).waitFor();
    await expect.poll(() => isMuted(), patience).toBe(true);
    await page.keyboard.press('Control+k');
    await page.getByPlaceholder('Search or jump to').fill('be told of');
    await page.getByRole('dialog').getByText('Be told of this case again').click();
    await page.getByRole('button', { name: 'Muted: Be told of this case again' }).waitFor({ state: 'detached' });
    await expect.poll(() => isMuted(), patience).toBe(false);
  });

  it('the case of a notification is muted from its menu, and with m', async () => {
    const page = await web.open('sara.lindqvist', '/inbox');
    const row = page.getByRole('list', { name: 'Inbox' }).getByRole('listitem').first();
    const path = await row.getByRole('link').getAttribute('href');
    const caseId = Number(/\/cases\/(\d+)/u.exec(path ?? '')?.[1]);
    await row.getByRole('button', { name: 'More about this notification' }).click();
    await page.getByRole('menuitem', { name: 'Mute this case' }).click();
    await expect.poll(() => isMuted(caseId), patience).toBe(true);
    await row.getByRole('link').focus();
    await page.keyboard.press('m');
    await page.getByText(`You are told of case ${caseId} again.`).waitFor();
    expect(await isMuted(caseId)).toBe(false);
  });

  it('reasons are switched off in the settings', async () => {
    const page = await web.open('sara.lindqvist', '/settings?part=notifications');
    const liked = page.getByRole('switch', { name: 'Somebody likes your case or your comment' });
    await liked.waitFor();
    expect(await liked.isChecked()).toBe(true);
    await liked.click();
    const kept = async () =>
      (await call(web.testApp, 'GET /me/notification-preferences', { key: sara })).body.reasons.liked;
    await expect.poll(kept, patience).toBe(false);
    await page.reload();
    await liked.waitFor();
    expect(await liked.isChecked()).toBe(false);
  });
});
