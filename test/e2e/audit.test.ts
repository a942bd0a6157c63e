import { describe, expect, it } from 'vitest';
import { call } from '../support/api.ts';
import { signIn } from '../support/browser.ts';
import { useWebTest } from './use-web-test.ts';

describe('the audit', () => {
  const web = useWebTest();

  it('tells administrators in sentences what happened, and is narrowed by kind and person', async () => {
    await signIn(web.testApp, 'jonas.weber', 'not his password');
    await call(web.testApp, 'PATCH /users/2', { body: { role: 'administrator' } });
    await call(web.testApp, 'POST /spaces/1/statuses', { body: { name: 'Waiting' } });
    const page = await web.open('admin', '/admin?part=audit');
    const rows = page.getByRole('list', { name: 'Audit' }).getByRole('listitem');
    const told = (sentence: RegExp) => rows.filter({ hasText: sentence });
    await told(/Alex Morgan.? signed in/u)
      .first()
      .waitFor();
    await told(/created the status “.?Waiting.?”/u).waitFor();
    await told(/changed the role of .?Sara Lindqvist/u)
      .getByText('Member')
      .waitFor();
    await page.getByRole('combobox', { name: 'What it is about' }).click();
    await page.getByRole('option', { name: 'Signing in' }).click();
    await told(/created the status/u).waitFor({ state: 'detached' });
    await page.getByRole('combobox', { name: 'Person' }).fill('jonas');
    await page.getByRole('option', { name: 'Jonas Weber' }).click();
    await told(/Alex Morgan/u)
      .first()
      .waitFor({ state: 'detached' });
    await told(/Signing in as .?Jonas Weber.? failed/u).waitFor();
  });

  it('is not offered to others', async () => {
    const page = await web.open('priya.raman', '/admin?part=audit');
    await page.getByRole('tab', { name: 'Spaces' }).waitFor();
    expect(await page.getByRole('tab', { name: 'Audit' }).count()).toBe(0);
  });
});
