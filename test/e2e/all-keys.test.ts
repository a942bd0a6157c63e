import { describe, expect, it } from 'vitest';
import { call } from '../support/api.ts';
import { newKeyOf } from '../support/cases.ts';
import { useWebTest } from './use-web-test.ts';

describe('the API keys of everybody', () => {
  const web = useWebTest();

  it('are found by their owner and revoked by administrators', async () => {
    const key = await newKeyOf(web.testApp, 'jonas.weber');
    const { body } = await call(web.testApp, 'GET /me', { key });
    await call(web.testApp, `PATCH /keys/${body.key.id}`, { body: { name: 'Nightly import' } });
    const page = await web.open('admin', '/admin?part=keys');
    const rows = page.getByRole('list', { name: 'API keys' }).getByRole('listitem');
    await rows.filter({ hasText: 'Jonas Weber' }).first().waitFor();
    await rows.filter({ hasText: 'Priya Raman' }).first().waitFor();
    await page.getByRole('combobox', { name: 'Owner of the keys' }).fill('jonas');
    await page.getByRole('option', { name: 'Jonas Weber' }).click();
    await rows.filter({ hasText: 'Priya Raman' }).first().waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Revoke: Nightly import' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
    await rows.filter({ hasText: 'Nightly import' }).waitFor({ state: 'detached' });
    expect((await call(web.testApp, 'GET /me', { key })).status).toBe(401);
  });

  it('are not offered to others', async () => {
    const page = await web.open('sara.lindqvist', '/admin?part=keys');
    await page.getByRole('tab', { name: 'Webhooks' }).waitFor();
    expect(await page.getByRole('tab', { name: 'API keys' }).count()).toBe(0);
  });
});
