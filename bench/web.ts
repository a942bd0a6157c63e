import type { Browser } from 'playwright-core';
import { median } from './median.ts';
import type { Part, Run } from './part.ts';
import { below, table } from './report.ts';
import { type ServerProcess, startServer } from './server-process.ts';
import { programServer } from './test-bed.ts';
import { type Opened, openedAfter, openPage, type Profile, startBrowser, throttle } from './web-browser.ts';
import { LONG_FRAME_MS, type Scrolling, scroll } from './web-scroll.ts';

const ROUNDS = 3;
const MOST_SECONDS = 3;
/** How much more memory a page may need in the second half of a long way than in the first, in MiB. */
const MOST_GROWTH_MIB = 5;

/** 1.6 megabits down and 0.75 up: "3G Fast" of WebPageTest, "Slow 4G" of Lighthouse. */
const throttled: Profile = {
  name: '4 × slower, 1.6 Mbit/s, 150 ms',
  ...{ slowdown: 4, latencyMs: 150, down: 200_000, up: 93_750 },
};
const profiles: readonly Profile[] = [
  { name: 'as it is', slowdown: 1, latencyMs: 0, down: -1, up: -1 },
  throttled,
  { ...throttled, name: '4 × slower, 1.6 Mbit/s, 562 ms ("Fast 3G" of DevTools)', latencyMs: 562.5 },
];

interface Opening {
  readonly profile: Profile;
  /** Each time in a browser that was never there. */
  readonly firstTime: readonly Opened[];
  /** For whoever comes back. */
  readonly again: readonly Opened[];
}

/** How long the list takes to be there, and how smoothly a hundred pages of it scroll. */
export const measureWeb: Part = async (run) => {
  const server = await startServer(programServer(await run.bed.copy('template', 'web')));
  const browser = await startBrowser();
  const openings = await run.step('Opening the list in a browser', () => measureOpenings(run, server, browser));
  const asked = { port: server.port, key: run.filled.key };
  const scrolling = await run.step('Scrolling through the list', () =>
    scroll(browser, { ...asked, rows: run.options.cases }),
  );
  await server.stop();
  const slow = openings.find(({ profile }) => profile === throttled)?.firstTime ?? [];
  return {
    text: `${tableOf(openings)}\n\n${sentenceOf(scrolling)}`,
    targets: [
      below(`cases are shown (${throttled.name}) < ${MOST_SECONDS} s`, median(slow.map(shown)), MOST_SECONDS),
      below(`the list is usable (${throttled.name}) < ${MOST_SECONDS} s`, median(slow.map(usable)), MOST_SECONDS),
      below(`frames with scripts above ${LONG_FRAME_MS} ms in 100 pages`, scrolling.longFrames, 1),
      below(
        `growth of the page's memory from page 50 to 100 < ${MOST_GROWTH_MIB} MiB`,
        scrolling.memoryMiB.after - scrolling.memoryMiB.halfway,
        MOST_GROWTH_MIB,
      ),
    ],
    failures: 0,
  };
};

const measureOpenings = async (run: Run, server: ServerProcess, browser: Browser): Promise<Opening[]> => {
  const openings: Opening[] = [];
  for (const profile of profiles) {
    const firstTime: Opened[] = [];
    const again: Opened[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const page = await openPage(browser, { port: server.port, key: run.filled.key });
      await throttle(page, profile);
      const open = async (): Promise<Opened> => {
        await page.goto('/cases?q=is:open', { waitUntil: 'commit' });
        return openedAfter(page);
      };
      firstTime.push(await open());
      await page.goto('about:blank');
      again.push(await open());
      await page.context().close();
    }
    openings.push({ profile, firstTime, again });
  }
  return openings;
};

const shown = (opened: Opened): number => opened.shown;
const usable = (opened: Opened): number => opened.usable;

const tableOf = (openings: readonly Opening[]): string =>
  table(
    ['opening the list of open cases', 'first time: cases s', 'program s', 'again: cases s', 'program s'],
    openings.map(({ profile, firstTime, again }) => [
      profile.name,
      ...[firstTime, again].flatMap((times) => [spread(times.map(shown)), spread(times.map(usable))]),
    ]),
  );

const sentenceOf = ({ rows, seconds, longFrames, worstMs, allLongFrames, memoryMiB, elements }: Scrolling): string =>
  `Scrolling through ${rows} rows took ${seconds.toFixed(0)} s. In ${longFrames} frames scripts took longer than
${LONG_FRAME_MS} ms, in none longer than ${worstMs.toFixed(0)}; ${allLongFrames} were longer for whatever reason. Scripts held ${memoryMiB.before.toFixed(1)} MiB before,
${memoryMiB.halfway.toFixed(1)} halfway and ${memoryMiB.after.toFixed(1)} after; the page had ${elements.before} elements before and ${elements.after} after.`;

const spread = (seconds: readonly number[]): string =>
  `${median(seconds).toFixed(2)} (${Math.min(...seconds).toFixed(2)} to ${Math.max(...seconds).toFixed(2)})`;
