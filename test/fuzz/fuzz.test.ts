import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SANDBOX_KEY } from '../../src/app/fill-sandbox.ts';
import { dialects, startTestApp, type TestApp } from '../support/test-app.ts';
import { documentedBy } from './expect-documented.ts';
import { type FuzzRequest, operationsOf, requestsTo } from './request-arbitrary.ts';
import type { JsonObject } from './schema-arbitrary.ts';

/** How many requests on each database: `CASEKEEP_FUZZ_REQUESTS=20000 npm test -- test/fuzz` for a long look. */
const REQUESTS = Number(process.env['CASEKEEP_FUZZ_REQUESTS'] ?? 500);
/** Another seed, other requests: `CASEKEEP_FUZZ_SEED=1`. */
const SEED = Number(process.env['CASEKEEP_FUZZ_SEED'] ?? 2304);
/** Random requests delete and archive: after so many, there is everything again to ask for. */
const REQUESTS_UNTIL_RESET = 250;
const MS_PER_REQUEST = 250;

const document: JsonObject = JSON.parse(readFileSync('docs/api/openapi.json', 'utf8'));

describe.each(dialects)('random requests, on %s', (dialect) => {
  let testApp: TestApp;
  beforeAll(async () => {
    testApp = await startTestApp(dialect);
  });
  afterAll(() => testApp.close());

  let sent = 0;
  const send = async ({ method, url, headers, payload }: FuzzRequest) => {
    if (sent % REQUESTS_UNTIL_RESET === REQUESTS_UNTIL_RESET - 1) await testApp.reset();
    sent += 1;
    // Signing in is limited by address.
    const remoteAddress = `10.0.${(sent >> 8) & 255}.${sent & 255}`;
    const options = { method: method.toUpperCase(), url, headers, remoteAddress } as InjectOptions;
    const answer = await testApp.app.inject(payload === undefined ? options : { ...options, payload });
    // The key of the administrator may have been ended with itself: without it, all that follows would be refused.
    if (answer.statusCode === 401 && headers['rest-api-key'] === SANDBOX_KEY) await testApp.reset();
    return answer;
  };

  it(
    'are answered as the document says, whatever they ask for',
    async () => {
      const expectDocumented = documentedBy(document);
      const successes = new Set<unknown>();
      const property = fc.asyncProperty(requestsTo(document), async (request) => {
        const answer = await send(request);
        if (answer.statusCode < 300) successes.add(request.operationId);
        expectDocumented(request, answer);
      });
      await fc.assert(property, { numRuns: REQUESTS, seed: SEED, endOnFailure: true });
      // Requests that are all refused would prove little. Each operation comes three times, as it should be or not.
      expect(successes.size).toBeGreaterThan(operationsOf(document).length / 5);
      expect(testApp.logged()).not.toContain('because of a defect');
    },
    60_000 + REQUESTS * MS_PER_REQUEST,
  );
});
