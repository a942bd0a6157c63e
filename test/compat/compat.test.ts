import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SANDBOX_KEY } from '../../src/app/fill-sandbox.ts';
import { dialects, startTestApp, type TestApp } from '../support/test-app.ts';
import { calls } from './calls.ts';
import { discover } from './protocol/discover.ts';
import { type Portal, portalAt } from './protocol/portal.ts';
import { runExchange, sentencesOf } from './protocol/run-exchange.ts';
import { runAllJobs, setStage } from './protocol/stage.ts';
import type { Values } from './protocol/values.ts';

/** Every exchange over real HTTP, those of a call one after the other. */
describe.each(dialects)('on %s', (dialect) => {
  let testApp: TestApp;
  let portal: Portal;
  let staged: Values;
  beforeAll(async () => {
    testApp = await startTestApp(dialect);
    await testApp.app.listen({ port: 0, host: '127.0.0.1' });
    const [{ port }] = testApp.app.addresses() as [AddressInfo];
    portal = portalAt(`http://127.0.0.1:${port}`);
    staged = await setStage(testApp, await discover(portal, SANDBOX_KEY));
    await runAllJobs(testApp);
  });
  afterAll(() => testApp.close());

  describe.each(calls)('$call', ({ exchanges }) => {
    let values: Values | undefined;
    it.each(exchanges)('$name', async (exchange) => {
      const outcome = await runExchange(exchange, { portal, values: values ?? staged, exact: true });
      values = { ...(values ?? staged), ...outcome.kept };
      const sentences = sentencesOf(outcome);
      expect(sentences, sentences.join('\n')).toEqual([]);
    });
  });

  it('no request met a defect', () => {
    expect(testApp.logged()).not.toContain('because of a defect');
  });
});
