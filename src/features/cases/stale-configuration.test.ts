import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { putCase, readCase } from '../../../test/support/requests.ts';
import { dialects, startTestApp, type TestApp } from '../../../test/support/test-app.ts';

describe.each(dialects)('an update on %s that relies on something just removed', (dialect) => {
  let testApp: TestApp;
  beforeAll(async () => {
    testApp = await startTestApp(dialect);
  });
  afterAll(() => testApp.close());

  it('is refused with the name of the field, and nothing is written', async () => {
    // The configuration is in memory now, and nobody announces the removal.
    const before = await readCase(testApp, 2304);
    await testApp.platform.database.transaction((session) =>
      session.kysely.updateTable('cases').set({ section_id: null }).where('section_id', '=', 2).execute(),
    );
    await testApp.platform.database.transaction((session) =>
      session.kysely.deleteFrom('sections').where('id', '=', 2).execute(),
    );
    const { status, envelope } = await putCase(testApp, 2304, { IssueTitle: 'New title', ProjectSectionID: 2 });
    expect([status, envelope.ResponseMessage]).toEqual([
      400,
      expect.stringMatching(/^ProjectSectionID must .* no 2\.$/u),
    ]);
    expect(await readCase(testApp, 2304)).toEqual(before);
  });
});
