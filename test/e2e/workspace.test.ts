import { describe, expect, it } from 'vitest';
import { issuePasswordLink } from '../../src/features/users/issue-password-link.ts';
import { useWebTest } from './use-web-test.ts';

const ADMIN = 1;
const PASSWORD = 'correct horse battery staple';
/** On a busy machine too. */
const patience = { timeout: 20_000 };

describe('the name of the workspace', () => {
  const web = useWebTest();

  it('is chosen with the first password, stands everywhere, and is changed by administrators', async () => {
    const token = await issuePasswordLink(web.testApp.operator, { userId: ADMIN });
    const page = await web.open(undefined, `/password/${token}`);
    await page.getByLabel('Name of the workspace').fill('Northwind');
    await page.getByLabel('New password').fill(PASSWORD);
    await page.getByLabel('The same again').fill(PASSWORD);
    await page.getByRole('button', { name: 'Begin' }).click();
    await page.getByRole('link', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'Sign in to Northwind' }).waitFor();
    await page.getByLabel('User name').fill('admin');
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('link', { name: 'Northwind' }).waitFor();
    expect(await page.title()).toBe('Northwind');
    await page.goto('/admin?part=workspace');
    await page.getByLabel('Name of the workspace').fill('Southwind');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('link', { name: 'Southwind' }).waitFor();
    await expect.poll(() => page.title(), patience).toBe('Southwind');
  });
});
