import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newCase, newKeyOf } from '../../../test/support/cases.ts';
import { readFeed } from '../../../test/support/feeds.ts';
import { dialects, startTestApp, type TestApp } from '../../../test/support/test-app.ts';
import { Context } from '../../platform/context.ts';
import { followNotifications } from './follow-notifications.ts';
import { forgetNotifications } from './forget-notifications.ts';

const DAY_MS = 24 * 60 * 60_000;

describe.each(dialects)('notifications on %s', (dialect) => {
  let testApp: TestApp;
  beforeAll(async () => {
    testApp = await startTestApp(dialect);
  });
  afterAll(() => testApp.close());

  const inDays = (days: number): Context =>
    new Context({ ...testApp.platform, now: () => Date.now() + days * DAY_MS }, testApp.operator.actor);
  const count = async () => Number((await testApp.rows('select count(*) as count from notifications'))[0]?.['count']);

  it('are written by the job, also while nobody asks, and once when two of it run', async () => {
    await Promise.all([followNotifications.run(testApp.operator), followNotifications.run(testApp.operator)]);
    const before = await count();
    expect(before).toBeGreaterThan(0);
    const caseId = await newCase(testApp, { IssueTitle: 'Stuck', SpaceID: 1, ProjectID: 1, AssignedToUserID: 7 });
    await Promise.all([followNotifications.run(testApp.operator), followNotifications.run(testApp.operator)]);
    expect(await testApp.rows(`select user_id, reason from notifications where case_id = ${caseId}`)).toEqual([
      { user_id: 7, reason: 'assigned' },
    ]);
    expect(await count()).toBe(before + 1);
  });

  it('are kept for 90 days and removed afterwards', async () => {
    const omar = await newKeyOf(testApp, 'omar.haddad');
    const before = await count();
    await forgetNotifications.run(inDays(89));
    expect(await count()).toBe(before);
    await forgetNotifications.run(inDays(91));
    expect(await count()).toBe(0);
    expect(await readFeed(testApp, 'notifications', omar)).toEqual([]);
  });
});
