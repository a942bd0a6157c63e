import { type Browser, chromium, type Page } from 'playwright-core';
import { findChromium, installChromium } from '../scripts/chromium.ts';
import { atEnd } from './clean-up.ts';

/** A slow machine on a slow network, as the protocol of Chromium says it. */
export interface Profile {
  readonly name: string;
  /** How many times slower the processor is. */
  readonly slowdown: number;
  /** What each request waits for, in milliseconds. */
  readonly latencyMs: number;
  /** In bytes per second; −1 for as fast as it goes. */
  readonly down: number;
  readonly up: number;
}

/** Starts a browser, which is closed at the end of the run at the latest. */
export const startBrowser = async (): Promise<Browser> => {
  await installChromium();
  const executablePath = findChromium() ?? '';
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  atEnd(() => browser.close());
  return browser;
};

interface OpenPage {
  readonly port: number;
  readonly key: string;
}

/** A page in a browser that nobody has used, for whoever has the key. */
export const openPage = async (browser: Browser, { port, key }: OpenPage): Promise<Page> => {
  const context = await browser.newContext({
    baseURL: `http://127.0.0.1:${port}`,
    extraHTTPHeaders: { authorization: `Bearer ${key}` },
    viewport: { width: 1280, height: 800 },
  });
  await context.addInitScript(WATCH);
  return context.newPage();
};

/**
 * Looks in every frame whether a press on the first case would meet its link, first one that the page shows before the
 * program is there, then that of the program; the frame after it has been painted.
 */
const WATCH = `
  const isMet = (link) => {
    const { x, y, height } = link?.getBoundingClientRect() ?? { x: 0, y: 0, height: 0 };
    return link?.contains(document.elementFromPoint(x + 2, y + height / 2)) === true;
  };
  const look = () => {
    const isUsable = isMet(document.querySelector('[data-row="0"] a'));
    if (isUsable || isMet(document.querySelector('#first-page a'))) {
      requestAnimationFrame(() => { window.shownAt ??= performance.now(); });
    }
    if (isUsable) requestAnimationFrame(() => { window.usableAt = performance.now(); });
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
`;

/** How often, and how many times, the page is asked; it measures by itself. */
const LOOK_MS = 100;
const MOST_LOOKS = 600;

/** Seconds from the navigation, as the page itself has seen it. */
export interface Opened {
  /** To the first case, which can be read and opened. */
  readonly shown: number;
  /** To the list as the program draws it. */
  readonly usable: number;
}

/** How long it takes to open the list. */
export const openedAfter = async (page: Page): Promise<Opened> => {
  for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
    const [shownAt, usableAt] = await page.evaluate<(number | null)[]>('[window.shownAt, window.usableAt]');
    if (shownAt != null && usableAt != null) return { shown: shownAt / 1_000, usable: usableAt / 1_000 };
    await page.waitForTimeout(LOOK_MS);
  }
  throw new Error('The list does not come.');
};

/** Makes the page as slow as the profile says. */
export const throttle = async (page: Page, { slowdown, latencyMs, down, up }: Profile): Promise<void> => {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  const network = { offline: false, latency: latencyMs, downloadThroughput: down, uploadThroughput: up };
  await session.send('Network.emulateNetworkConditions', network);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
};

/** The memory that scripts of the page use after everything that can be freed was freed, in MiB. */
export const scriptMemory = async (page: Page): Promise<number> => {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize / 1_048_576;
};
