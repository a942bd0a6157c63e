import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newCase, newKeyOf } from '../../../test/support/cases.ts';
import { productCase, supportCase } from '../../../test/support/property-table.ts';
import { send } from '../../../test/support/requests.ts';
import { dialects, startTestApp, type TestApp } from '../../../test/support/test-app.ts';
import {
  attach,
  BOUNDARY,
  bodyOf,
  fetchFile,
  fileTraces,
  listFiles,
  type SentFile,
  sendBody,
  upload,
} from '../../../test/support/uploads.ts';

const FILE: SentFile = { name: 'a.txt', content: 'Hello' };

describe.each(dialects)('on %s', (dialect) => {
  let testApp: TestApp;
  let caseId: number;
  let secretCaseId: number;
  const keys: Record<string, string> = {};
  beforeAll(async () => {
    testApp = await startTestApp(dialect);
    caseId = await newCase(testApp, supportCase);
    secretCaseId = await newCase(testApp, productCase);
    // Agent, viewer and contributor of the public space; Omar is not in the private one.
    for (const person of ['omar.haddad', 'priya.raman', 'diego.fuentes', 'claire.dubois']) {
      keys[person] = await newKeyOf(testApp, person);
    }
  });
  afterAll(async () => {
    expect(testApp.logged()).not.toContain('defect');
    await testApp.close();
  });

  const newComment = async (properties: object = {}): Promise<number> => {
    const { envelope } = await send(testApp, {
      method: 'POST',
      url: '/api/case/comments',
      headers: { 'content-type': 'application/json' },
      payload: JSON.stringify({ CommentText: 'With a file', IssueID: caseId, ...properties }),
    });
    return envelope.ResponseData as number;
  };
  const expectRefused = async (
    work: () => Promise<Awaited<ReturnType<typeof send>>>,
    status: number,
    message: RegExp,
  ) => {
    const before = await fileTraces(testApp);
    const answer = await work();
    expect([answer.status, answer.envelope.ResponseMessage]).toEqual([status, expect.stringMatching(message)]);
    expect(answer.envelope).toMatchObject({ IsError: true, ResponseData: null });
    expect(await fileTraces(testApp)).toEqual(before);
  };

  describe('a name', () => {
    it.each([
      ['../../etc/passwd', 'passwd'],
      ['..\\..\\x', 'x'],
      ['C:\\Users\\me\\photo.png', 'photo.png'],
      ['/', 'file'],
      ['..', 'file'],
      ['.htaccess', 'htaccess'],
      ['a\u0000b.txt', 'ab.txt'],
      ['a\tb\u001b.txt', 'ab.txt'],
      ['gpj.\u202Eexe', 'gpj.exe'],
      ['\u2066x\u2069\u200b.txt', 'x.txt'],
      ['con.txt', '_con.txt'],
      ['COM1', '_COM1'],
      ['nul', '_nul'],
      ['name. . .', 'name'],
      ['   spaces   inside  .txt', 'spaces inside .txt'],
      ['a<b>:|?*.txt', 'a_b_____.txt'],
      ['e\u0301.txt', '\u00e9.txt'],
      ['Größe 🖨️ 漢字.txt', 'Größe 🖨️ 漢字.txt'],
      [`${'x'.repeat(300)}.jpeg`, `${'x'.repeat(195)}.jpeg`],
      [`${'漢'.repeat(300)}.png`, `${'漢'.repeat(65)}.png`],
      [`x.${'y'.repeat(300)}`, `x.${'y'.repeat(198)}`],
      ['https://evil.example/x?y=1&z=2#w%2F..%00', 'x_y=1&z=2#w%2F..%00'],
      ['"; rm -rf \\"', '_; rm -rf _'],
    ])('%j becomes %j, and the file is fetched under it', async (sent, name) => {
      const escaped = sent.replace(/"/gu, '\\"').replace('\\\\"', '\\"');
      const attachment = await attach(testApp, caseId, { name: escaped, content: sent });
      expect(attachment).toMatchObject({ Caption: name });
      const response = await fetchFile(testApp, attachment);
      expect([response.statusCode, response.body]).toEqual([200, sent]);
      expect(response.headers['content-disposition']).toMatch(
        /^attachment; filename="[^"\\]+"; filename\*=UTF-8''[\w.!#$&+^`|~%-]+$/u,
      );
    });

    it('in the form for other alphabets counts before the plain one', async () => {
      const body = `--${BOUNDARY}\r\nContent-Disposition: form-data; name=f; filename=x.txt; filename*=utf-8''%e2%82%ac.txt\r\n\r\nx\r\n--${BOUNDARY}--`;
      const { envelope } = await sendBody(testApp, { path: `${caseId}/attachments`, body });
      expect(envelope.ResponseData).toMatchObject([{ Caption: '€.txt' }]);
    });
  });

  describe('is refused, and nothing is kept:', () => {
    const head = (lines: string) => `--${BOUNDARY}\r\n${lines}\r\n\r\nx\r\n`;
    const good = head('Content-Disposition: form-data; name="f"; filename="a.txt"');
    const end = `--${BOUNDARY}--\r\n`;
    it.each([
      ['an empty body', '', /^The upload is malformed: /u],
      ['no part', end, /^file is required/u],
      ['only fields', `${head('Content-Disposition: form-data; name="spaceid"')}${end}`, /^file is required/u],
      ['another boundary', good.replaceAll(BOUNDARY, 'other'), /^The upload is malformed: /u],
      ['no last line', good, /^The upload is malformed: /u],
      ['a last line that is cut off', `${good}--${BOUNDARY}`, /^The upload is malformed: /u],
      ['a second file that is cut off', `${good}${good.slice(0, -3)}`, /^The upload is malformed: /u],
      ['a second part without headers', `${good}--${BOUNDARY}\r\n\r\nx\r\n${end}`, /^The upload is malformed: /u],
      ['a second part that is nothing', `${good}--${BOUNDARY}\r\n${end}`, /^The upload is malformed: /u],
      ['a second part without a name', `${good}${head('X: y')}${end}`, /^The upload is malformed: /u],
      [
        'headers of 100 KiB',
        `${good}${head(`X: ${'y'.repeat(100 * 1024)}\r\nContent-Disposition: form-data; name=f; filename=b`)}${end}`,
        /^The upload is malformed: /u,
      ],
      ['10,000 files', `${good.repeat(10_000)}${end}`, /more than 100 parts/u],
      [
        '10,000 fields',
        `${head('Content-Disposition: form-data; name=f').repeat(10_000)}${end}`,
        /more than 100 parts/u,
      ],
    ])('%s', async (_name, body, message) => {
      await expectRefused(() => sendBody(testApp, { path: `${caseId}/attachments`, body }), 400, message);
    });

    it.each([
      ['multipart/form-data', 400, /names no usable boundary/u],
      ['multipart/form-data; boundary=', 400, /names no usable boundary/u],
      [`multipart/form-data; boundary=${'x'.repeat(71)}`, 400, /names no usable boundary/u],
      ['application/json', 415, /^Files must be sent as multipart\/form-data/u],
      ['text/plain', 415, /^Files must be sent as multipart\/form-data/u],
    ])('the content type %s', async (type, status, message) => {
      await expectRefused(
        () => sendBody(testApp, { path: `${caseId}/attachments`, body: bodyOf([FILE]), type }),
        status,
        message,
      );
    });

    it('who may read only', async () => {
      for (const reader of ['priya.raman', 'claire.dubois']) {
        await expectRefused(
          () => upload(testApp, caseId, [FILE], keys[reader]),
          403,
          /^You may not attach files to case \d+: the right UploadAttachment is missing\.$/u,
        );
      }
    });

    it('a case that does not exist, is in another space, or is in the bin', async () => {
      const deleted = await newCase(testApp, supportCase);
      const { AttachmentID: _, ...gone } = await attach(testApp, deleted, FILE);
      await send(testApp, { method: 'DELETE', url: `/api/cases/${deleted}` });
      await expectRefused(() => upload(testApp, 999_999, [FILE]), 404, /^There is no case 999999\.$/u);
      await expectRefused(() => upload(testApp, secretCaseId, [FILE], keys['omar.haddad']), 404, /^There is no case/u);
      await expectRefused(() => upload(testApp, deleted, [FILE]), 404, /^There is no case/u);
      expect((await send(testApp, { url: `/api/content/${deleted}/attachments?entitytype=19` })).status).toBe(404);
      expect((await fetchFile(testApp, gone)).statusCode).toBe(404);
    });

    it('a comment of another case, or one that may not be seen', async () => {
      const other = await newCase(testApp, supportCase);
      const comment = await newComment();
      const internal = await newComment({ IsInternal: true });
      const hidden = await newComment({ IssueID: secretCaseId });
      const to = (path: string, key?: string) => () => upload(testApp, path, [FILE], key);
      await expectRefused(to(`${other}/comments/${comment}`), 404, /^There is no comment/u);
      await expectRefused(to(`${caseId}/comments/${internal}`, keys['diego.fuentes']), 404, /^There is no comment/u);
      await expectRefused(to(`${caseId}/comments/${hidden}`, keys['omar.haddad']), 404, /^There is no comment/u);
      await expectRefused(to(`${caseId}/comments/999999`), 404, /^There is no comment/u);
    });
  });

  it('a contributor attaches files to cases and public comments, and never sees those of internal ones', async () => {
    const key = keys['diego.fuentes'];
    expect((await upload(testApp, caseId, [FILE], key)).status).toBe(200);
    expect((await upload(testApp, `${caseId}/comments/${await newComment()}`, [FILE], key)).status).toBe(200);
    const internal = await newComment({ IsInternal: true });
    const { FileName, ...hidden } = await attach(testApp, `${caseId}/comments/${internal}`, FILE);
    expect(await listFiles(testApp, internal, 20, keys['omar.haddad'])).toHaveLength(1);
    const list = `/api/content/${internal}/attachments?entitytype=20`;
    expect((await send(testApp, { url: list, headers: { 'rest-api-key': key ?? '' } })).status).toBe(404);
    const unsigned = { ...hidden, FileName: FileName.replace(/\?.*$/u, '') };
    expect((await fetchFile(testApp, unsigned, { 'rest-api-key': key ?? '' })).statusCode).toBe(404);
    expect((await fetchFile(testApp, unsigned, { 'rest-api-key': keys['omar.haddad'] ?? '' })).statusCode).toBe(200);
  });
});
