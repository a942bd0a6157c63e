import { describe, expect, it } from 'vitest';
import { SANDBOX_PASSWORD } from '../../src/app/sandbox-access.ts';
import { useWebTest } from './use-web-test.ts';

describe('the settings', () => {
  const web = useWebTest('sqlite', { excused: / (400|401) /u });

  it('keep what one says of oneself, and tell what is wrong beside the field without losing it', async () => {
    const page = await web.open('priya.raman', '/settings');
    const password = page.getByLabel('Your password');
    await page.getByLabel('Name that others see').waitFor();
    expect(await password.count()).toBe(0);
    await page.getByLabel('E-mail').fill('priya@example.com');
    await password.fill('not this one');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.locator('[aria-invalid=true]').waitFor();
    await password.fill(SANDBOX_PASSWORD);
    await page.getByLabel('Name that others see').fill(' ');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.locator('[aria-invalid=true]').waitFor();
    expect(await page.getByLabel('E-mail').inputValue()).toBe('priya@example.com');
    await page.getByLabel('Name that others see').fill('Priya R.');
    await page.getByRole('combobox', { name: 'Time zone' }).fill('Kolkata');
    await page.getByRole('option', { name: /Kolkata/u }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Account' }).getByText('Priya R.').waitFor();
    await password.waitFor({ state: 'detached' });
    await page.reload();
    expect(await page.getByRole('combobox', { name: 'Time zone' }).inputValue()).toMatch(/Kolkata/u);
    expect(await page.getByLabel('E-mail').inputValue()).toBe('priya@example.com');
  });

  it('change the password for whoever knows it, and sign out everywhere else', async () => {
    const elsewhere = await web.open('diego.fuentes');
    const page = await web.open('diego.fuentes', '/settings?part=security');
    const list = page.getByRole('list', { name: 'Where you are signed in' }).getByRole('listitem');
    await list.nth(1).waitFor();
    await page.getByLabel('Password until now').fill(SANDBOX_PASSWORD);
    await page.getByLabel(/^New password(?! again)/u).fill('a completely new one');
    await page.getByLabel('New password again').fill('a completely other one');
    await page.getByRole('button', { name: 'Change password' }).click();
    await page.getByText('This is not the same.').waitFor();
    await page.getByLabel('New password again').fill('a completely new one');
    await page.getByRole('button', { name: 'Change password' }).click();
    await page.getByText('The password is changed.').waitFor();
    await list.nth(1).waitFor({ state: 'detached' });
    const answer = await elsewhere.request.get('/api/v1/me');
    expect(answer.status()).toBe(401);
  });

  it('show where one is signed in, and end one of the sessions or all others', async () => {
    const others = [await web.open('omar.haddad'), await web.open('omar.haddad'), await web.open('omar.haddad')];
    const page = await web.open('omar.haddad', '/settings?part=security');
    const list = page.getByRole('list', { name: 'Where you are signed in' }).getByRole('listitem');
    await list.nth(3).waitFor();
    await page
      .getByRole('button', { name: /^Sign out: /u })
      .first()
      .click();
    await list.nth(3).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Sign out everywhere else' }).click();
    await page.getByText('2 sessions ended').waitFor();
    await list.getByText('This browser').waitFor();
    for (const other of others) expect((await other.request.get('/api/v1/me')).status()).toBe(401);
  });

  it('issue a key with spaces, rights and an end, show it once, rename it, and revoke it', async () => {
    const page = await web.open('sara.lindqvist', '/settings?part=keys');
    await page.getByRole('button', { name: 'New key' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('What the key is for').fill('nightly import');
    await dialog.getByRole('combobox', { name: 'Spaces' }).click();
    await page.getByRole('option', { name: 'Customer Support' }).click();
    await dialog.getByLabel('What the key is for').click();
    await dialog.getByRole('radio', { name: 'Only these' }).check();
    await dialog.getByRole('checkbox', { name: 'Create cases' }).check();
    await dialog.getByRole('button', { name: 'Create' }).click();
    const line = await dialog.getByText(/^curl -H/u).textContent();
    const authorization = /Authorization: (?<key>Bearer [^"]+)/u.exec(line ?? '')?.groups?.['key'] ?? '';
    const ask = () => fetch(`${web.url}/api/v1/me`, { headers: { authorization } });
    expect(await (await ask()).json()).toMatchObject({ username: 'sara.lindqvist', rights: ['Create'] });
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    await page.getByRole('button', { name: 'Rename: nightly import' }).click();
    await dialog.getByLabel('Name').fill('hourly import');
    await dialog.getByRole('button', { name: 'Rename' }).click();
    await page.getByRole('button', { name: 'Revoke: hourly import' }).click();
    await dialog.getByRole('button', { name: 'Revoke' }).click();
    await page.getByRole('button', { name: 'Revoke: hourly import' }).waitFor({ state: 'detached' });
    expect((await ask()).status).toBe(401);
  });
});
