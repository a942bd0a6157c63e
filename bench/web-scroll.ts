import type { Browser, Page } from 'playwright-core';
import { openPage, scriptMemory } from './web-browser.ts';

const PAGES = 100;
/** As the interface asks for them. */
const ROWS_PER_PAGE = 100;
const ROW_PX = 38;
const ROWS_IN_SIGHT = 20;
/** More would mean that the list does not go on. */
const MOST_TURNS = 5_000;
const WHEEL_PX = 600;
const WHEEL_MS = 30;
/** From which length on the browser tells of a frame, in milliseconds. */
export const LONG_FRAME_MS = 50;

/** How a long list is to scroll through. */
export interface Scrolling {
  readonly rows: number;
  readonly seconds: number;
  /** Frames in which scripts alone took longer than `LONG_FRAME_MS`, and the longest that any took. */
  readonly longFrames: number;
  readonly worstMs: number;
  /** Frames that were longer than that for whatever reason. */
  readonly allLongFrames: number;
  readonly memoryMiB: { readonly before: number; readonly halfway: number; readonly after: number };
  readonly elements: { readonly before: number; readonly after: number };
}

/** Frames are noted by the browser itself, each with the scripts that ran in it. */
const OBSERVE = `
  window.longFrames = [];
  new PerformanceObserver((list) => {
    for (const { duration, scripts } of list.getEntries()) {
      window.longFrames.push({ duration, scripts: scripts.reduce((sum, each) => sum + each.duration, 0) });
    }
  }).observe({ type: 'long-animation-frame' });
`;

interface ScrolledServer {
  readonly port: number;
  readonly key: string;
  /** How many rows there are at the least. */
  readonly rows: number;
}

/** Turns the wheel over the list of all cases for a hundred pages, or as many as there are. */
export const scroll = async (browser: Browser, server: ScrolledServer): Promise<Scrolling> => {
  const page = await openPage(browser, server);
  await page.goto('/cases');
  await page.locator('[data-row="20"] a').waitFor();
  await page.evaluate(OBSERVE);
  const box = await page.getByRole('region', { name: 'Cases' }).last().boundingBox();
  await page.mouse.move((box?.x ?? 0) + 300, (box?.y ?? 0) + 300);
  const before = await scriptMemory(page);
  const elementsBefore = await count(page);
  const goal = Math.min(PAGES * ROWS_PER_PAGE, server.rows) - ROWS_IN_SIGHT;
  const startedAt = performance.now();
  await turnTo(page, goal / 2);
  const halfway = await scriptMemory(page);
  const rows = await turnTo(page, goal);
  const seconds = (performance.now() - startedAt) / 1_000;
  const frames = await page.evaluate<readonly { duration: number; scripts: number }[]>('window.longFrames');
  const after = await scriptMemory(page);
  const elements = { before: elementsBefore, after: await count(page) };
  await page.context().close();
  return {
    ...{ rows, seconds, elements },
    longFrames: frames.filter(({ scripts }) => scripts > LONG_FRAME_MS).length,
    worstMs: Math.max(0, ...frames.map(({ scripts }) => scripts)),
    allLongFrames: frames.length,
    memoryMiB: { before, halfway, after },
  };
};

const count = (page: Page): Promise<number> => page.evaluate<number>('document.getElementsByTagName("*").length');

/** Goes on until this row is in sight, as fast as the rows come; answers which one is. */
const turnTo = async (page: Page, row: number): Promise<number> => {
  const scrolled = `Number(document.querySelector('[data-row]')?.closest('section')?.scrollTop ?? 0) / ${ROW_PX}`;
  for (let turns = 0; turns < MOST_TURNS; turns += 1) {
    const reached = await page.evaluate<number>(scrolled);
    if (reached >= row) return Math.round(reached);
    await page.mouse.wheel(0, WHEEL_PX);
    await page.waitForTimeout(WHEEL_MS);
  }
  throw new Error(`The list does not scroll to row ${row}.`);
};
