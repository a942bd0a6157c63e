import { describe, expect, it } from 'vitest';
import { faultsOf } from './axe.ts';
import { screens, show, type VariantName, variants } from './screens.ts';
import { useWebTest } from './use-web-test.ts';

/** What those who are not signed in see. */
const forStrangers = [
  ['sign-in', '/sign-in'],
  ['forgotten-password', '/forgotten-password'],
] as const;

/** How long twenty screens may take on a busy machine, in milliseconds. */
const WALK_MS = 600_000;

/** Goes through all screens in each of these variants. */
export const walkScreens = (names: readonly VariantName[]): void => {
  describe('the screens', () => {
    const web = useWebTest('sqlite', { excused: /Failed to load resource/u });

    it.each(names)('keep nobody out and fit the window, as %s', { timeout: WALK_MS }, async (name) => {
      const page = await web.open('admin', '/', variants[name]);
      const found: unknown[] = [];
      for (const [screen, path] of [...Object.entries(screens), ...forStrangers]) {
        await show(page, path);
        found.push(...(await faultsOf(page)).map((fault) => [screen, fault]));
      }
      expect(found).toEqual([]);
    });
  });
};
