import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { putCase, readCase, send } from '../../test/support/requests.ts';
import { dialects, startTestApp, type TestApp } from '../../test/support/test-app.ts';

const CASE_ID = 2304;

/** Inputs that once stopped the server for seconds; the time limit of a test is what they must stay under. */
describe.each(dialects)('the server on %s stays available', (dialect) => {
  let testApp: TestApp;
  beforeAll(async () => {
    testApp = await startTestApp(dialect);
  });
  afterAll(() => testApp.close());

  const describeAs = (IssueDescription: string) => putCase(testApp, CASE_ID, { IssueDescription });

  it('when a description keeps more elements open than its tags seem to', { timeout: 10_000 }, async () => {
    const { status, envelope } = await describeAs('<x </x>'.repeat(74_000) + '</y>'.repeat(130_000));
    expect(status).toBe(400);
    expect(envelope.ResponseMessage).toMatch(/^IssueDescription must not have more than 500 elements of HTML open/u);
  });

  it('when a description has a hundred thousand marks on one letter', { timeout: 10_000 }, async () => {
    expect((await describeAs(`a${'\u0301'.repeat(50_000)}${'\u0316'.repeat(49_990)}`)).status).toBe(200);
    expect((await send(testApp, { url: '/api/cases?keyword=zq' })).status).toBe(200);
  });

  it('when one character of a keyword stands for eighteen', { timeout: 10_000 }, async () => {
    const { status, envelope } = await send(testApp, {
      url: `/api/cases?keyword=${encodeURIComponent('\uFDFA'.repeat(400))}`,
    });
    expect([status, envelope.ResponseMessage]).toEqual([200, '']);
  });

  it('and does not parse what nobody asked for', async () => {
    const json = { 'content-type': 'application/json' };
    for (const url of ['/api/nothing', '/healthz', '/nothing']) {
      const { status, envelope } = await send(testApp, { method: 'POST', url, headers: json, payload: '{bad' });
      expect([url, status, envelope.IsError]).toEqual([url, 404, true]);
    }
  });

  it('and lets no markup come together from several tags', async () => {
    await putCase(testApp, CASE_ID, { TagsCSV: '<x ,onfocus=alert(document.domain) tabindex=1 autofocus>' });
    expect(await readCase(testApp, CASE_ID)).toMatchObject({
      Tagname: 'x, onfocus=alert(document.domain) tabindex=1 autofocus>',
    });
    await putCase(testApp, CASE_ID, { TagsCSV: 'List<String>,c<d' });
    expect(await readCase(testApp, CASE_ID)).toMatchObject({ TagsCSV: 'List<String>,c<d' });
  });
});
