import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { dialects } from '../support/test-app.ts';
import { useWebTest } from './use-web-test.ts';

/** On a busy machine too. */
const patience = { timeout: 20_000 };

describe.each(dialects)('who else is looking at a case, on %s', (dialect) => {
  const web = useWebTest(dialect);

  const others = (page: Page) => page.getByRole('list', { name: 'Also looking at this case' });
  const seen = (page: Page) => others(page).getByRole('listitem').allInnerTexts();

  it('is shown to both as soon as somebody comes, and until they go on or close the page', async () => {
    const hers = await web.open('sara.lindqvist', '/cases/2304');
    await hers.getByRole('heading', { level: 1 }).waitFor();
    expect(await others(hers).count()).toBe(0);
    const his = await web.open('jonas.weber', '/cases?q=sort:number&case=2304');
    await others(hers).getByText('Jonas Weber').waitFor();
    await others(his).getByText('Sara Lindqvist').waitFor();
    await his.keyboard.press('Escape');
    await others(hers).waitFor({ state: 'detached' });
    await his.goto('/cases/2304');
    await others(hers).getByText('Jonas Weber').waitFor();
    const admins = await web.open('admin', '/cases/2304');
    await expect.poll(async () => (await seen(his)).length, patience).toBe(2);
    await his.close();
    await expect.poll(async () => (await seen(hers)).join(), patience).toContain('Alex Morgan');
    await expect.poll(async () => (await seen(hers)).length, patience).toBe(1);
    await admins.close();
    await others(hers).waitFor({ state: 'detached' });
  });
});
