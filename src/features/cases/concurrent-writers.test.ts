import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { call } from '../../../test/support/api.ts';
import { dialects, startTestApp, type TestApp } from '../../../test/support/test-app.ts';

const WRITERS = 64;

describe.each(dialects)('64 writers of one case on %s', (dialect) => {
  let test: TestApp;

  beforeAll(async () => {
    test = await startTestApp(dialect);
  });

  beforeEach(() => test.reset());

  afterAll(() => test.close());

  const patch = (body: object, headers = {}) => call(test, 'PATCH /cases/2304', { body, headers });

  it('lose nothing under a condition: of each two that read the same, one is told', async () => {
    for (let pair = 0; pair < WRITERS / 2; pair += 1) {
      const read = await call(test, 'GET /cases/2304');
      const condition = { 'if-match': String(read.headers['etag']) };
      const answers = await Promise.all(['one', 'two'].map((name) => patch({ title: `${pair} ${name}` }, condition)));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
      const [won, lost] = answers[0]?.status === 200 ? answers : answers.toReversed();
      expect(lost?.body.conflicts).toEqual([
        expect.objectContaining({ property: 'title', currentValue: won?.body.title }),
      ]);
    }
  });

  it('of which all but one are told when all read the same', async () => {
    const read = await call(test, 'GET /cases/2304');
    const condition = { 'if-match': String(read.headers['etag']) };
    const writers = Array.from({ length: WRITERS }, (_, n) => patch({ title: `Writer ${n}` }, condition));
    const answers = await Promise.all(writers);
    const won = answers.filter(({ status }) => status === 200);
    expect([won.length, answers.filter(({ status }) => status === 412).length]).toEqual([1, WRITERS - 1]);
    expect((await call(test, 'GET /cases/2304')).body).toMatchObject({
      title: won[0]?.body.title,
      revision: read.body.revision + 1,
    });
  });

  it('lose no property without a condition, and every change is in the history', async () => {
    const before = (await call(test, 'GET /cases/2304')).body;
    const properties = [
      (n: number) => ({ title: `Title ${n}` }),
      (n: number) => ({ description: `<p>${n}</p>` }),
      (n: number) => ({ tags: [`tag ${n}`] }),
      (n: number) => ({ recipientIds: n % 8 < 4 ? [1] : [] }),
    ];
    const writers = Array.from({ length: WRITERS }, (_, n) => patch(properties[n % 4]?.(n) ?? {}));
    expect(new Set((await Promise.all(writers)).map(({ status }) => status))).toEqual(new Set([200]));
    const after = (await call(test, 'GET /cases/2304')).body;
    const changes = (await call(test, 'GET /cases/2304/history?limit=200')).body.items;
    expect(changes.length).toBe(after.revision);
    // Played back from the oldest on, the history leads to what the case is, without a step between two changes.
    const played: Record<string, unknown> = {};
    for (const { entries } of changes.toReversed()) {
      for (const { property, oldValue, newValue } of entries) {
        if (property in played) expect([property, oldValue]).toEqual([property, played[property]]);
        played[property] = newValue;
      }
    }
    for (const property of ['title', 'description', 'tags', 'recipientIds']) {
      expect([property, after[property]]).toEqual([property, played[property]]);
    }
    expect(after.revision - before.revision).toBeGreaterThan(WRITERS / 2);
  });
});
