import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newCase } from '../../../../test/support/cases.ts';
import { dialects, startTestApp, type TestApp } from '../../../../test/support/test-app.ts';
import { readFound } from './read-found.ts';

describe.each(dialects)('cases that were found on %s', (dialect) => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp(dialect);
  });
  afterAll(() => test.close());

  it('are left out when they have been moved out of sight before they are read', async () => {
    const stayed = await newCase(test, { SpaceID: 1, ProjectID: 1, IssueTitle: 'Stayed' });
    const moved = await newCase(test, { SpaceID: 2, ProjectID: 3, IssueTitle: 'Moved' });
    const read = async (spaceIds: 'all' | readonly number[]) =>
      (await readFound(test.operator, { ids: [moved, stayed], spaceIds })).map(({ id }) => id);
    expect(await read([1])).toEqual([stayed]);
    expect(await read([1, 2])).toEqual([moved, stayed]);
    expect(await read('all')).toEqual([moved, stayed]);
  });
});
