import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newCase, traces } from '../../test/support/cases.ts';
import { supportCase } from '../../test/support/property-table.ts';
import { type Answer, readCase, send } from '../../test/support/requests.ts';
import { dialects, startTestApp, type TestApp } from '../../test/support/test-app.ts';
import { SANDBOX_KEY } from '../app/fill-sandbox.ts';
import { createKey } from '../features/keys/create-key.ts';
import { getUserByName } from '../features/users/find-user.ts';

const json = { 'content-type': 'application/json' };
const noKey = { 'rest-api-key': '' };
/** A key that is spelled with all of base64: a `+` in a URL stands for a blank where it is not encoded. */
const trickyKey = 'a+b/c+d=';

describe.each(dialects)('on %s', (dialect) => {
  let testApp: TestApp;
  let caseId: number;
  let attempts = 0;
  beforeAll(async () => {
    testApp = await startTestApp(dialect);
    caseId = await newCase(testApp, supportCase);
    const user = await getUserByName(testApp.operator, 'admin');
    await createKey(testApp.operator, { user, name: 'Test', key: trickyKey });
  });
  afterAll(() => testApp.close());

  const put = (payload: string | Buffer, options: InjectOptions = {}): Promise<Answer> =>
    send(testApp, {
      method: 'PUT',
      url: `/api/cases/${caseId}`,
      ...options,
      headers: { ...json, ...options.headers },
      payload,
    });
  const expectWritten = async (answer: Answer, expected: Readonly<Record<string, unknown>>): Promise<void> => {
    expect(answer.body).toBe(`{"IsError":false,"ResponseMessage":"ToBePublished","ResponseData":${caseId}}`);
    expect(answer.status).toBe(200);
    expect(await readCase(testApp, caseId)).toMatchObject(expected);
  };
  const newTitle = (): string => {
    attempts += 1;
    return `Title ${attempts}`;
  };

  describe('the address of a case may be', () => {
    it.each([
      ['in another case', '/API/Cases/:id', {}],
      ['with a slash at its end', '/api/cases/:id/', {}],
      ['with slashes doubled', '/api//cases///:id', {}],
      ['with zeros before the ID', '/api/cases/000:id', {}],
      ['percent-encoded', '/%61pi/cases/:id', {}],
      ['with ?token=', `/api/cases/:id?token=${SANDBOX_KEY}`, noKey],
      ['with &token= and no ?', `/api/cases/:id&token=${SANDBOX_KEY}`, noKey],
      ['with /&token=', `/api/cases/:id/&token=${SANDBOX_KEY}`, noKey],
      ['with a second ?', `/api/cases/:id?spaceid=1?token=${SANDBOX_KEY}`, noKey],
      ['with & and ?', `/api/cases/:id&spaceid=1?token=${SANDBOX_KEY}`, noKey],
      ['with ?&token=', `/api/cases/:id?&token=${SANDBOX_KEY}`, noKey],
      ['with TOKEN=', `/api/cases/:id?TOKEN=${SANDBOX_KEY}`, noKey],
      ['with Rest-Api-Key=', `/api/cases/:id&Rest-Api-Key=${SANDBOX_KEY}`, noKey],
      ['with an encoded key', `/api/cases/:id?token=${encodeURIComponent(trickyKey)}`, noKey],
      ['with a key that was not encoded', `/api/cases/:id?token=${trickyKey}`, noKey],
      ['with a broken percent-encoding in another parameter', `/api/cases/:id?x=%zz&token=${SANDBOX_KEY}`, noKey],
      ['with an empty token and the key in the header', '/api/cases/:id?token=', {}],
      ['with a wrong token and the key in the header, which wins', '/api/cases/:id?token=wrong', {}],
      ['with Authorization, which is ignored', '/api/cases/:id', { authorization: 'Basic eDp5' }],
      ['with a thousand parameters', `/api/cases/:id?${'a=1&'.repeat(999)}`, {}],
      [
        'with 64 more headers',
        '/api/cases/:id',
        Object.fromEntries([...Array(64).keys()].map((n) => [`x-h${n}`, 'x'])),
      ],
    ])('%s', async (_name, url, headers) => {
      const IssueTitle = newTitle();
      await expectWritten(
        await put(JSON.stringify({ IssueTitle }), { url: url.replace(':id', String(caseId)), headers }),
        { IssueTitle },
      );
    });
  });

  describe('the body may be', () => {
    it.each([
      ['sent with a charset', { 'content-type': 'application/json; charset=utf-8' }],
      ['sent with another spelling of its type', { 'content-type': 'Application/JSON;charset="UTF-8"' }],
    ])('%s', async (_name, headers) => {
      const IssueTitle = newTitle();
      await expectWritten(await put(JSON.stringify({ IssueTitle }), { headers }), { IssueTitle });
    });

    it.each([
      ['an object', (body: object) => JSON.stringify(body)],
      ['a string with an object', (body: object) => JSON.stringify(JSON.stringify(body))],
      [
        'a string with an object over several lines',
        (body: object) => JSON.stringify(JSON.stringify(body, null, '\r\n\t')),
      ],
      ['after a byte order mark', (body: object) => `\uFEFF${JSON.stringify(body)}`],
      ['between blanks', (body: object) => `\r\n ${JSON.stringify(body)}\t\n`],
      ['in escapes only', (body: object) => JSON.stringify(body).replace(/T/gu, '\\u0054')],
    ])('%s', async (_name, spell) => {
      const IssueTitle = newTitle();
      await expectWritten(await put(spell({ IssueTitle })), { IssueTitle });
    });

    it.each(['issuetitle', 'ISSUETITLE', 'issueTitle', 'IsSuEtItLe'])('one with the property name %s', async (name) => {
      const title = newTitle();
      await expectWritten(await put(JSON.stringify({ [name]: title })), { IssueTitle: title });
    });

    it.each([
      ['twice in one spelling', '{"IssueTitle":"First","IssueTitle":"Last"}'],
      ['twice in two spellings', '{"issuetitle":"First","IssueTitle":"Last"}'],
    ])('one that has a property %s: the last counts', async (_name, body) => {
      await put('{"IssueTitle":"Before"}');
      await expectWritten(await put(body), { IssueTitle: 'Last' });
    });
  });

  describe('properties that are not known are listed and change nothing:', () => {
    it.each([
      ['one', ['Titel'], 'Titel'],
      ['two', ['ReportedByUserID', 'Typo'], 'ReportedByUserID, Typo'],
      [
        'names that could end a header',
        ['a\r\nSet-Cookie: x=1', 'ü, ;'],
        'a%0D%0ASet-Cookie%3A%20x%3D1, %C3%BC%2C%20%3B',
      ],
      ['names of JavaScript', ['constructor', '__proto__', 'toString'], 'constructor, __proto__, toString'],
      ['an empty name', [''], ''],
      ['NUL and half a character', ['\u0000', '\ud800'], '%00, %EF%BF%BD'],
    ])('%s', async (_name, unknown, listed) => {
      const IssueTitle = newTitle();
      const others = unknown.map((name) => `${JSON.stringify(name)}:{"IssueTitle":"x"}`).join();
      const answer = await put(`{"IssueTitle":"${IssueTitle}",${others}}`);
      await expectWritten(answer, { IssueTitle });
      expect(answer.headers['x-ignored-fields']).toBe(listed);
      expect(Object.prototype).not.toHaveProperty('IssueTitle');
    });

    it('ten thousand long ones, of which the first are listed', async () => {
      const IssueTitle = newTitle();
      const others = Object.fromEntries([...Array(10_000).keys()].map((n) => [`${'ü'.repeat(n % 150)}${n}`, n]));
      const answer = await put(JSON.stringify({ IssueTitle, ...others }));
      await expectWritten(answer, { IssueTitle });
      expect(String(answer.headers['x-ignored-fields']).length).toBeLessThan(16_000);
    });

    it('none: the header is missing', async () => {
      expect((await put(JSON.stringify({ IssueTitle: newTitle() }))).headers).not.toHaveProperty('x-ignored-fields');
    });
  });

  describe('texts are kept with', () => {
    it.each([
      ['characters of four bytes', 'Printer 🖨️ 𝒳 👨‍👩‍👧', 'Printer 🖨️ 𝒳 👨‍👩‍👧'],
      ['writing from right to left', 'الطابعة لا تعمل', 'الطابعة لا تعمل'],
      ['combining characters, as they came', 'Cafe\u0301 Café', 'Cafe\u0301 Café'],
      ['halves of characters replaced', 'a\ud83db\udc00', 'a\ufffdb\ufffd'],
      ['quotes, backslashes and percent signs', '"a" \\ \'b\' 100 % _', '"a" \\ \'b\' 100 % _'],
    ])('%s', async (_name, sent, kept) => {
      // JSON.stringify escapes halves of characters, as clients do.
      const body = JSON.stringify({ IssueTitle: sent, IssueDescription: sent, TagsCSV: sent });
      await expectWritten(await put(body), { IssueTitle: kept, IssueDescription: kept, TagsCSV: kept });
    });

    it('NUL and other control characters as blanks, in descriptions without NUL', async () => {
      const body = JSON.stringify({
        IssueTitle: '\u0000a\u0000b\u0001\n',
        IssueDescription: 'a\u0000b\tc',
        TagsCSV: 'x\u0000y,\u0000',
      });
      await expectWritten(await put(body), { IssueTitle: 'a b', IssueDescription: 'ab\tc', TagsCSV: 'x y' });
    });
  });

  it('takes the example of the vendor as it is printed, over several lines', async () => {
    const printed = '"{\n  \\"IssueTitle\\": \\"Unable to load the page.\\",\r\n  \\"TagsCSV\\": \\"printed\\"\n}"\n';
    await expectWritten(await put(printed), { IssueTitle: 'Unable to load the page.', TagsCSV: 'printed' });
    expect((await put('"{\n  \\"IssueTitle\\": \\"cut')).status).toBe(400);
  });

  it('what changes nothing is answered alike and writes nothing', async () => {
    await put(JSON.stringify({ IssueTitle: 'Same', TagsCSV: 'a,b' }));
    const before = await traces(testApp);
    await expectWritten(
      await put(JSON.stringify({ IssueTitle: ' Same ', TagsCSV: 'a, b,A', SpaceID: '1', Unknown: 1 })),
      { IssueTitle: 'Same' },
    );
    expect(await traces(testApp)).toEqual(before);
  });

  it('neither a key nor a defect got into the log', () => {
    const log = testApp.logged();
    expect(log).toContain(`"path":"/api/cases/${caseId}"`);
    expect(log).not.toContain('"level":50');
    for (const key of [SANDBOX_KEY, trickyKey, 'a b/c d', 'oken=', 'Key=']) expect(log).not.toContain(key);
  });
});
