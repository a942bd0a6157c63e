import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newCase } from '../support/cases.ts';
import { newComment } from '../support/comments.ts';
import { supportCase } from '../support/property-table.ts';
import { putCase } from '../support/requests.ts';
import { dialects, type TestApp } from '../support/test-app.ts';
import { upload } from '../support/uploads.ts';
import {
  addressOf,
  attack,
  everything,
  expectNoDefect,
  expectRefusal,
  type Route,
  startSweptApp,
} from './swept-app.ts';

const json = { 'content-type': 'application/json' };

describe.each(dialects)('on %s', (dialect) => {
  let testApp: TestApp;
  let routes: readonly Route[];
  beforeAll(async () => {
    const swept = await startSweptApp(dialect);
    testApp = swept.testApp;
    routes = swept.routes;
  });
  afterAll(async () => {
    expectNoDefect(testApp);
    await testApp.close();
  });

  it('every list is empty beyond its end, and no page is longer than 100', async () => {
    const paged = routes.filter(({ parameters }) => parameters.includes('startpage'));
    expect(paged.length).toBeGreaterThan(8);
    for (const route of paged) {
      const there = addressOf(route, { spaceid: 1, projectid: 1, id: 1 });
      const ask = (page: string) => attack(testApp, { url: `${there}?caseid=2304&keyword=a&${page}` });
      const beyond = await ask('StartPage=9999&PageLength=100');
      const content = beyond.json();
      expect([there, beyond.statusCode, content.ResponseData ?? content]).toEqual([there, 200, []]);
      for (const tooMuch of ['PageLength=100000', 'PageSize=101', 'PageLength=0', 'StartPage=0', 'StartPage=-1']) {
        const response = await ask(tooMuch);
        expect([there, tooMuch, response.statusCode]).toEqual([there, tooMuch, 400]);
        expectRefusal(response, there);
      }
    }
  });

  it('10,000 recipients are refused by the name of the property, on a new case and on an old one', async () => {
    const RecipientUserIDCSV = Array.from({ length: 10_000 }, (_, index) => index + 1).join(',');
    const before = await everything(testApp);
    const update = await putCase(testApp, 2304, { RecipientUserIDCSV });
    const creation = await attack(testApp, {
      method: 'POST',
      url: '/api/cases',
      headers: json,
      payload: JSON.stringify({ ...supportCase, RecipientUserIDCSV }),
    });
    for (const { status, body } of [update, { status: creation.statusCode, body: creation.body }]) {
      expect([status, JSON.parse(body).ResponseMessage]).toEqual([400, expect.stringMatching(/^RecipientUserIDCSV /u)]);
    }
    expect(await everything(testApp)).toEqual(before);
  });

  it('on a case in the bin nothing can be read, said, liked or put', async () => {
    const caseId = await newCase(testApp, supportCase);
    const commentId = await newComment(testApp, { CommentText: 'Before', IssueID: caseId });
    await attack(testApp, { method: 'DELETE', url: `/api/cases/${caseId}` });
    const before = await everything(testApp);
    const body = (content: object) => ({ headers: json, payload: JSON.stringify(content) });
    const attempts = [
      { url: `/api/cases/${caseId}` },
      { method: 'PUT', url: `/api/cases/${caseId}`, ...body({ IssueTitle: 'After' }) },
      { method: 'DELETE', url: `/api/cases/${caseId}` },
      { url: `/api/case/comments?caseid=${caseId}` },
      { method: 'POST', url: '/api/case/comments', ...body({ CommentText: 'After', IssueID: caseId }) },
      { url: `/api/content/${caseId}/attachments?entitytype=19` },
      { url: `/api/content/${caseId}/likes?entitytype=19` },
      { method: 'POST', url: `/api/content/${caseId}/likes?entitytype=19` },
      { method: 'DELETE', url: `/api/content/${caseId}/likes?entitytype=19` },
      { method: 'POST', url: `/api/content/${commentId}/likes?entitytype=20` },
      { url: `/api/permissions/access?entitytype=19&permissionsCsv=Update&entityid=${caseId}` },
    ] as const;
    for (const attempt of attempts) {
      const response = await attack(testApp, attempt);
      expect([attempt, response.statusCode]).toEqual([attempt, 404]);
      expectRefusal(response, attempt.url);
    }
    const file = [{ name: 'x.txt', content: 'x' }];
    expect((await upload(testApp, caseId, file)).status).toBe(404);
    expect((await upload(testApp, `${caseId}/comments/${commentId}`, file)).status).toBe(404);
    expect(await everything(testApp)).toEqual(before);
  });
});
