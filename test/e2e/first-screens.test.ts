import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SANDBOX_PASSWORD } from '../../src/app/sandbox-access.ts';
import { startWebTest, type WebTest } from './web-page.ts';

describe('the web interface', () => {
  let web: WebTest;
  beforeAll(async () => {
    web = await startWebTest();
  });
  afterAll(async () => {
    expect(web.complaints).toEqual([]);
    await web.close();
  });

  it('lets somebody sign in, see their cases, and open one', async () => {
    const page = await web.open('alex.morgan');
    await page.context().clearCookies();
    await page.goto('/cases/2304');
    await page.getByLabel('User name').fill('sara.lindqvist');
    await page.getByLabel('Password', { exact: true }).fill(SANDBOX_PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('Case 2304').waitFor();
    await page.getByRole('link', { name: 'All cases' }).click();
    await page.getByRole('region', { name: 'Cases' }).getByRole('link').first().click();
    await page.getByRole('region', { name: 'Properties' }).waitFor();
    expect(new URL(page.url()).pathname).toMatch(/^\/cases\/\d+$/u);
  });
});
