import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runAllJobs } from '../compat/protocol/stage.ts';
import { postCase } from '../support/cases.ts';
import { postComment } from '../support/comments.ts';
import { readStrictHtml } from '../support/strict-html.ts';
import { dialects, type TestApp } from '../support/test-app.ts';
import { upload } from '../support/uploads.ts';
import { xssVectors } from '../support/xss-vectors.ts';
import { addressOf, attack, expectNoDefect, type Route, startSweptApp } from './swept-app.ts';

/** What clients show as HTML, as the server promises to have made it safe. */
const htmlProperties = ['IssueDescription', 'CommentText', 'CommentTextHtmlFormatted'];

/** Elements that run, load or hide something, and attributes that do. */
const dangerousElement = /^(?:script|style|iframe|object|embed|form|input|button|svg|math|base|meta|link|template)$/u;
const dangerousAttribute = /^(?:on.*|srcdoc|formaction|ping|background)$/u;
/** What a style can load, run or cover with. */
const dangerousStyle = /[\\@]|url|expression|position|z-index|binding|behavior|display/iu;
const dangerousAddress = /^[\s\p{C}]*(?:javascript|vbscript|data|view-source):/iu;

/** Markup in what clients put into their pages as it is, although it is no HTML. */
const dangerousText =
  /<(?:script|img|image|svg|iframe|object|embed|style|link|meta|base|form|input|body|video|audio|details|math|a)\b|<[a-z][^>]*[\s/"'\f]on[a-z]+\s*=/iu;

/** In characters. */
const LONGEST_TAG = 100;

/** Every text in an answer, with the name of its property. */
const textsIn = (value: unknown, name = ''): (readonly [name: string, text: string])[] => {
  if (typeof value === 'string') return [[name, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => textsIn(each, Array.isArray(value) ? name : key));
};

const expectHarmless = (name: string, text: string): void => {
  if (!htmlProperties.includes(name)) {
    expect([name, text]).toEqual([name, expect.not.stringMatching(dangerousText)]);
    return;
  }
  for (const element of readStrictHtml(text).elements) {
    expect(element.name).not.toMatch(dangerousElement);
    for (const [attribute, value] of Object.entries(element.attributes)) {
      expect(attribute).not.toMatch(dangerousAttribute);
      expect(value).not.toMatch(attribute === 'style' ? dangerousStyle : dangerousAddress);
    }
  }
};

describe.each(dialects)('on %s', (dialect) => {
  let testApp: TestApp;
  let routes: readonly Route[];
  const caseIds: number[] = [];
  beforeAll(async () => {
    const swept = await startSweptApp(dialect);
    testApp = swept.testApp;
    routes = swept.routes;
    for (const vector of xssVectors) {
      const everywhere = {
        IssueDescription: vector,
        TagsCSV: vector.length > LONGEST_TAG ? 'tag' : vector,
        RecipientUserIDCSV: '3',
        AssignedToUserID: 3,
      };
      const place = { SpaceID: 1, ProjectID: 1 };
      const { status, envelope } = await postCase(testApp, { ...everywhere, ...place, IssueTitle: `Case: ${vector}` });
      expect([vector, status]).toEqual([vector, 200]);
      const caseId = envelope.ResponseData as number;
      caseIds.push(caseId);
      const comment = await postComment(testApp, { CommentText: `Comment: ${vector}`, IssueID: caseId });
      expect([vector, comment.status]).toEqual([vector, 200]);
      const name = vector.replaceAll('"', '%22').replace(/[^\P{C}]/gu, ' ');
      expect([vector, (await upload(testApp, caseId, [{ name, content: 'x' }])).status]).toEqual([vector, 200]);
    }
    await runAllJobs(testApp);
  });
  afterAll(async () => {
    expectNoDefect(testApp);
    await testApp.close();
  });

  /** Everything that can be read, page by page. */
  const addresses = (): string[] => {
    const reads = routes.filter(({ method, url }) => method === 'GET' && url.startsWith('/api'));
    const lists = reads.flatMap((route) => {
      const there = `${addressOf(route, { spaceid: 1, projectid: 1, id: 1 })}?keyword=case`;
      if (!route.parameters.includes('startpage')) return [there];
      return [1, 2].map((page) => `${there}&StartPage=${page}&PageLength=100`);
    });
    const cases = caseIds.flatMap((caseId) => [
      `/api/cases/${caseId}`,
      `/api/case/comments?caseid=${caseId}`,
      `/api/content/${caseId}/attachments?entitytype=19`,
    ]);
    return [...lists, ...cases];
  };

  it('a script in any text is harmless wherever it is read', async () => {
    let texts = 0;
    for (const url of addresses()) {
      const response = await attack(testApp, { url });
      for (const [name, text] of response.statusCode === 200 ? textsIn(response.json()) : []) {
        texts += 1;
        expectHarmless(name, text);
      }
    }
    expect(texts).toBeGreaterThan(5_000);
  });

  it('what is sent back in refusals is JSON, which browsers are told not to take for anything else', async () => {
    for (const vector of xssVectors.slice(0, 20)) {
      for (const url of [
        `/api/cases/${encodeURIComponent(vector)}`,
        `/api/cases?issueStatusID=${encodeURIComponent(vector)}`,
      ]) {
        const { statusCode, headers } = await attack(testApp, { url });
        expect([vector, statusCode < 500, headers['content-type'], headers['x-content-type-options']]).toEqual([
          vector,
          true,
          'application/json; charset=utf-8',
          'nosniff',
        ]);
      }
    }
  });
});
