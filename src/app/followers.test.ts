import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call } from '../../test/support/api.ts';
import { newKeyOf } from '../../test/support/cases.ts';
import { dialects, startTestApp, type TestApp } from '../../test/support/test-app.ts';
import { retryFailedEvents } from '../platform/events/failed-events.ts';
import { followers } from './followers.ts';

describe.each(dialects)('events that could not be handled, on %s', (dialect) => {
  let test: TestApp;
  let jonas: string;

  beforeAll(async () => {
    test = await startTestApp(dialect);
    jonas = await newKeyOf(test, 'jonas.weber');
  });

  afterAll(() => test.close());

  const get = async (url: string) => (await test.app.inject({ url })).body;
  const newest = async () => (await call(test, 'GET /notifications?limit=1', { key: jonas })).body.items[0];

  it('are told to whoever watches the server, and handled when they are tried again', async () => {
    expect(JSON.parse(await get('/readyz'))).toEqual({ status: 'ready' });
    expect(await get('/metrics')).not.toMatch(/^casekeep_failed_events\{/mu);
    await call(test, 'POST /cases', { body: { title: 'Lost', spaceId: 1, projectId: 1, assigneeId: 3 } });
    const { eventId } = await newest();
    await test.platform.database.transaction(async ({ run }) => {
      await run(`delete from notifications where event_id = ${eventId}`, []);
      await run(
        `insert into event_failures (reader, event_id, error, failed_at) values ('notifications', ${eventId}, 'No.', 0)`,
        [],
      );
    });
    expect((await newest()).eventId).not.toBe(eventId);
    expect(JSON.parse(await get('/readyz'))).toEqual({
      status: 'ready',
      warning: '1 event could not be handled: casekeep failure list',
    });
    expect(await get('/metrics')).toContain('casekeep_failed_events{reader="notifications"} 1');
    expect(await retryFailedEvents(test.operator, { followers })).toEqual({ handled: 1, failed: [] });
    expect(await newest()).toMatchObject({ eventId, caseTitle: 'Lost' });
    expect(JSON.parse(await get('/readyz'))).toEqual({ status: 'ready' });
  });

  it('have readers that all are known by their names', () => {
    expect(followers.map(({ name }) => name).sort()).toEqual(['activities', 'notifications', 'webhooks']);
  });
});
