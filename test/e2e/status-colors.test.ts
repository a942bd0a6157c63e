import { describe, expect, it } from 'vitest';
import { inks, statusColors, tints } from '../../web/features/cases/status-colors.ts';
import { call } from '../support/api.ts';
import { useWebTest } from './use-web-test.ts';

type Rgb = readonly number[];

const rgb = (hex: string): Rgb => [1, 3, 5].map((from) => Number.parseInt(hex.slice(from, from + 2), 16));
const mixed = (ink: string, { percent, base }: { percent: number; base: string }): Rgb =>
  rgb(ink).map((part, index) => (part * percent + (rgb(base)[index] ?? 0) * (100 - percent)) / 100);

/** Source: WCAG 2.2, relative luminance and contrast ratio. */
const luminance = (color: Rgb): number => {
  const [red = 0, green = 0, blue = 0] = color.map((part) => {
    const value = part / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const contrast = (one: Rgb, other: Rgb): number => {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((first, second) => second - first);
  return (light + 0.05) / (dark + 0.05);
};

const violet = `rgb(${rgb(inks.violet.light).join(', ')})`;

/** What signs stand on: pages and the columns of boards. */
const grounds = { light: ['#ffffff', '#f1f3f5'], dark: ['#242424', '#1f1f1f', '#2e2e2e'] } as const;

describe('the colours of statuses', () => {
  const web = useWebTest();

  it.each(statusColors.flatMap((color) => [[color, 'light'] as const, [color, 'dark'] as const]))(
    '%s can be read in the %s',
    (color, scheme) => {
      const ink = inks[color][scheme];
      expect(contrast(rgb(ink), mixed(ink, tints[scheme]))).toBeGreaterThan(4.5);
      for (const ground of grounds[scheme]) expect(contrast(rgb(ink), rgb(ground))).toBeGreaterThan(3);
    },
  );

  it('are chosen in the administration of the space, and shown on cases and on the board', async () => {
    const page = await web.open('sara.lindqvist', '/admin/spaces/1?part=statuses');
    const dialog = page.getByRole('dialog');
    await page.getByRole('button', { name: 'Edit: New' }).click();
    await dialog.getByRole('combobox', { name: 'Colour' }).click();
    await page.getByRole('option', { name: 'Violet' }).click();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'detached' });
    const { items } = (await call(web.testApp, 'GET /spaces/1/statuses')).body;
    const chosen = items.find(({ name }: { name: string }) => name === 'New');
    expect(chosen.color).toBe('violet');
    await call(web.testApp, 'PATCH /cases/2304', { body: { statusId: chosen.id } });
    await page.goto('/cases/2304');
    const badge = page.getByRole('region', { name: 'Properties' }).getByText('New', { exact: true });
    await badge.waitFor();
    const ink = () =>
      badge.evaluate(
        (element) => element.ownerDocument.defaultView?.getComputedStyle(element.parentElement ?? element).color,
      );
    expect(await ink()).toBe(violet);
    await page.goto('/spaces/1/board');
    const dot = page.getByRole('region', { name: 'New' }).locator('span[aria-hidden][style*="border-radius"]').first();
    await dot.waitFor();
    expect(
      await dot.evaluate((element) => element.ownerDocument.defaultView?.getComputedStyle(element).backgroundColor),
    ).toBe(violet);
  });
});
