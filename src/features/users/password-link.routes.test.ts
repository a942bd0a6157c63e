import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dialects, startTestApp, type TestApp } from '../../../test/support/test-app.ts';
import { issuePasswordLink } from './issue-password-link.ts';

const PASSWORD = 'correct horse battery staple';
const ROUNDS = 5;

describe.each(dialects)('links to set passwords on %s', (dialect) => {
  let testApp: TestApp;
  beforeAll(async () => {
    testApp = await startTestApp(dialect);
  });
  afterAll(() => testApp.close());

  it('open while somebody else sets a password', async () => {
    const other = await issuePasswordLink(testApp.operator, { userId: 6 });
    const statuses = new Set<number>();
    for (let round = 0; round < ROUNDS; round += 1) {
      const token = await issuePasswordLink(testApp.operator, { userId: 2 });
      const setting = { busy: true };
      const post = testApp.app
        .inject({
          method: 'POST',
          url: `/password/${token}`,
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          payload: new URLSearchParams({ password: PASSWORD, repetition: PASSWORD }).toString(),
        })
        .finally(() => {
          setting.busy = false;
        });
      while (setting.busy) {
        statuses.add((await testApp.app.inject({ url: `/password/${other}` })).statusCode);
        // Hashing tells its end through the event loop, which a request on SQLite never comes back to.
        await setImmediate();
      }
      statuses.add((await post).statusCode);
    }
    expect([...statuses]).toEqual([200]);
  });
});
