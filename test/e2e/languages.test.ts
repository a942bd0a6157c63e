import { describe, expect, it } from 'vitest';
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
});
