import { describe, expect, it } from 'vitest';
import { show, variants } from './screens.ts';
import { useWebTest } from './use-web-test.ts';

interface Box {
  getBoundingClientRect(): { readonly top: number; readonly bottom: number; readonly height: number };
}

describe('a list on a phone', () => {
  const web = useWebTest();

  it('has rows of two lines one below the other, down to the last one, and stays where it is when the phone is turned', async () => {
    const page = await web.open('admin', '/cases', variants['phone-light']);
    await show(page, '/cases?q=sort%3Anumber');
    const rows = page.locator('[data-row]');
    const boxOf = (row: number) =>
      rows.and(page.locator(`[data-row="${row}"]`)).evaluate((each: Box) => {
        const { top, bottom, height } = each.getBoundingClientRect();
        return { top, bottom, height };
      });
    const [first, second] = [await boxOf(0), await boxOf(1)];
    expect([first.height, second.top - first.top]).toEqual([62, 62]);
    const count = Number(await page.getByRole('table').getAttribute('aria-rowcount')) - 1;
    const scroller = page.getByRole('region', { name: 'Cases' });
    const lastRow = rows.and(page.locator(`[data-row="${count - 1}"]`)).getByRole('link');
    // What comes next is read when one is there.
    const goDown = (each: { scrollTop: number; scrollHeight: number }): void => {
      each.scrollTop = each.scrollHeight;
    };
    await expect
      .poll(async () => {
        await scroller.evaluate(goDown);
        return lastRow.count();
      })
      .toBe(1);
    expect((await boxOf(count - 1)).bottom).toBeLessThanOrEqual(740);

    await scroller.evaluate((each: { scrollTop: number }) => {
      each.scrollTop = 62 * 60;
    });
    await rows.and(page.locator('[data-row="60"]')).waitFor();
    await page.setViewportSize({ width: 740, height: 360 });
    await rows.and(page.locator('[data-row="60"]')).waitFor();
    await expect.poll(async () => (await boxOf(60)).height).toBe(38);
    await expect.poll(async () => (await boxOf(60)).bottom).toBeLessThanOrEqual(360);
  });
});
