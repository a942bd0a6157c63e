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
  return context.newPage();
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
