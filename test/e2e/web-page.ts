import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { findChromium } from '../../scripts/chromium.ts';
import { SANDBOX_PASSWORD } from '../../src/app/sandbox-access.ts';
import { startTestApp, type TestApp, type TestAppOptions, type TestDialect } from '../support/test-app.ts';

/** By this name the server of a test is reached as one in a network is, on plain HTTP. */
export const PLAIN_HOST = 'casekeep.test';

/** What keeps a headless Chromium from calling anybody. */
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // A name that is not this machine's: browsers trust the machine itself, but nothing else without encryption.
  `--host-resolver-rules=MAP ${PLAIN_HOST} 127.0.0.1`,
];

/** A server with the example data, and browsers for it. */
export interface WebTest {
  readonly testApp: TestApp;
  readonly url: string;
  /** A browser of its own, in which somebody of the example data is signed in, or nobody; at the address that is named. */
  open(username: string | undefined, path?: string, options?: Parameters<Browser['newContext']>[0]): Promise<Page>;
  /** What went wrong on the pages: errors of scripts, and what the policy has kept out. */
  readonly complaints: string[];
  /** Closes the browsers that were opened so far. */
  closePages(): Promise<void>;
  close(): Promise<void>;
}

/** Starts a server that listens, and a browser. */
export const startWebTest = async (dialect: TestDialect = 'sqlite', options: TestAppOptions = {}): Promise<WebTest> => {
  const testApp = await startTestApp(dialect, options);
  const url = await testApp.app.listen({ port: 0, host: '127.0.0.1' });
  const browser = await chromium.launch({ executablePath: requireChromium(), args: QUIET });
  const complaints: string[] = [];
  const open: WebTest['open'] = async (username, path = '/', options = {}) => {
    const context = await browser.newContext({ baseURL: url, ...options });
    if (username !== undefined) await signIn(context, url, username);
    const page = await context.newPage();
    waitForProgram(page);
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    await page.goto(path);
    return page;
  };
  const closePages = async (): Promise<void> => {
    await Promise.all(browser.contexts().map((context) => context.close()));
  };
  const close = async (): Promise<void> => {
    await browser.close();
    await testApp.close();
  };
  return { testApp, url, open, complaints, closePages, close };
};

/** What the page shows before the program is there can be read, but neither typed into nor followed by its keys. */
const waitForProgram = (page: Page): void => {
  const isThere = () => page.locator('#first').waitFor({ state: 'detached' });
  const goto = page.goto.bind(page);
  page.goto = async (url, options) => {
    const response = await goto(url, options);
    if (options?.waitUntil === undefined && url !== 'about:blank') await isThere();
    return response;
  };
  const reload = page.reload.bind(page);
  page.reload = async (options) => {
    const response = await reload(options);
    await isThere();
    return response;
  };
};

const requireChromium = (): string => {
  const path = findChromium();
  if (path === undefined) throw new Error('There is no Chromium: npm test installs it.');
  return path;
};

const signIn = async (context: BrowserContext, url: string, username: string): Promise<void> => {
  const response = await context.request.post(`${url}/api/v1/sessions`, {
    headers: { origin: url },
    data: { username, password: SANDBOX_PASSWORD },
  });
  if (!response.ok()) throw new Error(`${username} could not sign in: ${await response.text()}`);
};
