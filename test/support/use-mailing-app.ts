import { afterAll, beforeAll, beforeEach } from 'vitest';
import { MailingApp } from './mailing-app.ts';
import type { TestDialect } from './test-app.ts';

const HOUR_MS = 60 * 60_000;

/** A server that sends mail, and its clock, for all tests of a block. Each finds neither mails nor anybody who asked for one. */
export const useMailingApp = (dialect: TestDialect) => {
  let started: MailingApp | undefined;
  let aheadMs = 0;
  const app = (): MailingApp => {
    if (started === undefined) throw new Error('The server is there in tests alone.');
    return started;
  };
  beforeAll(async () => {
    started = await MailingApp.start(dialect, { now: () => Date.now() + aheadMs });
  });
  beforeEach(async () => {
    await app().clear();
    // Nobody has asked for anything within the last hour.
    aheadMs += HOUR_MS;
  });
  afterAll(() => started?.close());
  return {
    get app() {
      return app();
    },
    /** How far the clock is ahead, in milliseconds. */
    get aheadMs() {
      return aheadMs;
    },
    /** Lets so much time pass, in milliseconds. */
    pass: (ms: number): void => {
      aheadMs += ms;
    },
  };
};
