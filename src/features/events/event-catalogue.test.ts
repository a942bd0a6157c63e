import { globSync, readFileSync } from 'node:fs';
import { Value } from 'typebox/value';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call } from '../../../test/support/api.ts';
import { startTestApp, type TestApp } from '../../../test/support/test-app.ts';
import { Event } from './event.wire.ts';
import { eventCatalogue } from './event-catalogue.wire.ts';

/** What stands for `${…}` in the types that are put together. */
const parts: Readonly<Record<string, readonly string[]>> = {
  kind: ['project', 'section', 'milestone', 'status', 'priority'],
  'likeable.entity': ['case', 'comment'],
  happened: ['liked', 'unliked'],
};

const spelledOut = (type: string): string[] => {
  const part = /\$\{([^}]+)\}/u.exec(type);
  if (part === null) return [type];
  return (parts[String(part[1])] ?? ['?']).flatMap((each) => spelledOut(type.replace(part[0], each)));
};

/** The types that the sources name where events are written. */
const typesInSources = (): string[] =>
  globSync('src/features/**/*.ts', { exclude: ['**/*.test.ts', '**/*.wire.ts'] })
    .map((file) => readFileSync(file, 'utf8'))
    .filter((source) => /append(?:Configuration)?Events?\(/u.test(source))
    .flatMap((source) => [...source.matchAll(/['`]((?:[a-z]+|\$\{[\w.]+\})\.(?:[a-z_]+|\$\{\w+\}))['`]/gu)])
    .flatMap(([, type]) => spelledOut(String(type)));

describe('the catalogue of events', () => {
  let test: TestApp;

  beforeAll(async () => {
    test = await startTestApp('sqlite');
  });

  afterAll(() => test.close());

  it('has every type that the program writes', () => {
    const types = typesInSources();
    expect(types.length).toBeGreaterThan(40);
    expect(types.filter((type) => !(type in eventCatalogue))).toEqual([]);
  });

  it('says what the events of the example data tell', async () => {
    await call(test, 'PATCH /cases/2304', { body: { title: 'Now', comment: { text: '<p>So.</p>' } } });
    await call(test, 'DELETE /cases/2304');
    const { items } = (await call(test, 'GET /events?limit=1000')).body;
    expect(items.length).toBeGreaterThan(200);
    for (const event of items) expect([event, Value.Check(Event, event)]).toEqual([event, true]);
  });
});
