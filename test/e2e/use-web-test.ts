import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { TestAppOptions, TestDialect } from '../support/test-app.ts';
import { startWebTest, type WebTest } from './web-page.ts';

interface UseWebTest extends TestAppOptions {
  /** What pages may complain of: browsers tell of every answer that is a refusal, also of those that are meant. */
  readonly excused?: RegExp;
}

/**
 * A server and browsers for all tests of a block. Browsers are closed after each test; at the end no page may have
 * complained of anything that is not excused.
 */
export const useWebTest = (
  dialect: TestDialect = 'sqlite',
  { excused, ...options }: UseWebTest = {},
): Omit<WebTest, 'close'> => {
  let started: WebTest | undefined;
  const web = (): WebTest => {
    if (started === undefined) throw new Error('The server is there in tests alone.');
    return started;
  };
  beforeAll(async () => {
    started = await startWebTest(dialect, options);
  });
  afterEach(() => web().closePages());
  afterAll(async () => {
    await started?.close();
    expect(web().complaints.filter((each) => excused?.test(each) !== true)).toEqual([]);
  });
  return {
    get testApp() {
      return web().testApp;
    },
    get url() {
      return web().url;
    },
    get complaints() {
      return web().complaints;
    },
    open: (...where) => web().open(...where),
    closePages: () => web().closePages(),
  };
};
