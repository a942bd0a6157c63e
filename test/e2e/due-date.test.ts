import { describe, expect, it } from 'vitest';
import { call } from '../support/api.ts';
import { useWebTest } from './use-web-test.ts';

/** On a busy machine too. */
const patience = { timeout: 15_000 };

describe('the due date of a case', () => {
  const web = useWebTest();

  const dueOn = async (): Promise<unknown> => (await call(web.testApp, 'GET /cases/2304')).body.dueOn;

  it('is written, and taken away, on its page', async () => {
    const page = await web.open('sara.lindqvist', '/cases/2304');
    const field = page.getByRole('textbox', { name: 'Due' });
    await field.fill('2026-12-24');
    await field.press('Enter');
    await expect.poll(dueOn, patience).toBe('2026-12-24');
    await expect.poll(() => field.inputValue(), patience).toContain('24');
    await page.getByRole('button', { name: 'No due date' }).click();
    await expect.poll(dueOn, patience).toBe(null);
  });

  it('is only read by those who may not change the case', async () => {
    await call(web.testApp, 'PATCH /cases/2304', { body: { dueOn: '2026-12-24' } });
    const page = await web.open('priya.raman', '/cases/2304');
    await page.getByRole('region', { name: 'Properties' }).getByText('Dec 24, 2026').waitFor();
    expect(await page.getByRole('textbox', { name: 'Due' }).count()).toBe(0);
  });
});
