import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call } from '../../../../test/support/api.ts';
import { newKeyOf } from '../../../../test/support/cases.ts';
import { dialects, startTestApp, type TestApp } from '../../../../test/support/test-app.ts';

describe.each(dialects)('reports in the new API on %s', (dialect) => {
  let test: TestApp;
  let statuses: Readonly<Record<string, number>>;
  let caseId: number;

  const flow = async (query: string, rest = '', key?: string) => {
    const path = `GET /reports/flow?query=${encodeURIComponent(query)}${rest}`;
    const { status, body } = await call(test, path, key === undefined ? {} : { key });
    expect([status, body.isExact]).toEqual([200, true]);
    return body;
  };
  const durations = async (query: string) => {
    const { status, body } = await call(test, `GET /reports/durations?query=${encodeURIComponent(query)}`);
    expect([status, body.isExact]).toEqual([200, true]);
    return body;
  };
  const count = async (query: string, key?: string): Promise<number> => {
    const path = `GET /cases/counts?groupBy=statusId&query=${encodeURIComponent(query)}`;
    return (await call(test, path, key === undefined ? {} : { key })).body.total;
  };
  const put = async (status: string) => {
    const body = { statusId: statuses[status] };
    expect((await call(test, `PATCH /cases/${caseId}`, { body })).status).toBe(200);
  };

  beforeAll(async () => {
    test = await startTestApp(dialect);
    const { items } = (await call(test, 'GET /spaces/1/statuses')).body;
    statuses = Object.fromEntries(items.map(({ id, name }: { id: number; name: string }) => [name, id]));
    const body = { spaceId: 1, projectId: 1, title: 'Measured from beginning to end', tags: ['measured'] };
    caseId = (await call(test, 'POST /cases', { body })).body.id;
  });

  afterAll(() => test.close());

  it('tell what is open in the end, as the list does', async () => {
    const { items } = await flow('');
    expect(items).toHaveLength(30);
    expect(items.at(-1)).toMatchObject({ total: await count(''), open: await count('is:open') });
    const ofSpace = await flow('space:2 priority:High', '&interval=month');
    expect(ofSpace.items.at(-1)).toMatchObject({
      total: await count('space:2 priority:High'),
      open: await count('space:2 priority:High is:open'),
    });
  });

  it('lead from each interval to the next one', async () => {
    const { items } = await flow('', '&interval=week');
    for (const [index, { total, open, created, closed, reopened }] of items.entries()) {
      const before = items[index - 1];
      if (before === undefined) continue;
      expect([total, open]).toEqual([before.total + created, before.open + created + reopened - closed]);
    }
    expect(items.some(({ closed }: { closed: number }) => closed > 0)).toBe(true);
  });

  it('count each closing and each opening again', async () => {
    for (const status of ['In Progress', 'Closed', 'Reopened', 'Closed']) await put(status);
    const { items } = await flow('tag:measured');
    expect(items.at(-1)).toMatchObject({ created: 1, closed: 2, reopened: 1, total: 1, open: 0 });
    await put('Reopened');
    expect((await flow('measured tag:measured')).items.at(-1)).toMatchObject({ reopened: 2, open: 1 });
  });

  it('begin days where whoever asks lives, and weeks with Monday', async () => {
    const { items, timeZone } = await flow('', '&from=2026-03-27&to=2026-03-31');
    expect(items.map(({ start }: { start: string }) => start)).toEqual([
      ...['2026-03-27', '2026-03-28', '2026-03-29', '2026-03-30', '2026-03-31'],
    ]);
    expect(timeZone).toBe((await call(test, 'GET /me')).body.timeZone);
    const weeks = await flow('', '&from=2026-11-04&to=2026-11-24&interval=week');
    expect(weeks.items.map(({ start }: { start: string }) => start)).toEqual([
      ...['2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23'],
    ]);
  });

  it('know only what whoever asks can see', async () => {
    const key = await newKeyOf(test, 'sara.lindqvist');
    const seen = await count('', key);
    expect(seen).toBeLessThan(await count(''));
    expect((await flow('', '', key)).items.at(-1).total).toBe(seen);
  });

  it('measure until the first answer of somebody else, and until the last closing', async () => {
    expect((await durations('tag:measured')).firstAnswer).toMatchObject({ done: 0, notDone: 1, medianMs: null });
    const comment = async (text: string, isInternal: boolean, key?: string) => {
      const sent = { body: { text, isInternal }, ...(key === undefined ? {} : { key }) };
      expect((await call(test, `POST /cases/${caseId}/comments`, sent)).status).toBe(201);
    };
    await comment('<p>By the reporter</p>', false);
    const key = await newKeyOf(test, 'sara.lindqvist');
    await comment('<p>Among us</p>', true, key);
    expect((await durations('tag:measured')).firstAnswer.done).toBe(0);
    await comment('<p>An answer</p>', false, key);
    await put('Closed');
    const { firstAnswer, resolution } = await durations('tag:measured');
    const [row] = await test.rows(`select created_at as created,
      (select max(at) from case_history where case_id = ${caseId} and property = 'statusId') as closed
      from cases where id = ${caseId}`);
    expect(resolution).toMatchObject({
      done: 1,
      notDone: 0,
      medianMs: Number(row?.['closed']) - Number(row?.['created']),
    });
    expect(firstAnswer).toMatchObject({ done: 1, notDone: 0 });
    expect(firstAnswer.medianMs).toBe(firstAnswer.ninetiethPercentileMs);
  });

  it('spread all that is done over how long it took', async () => {
    const { firstAnswer, resolution } = await durations('');
    for (const { done, notDone, medianMs, ninetiethPercentileMs, spread } of [firstAnswer, resolution]) {
      expect(done + notDone).toBe(await count(''));
      expect(spread.reduce((sum: number, each: { count: number }) => sum + each.count, 0)).toBe(done);
      expect(medianMs).toBeLessThanOrEqual(ninetiethPercentileMs);
    }
    expect(resolution.done).toBe(await count('is:closed'));
  });

  it('are empty for cases that there are not', async () => {
    const { items } = await flow('tag:nowhere', '&interval=month');
    expect(items.every(({ total, open }: { total: number; open: number }) => total === 0 && open === 0)).toBe(true);
    expect((await durations('tag:nowhere')).resolution).toMatchObject({ done: 0, notDone: 0, medianMs: null });
  });

  it.each([
    ['is:opne', '', 'query'],
    ['', '&from=2026-11-02&to=2026-11-01', 'from'],
    ['', '&from=2020-01-01&to=2026-01-01', 'from'],
    ['', '&from=2026-02-30', 'from'],
    ['', '&interval=year', 'interval'],
  ])('refuse what cannot be meant: %s%s', async (query, rest, field) => {
    const { status, body } = await call(test, `GET /reports/flow?query=${encodeURIComponent(query)}${rest}`);
    expect([status, body.code, body.errors[0].field]).toEqual([400, 'FIELDS_INVALID', field]);
  });
});
