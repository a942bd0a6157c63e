import { AxeBuilder } from '@axe-core/playwright';
import { describe, expect, it } from 'vitest';
import { screens, show, variants } from './screens.ts';
import { useWebTest } from './use-web-test.ts';

/** What those who are not signed in see. */
const forStrangers = [
  ['sign-in', '/sign-in'],
  ['forgotten-password', '/forgotten-password'],
] as const;

/** WCAG 2.2, levels A and AA. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** How long twenty screens may take on a busy machine, in milliseconds. */
const WALK_MS = 600_000;

/** How much is told of each kind of fault. */
const MOST_TOLD = 4;
interface Fault {
  readonly html: string;
  readonly any: readonly { readonly message: string }[];
}

const told = ({ html, any }: Fault): string[] => [html.slice(0, 200), any[0]?.message ?? ''];

const OVERFLOW = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

describe('the screens', () => {
  const web = useWebTest('sqlite', { excused: /Failed to load resource/u });

  it.each(Object.entries(variants))(
    'keep nobody out and fit the window, as %s',
    { timeout: WALK_MS },
    async (_name, variant) => {
      const page = await web.open('admin', '/', variant);
      const found: unknown[] = [];
      for (const [name, path] of [...Object.entries(screens), ...forStrangers]) {
        await show(page, path);
        const overflow = Number(await page.evaluate(OVERFLOW));
        if (overflow > 0) found.push([name, `is ${overflow} pixels wider than the window`]);
        const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
        found.push(
          ...violations.flatMap(({ id, nodes }) => nodes.slice(0, MOST_TOLD).map((node) => [name, id, ...told(node)])),
        );
      }
      expect(found).toEqual([]);
    },
  );
});
