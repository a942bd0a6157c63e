import { describe, expect, it } from 'vitest';
import { call } from '../support/api.ts';
import { useWebTest } from './use-web-test.ts';

describe('the interface', () => {
  const web = useWebTest();

  it.each([
    ['de-AT', 'de', 'ltr', 'Neuer Fall'],
    ['es-MX', 'es', 'ltr', 'Nuevo caso'],
    ['ar', 'ar', 'rtl', 'حالة جديدة'],
    ['fr-FR', 'en', 'ltr', 'New case'],
  ])('begins in the language of the browser, as far as it speaks it: %s', async (locale, language, direction, name) => {
    const page = await web.open('jonas.weber', '/cases', { locale });
    await page.getByRole('button', { name }).waitFor();
    const root = page.locator('html');
    expect([await root.getAttribute('lang'), await root.getAttribute('dir')]).toEqual([language, direction]);
  });

  it.each([
    ['en-GB', '24 Dec 2026', 'December 2026', 'Mo'],
    ['en-US', 'Dec 24, 2026', 'December 2026', 'Su'],
    ['de-AT', '24.12.2026', 'Dezember 2026', 'Mo'],
  ])('writes days as they are written where the browser is: %s', async (locale, ofCase, month, firstOfWeek) => {
    const { body } = await call(web.testApp, 'GET /cases/2304');
    const { items } = (await call(web.testApp, `GET /projects/${body.projectId}/milestones`)).body;
    const milestone = items.find(({ dueAt }: { dueAt: string | null }) => dueAt !== null);
    const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
    await call(web.testApp, 'PATCH /cases/2304', { body: { dueOn: '2026-12-24', milestoneId: null } });
    const page = await web.open('sara.lindqvist', '/cases/2304', { locale });
    const field = page.locator('[data-property="dueAt"] input').first();
    await expect.poll(() => field.inputValue()).toBe(ofCase);
    await field.click();
    await page.getByRole('button', { name: month, exact: true }).waitFor();
    expect(await page.locator('thead th').first().textContent()).toBe(firstOfWeek);
    await page.keyboard.press('Escape');
    // The day of a milestone is a day as well, and stands there whole; where it comes from is said below it.
    await call(web.testApp, 'PATCH /cases/2304', { body: { dueOn: null, milestoneId: milestone.id } });
    await expect.poll(() => field.getAttribute('placeholder')).toBe(format.format(new Date(milestone.dueAt)));
    await page.getByText(locale === 'de-AT' ? 'Mit dem Meilenstein' : 'With the milestone').waitFor();
    expect(
      await field.evaluate((each: { scrollWidth: number; clientWidth: number }) => each.scrollWidth - each.clientWidth),
    ).toBe(0);
  });
});
