import { describe, expect, it } from 'vitest';
import { useWebTest } from './use-web-test.ts';

describe('a printed case', () => {
  const web = useWebTest();

  it('has what it says and exact times, and nothing to fill in or to press', async () => {
    const page = await web.open('sara.lindqvist', '/cases/2304');
    const furniture = [
      page.getByText('Say something about this case'),
      page.getByText('or drop them here'),
      page.getByRole('heading', { name: 'Links' }),
      page.getByRole('heading', { name: 'Files' }),
    ];
    for (const each of furniture) await each.waitFor();
    await page.getByText(/ ago$/u).first().waitFor();
    await page.emulateMedia({ media: 'print' });
    await page.getByRole('heading', { name: 'Page does not load' }).waitFor();
    for (const each of furniture) await each.waitFor({ state: 'hidden' });
    await expect.poll(() => page.getByText(/ ago$/u).filter({ visible: true }).count()).toBe(0);
    expect(await page.getByText(/\w+day, \w+ \d+, 20\d\d/u).count()).toBeGreaterThan(0);
    await page.emulateMedia({ media: 'screen' });
    for (const each of furniture) await each.waitFor();
    await page.getByText(/ ago$/u).first().waitFor();
  });
});
