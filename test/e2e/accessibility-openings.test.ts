import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { call } from '../support/api.ts';
import { faultsOf } from './axe.ts';
import { openings } from './openings.ts';
import { show, variants } from './screens.ts';
import { useWebTest } from './use-web-test.ts';

/** How long they may take on a busy machine, in milliseconds. */
const WALK_MS = 600_000;

/** How long one of them may take. */
const OPENED_MS = 20_000;

/** What fades in has half its colours until it is there. */
const SETTLED = `new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))).then(() =>
  Promise.all(
    document
      .getAnimations()
      .filter(({ effect, playState }) => playState === 'running' && effect.getComputedTiming().iterations !== Infinity)
      .map(({ finished }) => finished.catch(() => undefined)),
  ).then(() => undefined),
)`;

/** Where what opens is put, unless it is a part of the page. */
const APART = '[data-portal]';
/** Menus and lists of options are gone through by arrow keys, which scroll them: nothing in them is for the tabulator. */
const EXCEPT = ['scrollable-region-focusable'];

interface Part {
  closest(selector: string): unknown;
}

describe('what opens on the screens', () => {
  const web = useWebTest('sqlite', { excused: /Failed to load resource/u });

  const faultsOfOpening = async (page: Page, { at, by, shows }: (typeof openings)[string]): Promise<unknown[]> => {
    await show(page, at);
    for (const step of by) await step(page);
    const [role, name] = shows;
    const shown = page.getByRole(role, name === undefined ? {} : { name }).first();
    await shown.waitFor();
    await page.evaluate(SETTLED);
    // What is beside a list that is open is covered by it.
    const isApart = await shown.evaluate((each: Part, apart) => each.closest(apart) !== null, APART);
    return [...(await faultsOf(page, { within: isApart ? APART : 'html', except: EXCEPT }))];
  };

  it.each(['desktop-light', 'phone-dark'] as const)(
    'keeps nobody out and fits the window, as %s',
    { timeout: WALK_MS },
    async (variant) => {
      const page = await web.open('admin', '/', variants[variant]);
      page.setDefaultTimeout(OPENED_MS);
      await call(web.testApp, 'POST /cases/2304/comments', { body: { text: '<p>Is it solved?</p>' } });
      const found: unknown[] = [];
      for (const [name, opening] of Object.entries(openings)) {
        const faults = await faultsOfOpening(page, opening).catch((error: unknown) => [String(error)]);
        found.push(...faults.map((fault) => [name, fault]));
      }
      expect(found).toEqual([]);
    },
  );
});
