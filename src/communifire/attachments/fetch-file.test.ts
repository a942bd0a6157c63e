import { readdirSync, readlinkSync } from 'node:fs';
import { readdir, utimes } from 'node:fs/promises';
import { type AddressInfo, connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newCase } from '../../../test/support/cases.ts';
import { supportCase } from '../../../test/support/property-table.ts';
import { send } from '../../../test/support/requests.ts';
import { dialects, startTestApp, type TestApp } from '../../../test/support/test-app.ts';
import { attach, fetchFile, filesOnDisk, type ListedAttachment, PIXEL } from '../../../test/support/uploads.ts';
import { SANDBOX_KEY } from '../../app/fill-sandbox.ts';
import { signAttachment } from '../../features/attachments/sign-attachment.ts';
import { sweepFiles } from '../../features/attachments/sweep-files.ts';
import { purgeBin } from '../../features/cases/bin/purge-bin.ts';
import { Context } from '../../platform/context.ts';

const HOUR_MS = 60 * 60 * 1_000;
const PNG = Buffer.from('\x89PNG\r\n\x1a\n and more', 'latin1');

describe.each(dialects)('on %s', (dialect) => {
  let testApp: TestApp;
  let caseId: number;
  let digits: ListedAttachment;
  beforeAll(async () => {
    testApp = await startTestApp(dialect);
    caseId = await newCase(testApp, supportCase);
    digits = await attach(testApp, caseId, { name: 'digits.txt', content: '0123456789' });
  });
  afterAll(async () => {
    expect(testApp.logged()).not.toContain('defect');
    await testApp.close();
  });

  it.each([
    ['a picture', 'a.png', PNG, 'image/png', 'inline'],
    ['a GIF', 'a.gif', PIXEL, 'image/gif', 'inline'],
    ['a GIF with a script in it', 'a.html', 'GIF89a/*<script>alert(1)</script>*/', 'image/gif', 'inline'],
    ['HTML', 'a.html', '<!doctype html><script>alert(1)</script>', 'text/plain; charset=utf-8', 'attachment'],
    ['HTML called a picture', 'a.png', '<html><script>alert(1)</script>', 'text/plain; charset=utf-8', 'attachment'],
    [
      'SVG',
      'a.svg',
      '<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>',
      'text/plain; charset=utf-8',
      'attachment',
    ],
    ['HTML with a NUL', 'a.html', '\0<html><script>alert(1)</script>', 'application/octet-stream', 'attachment'],
    ['UTF-16', 'a.html', Buffer.from('\ufeff<html>', 'utf16le'), 'application/octet-stream', 'attachment'],
    ['PDF', 'a.pdf', '%PDF-1.7', 'application/pdf', 'attachment'],
    [
      'an archive, whatever is in it',
      'a.zip',
      Buffer.from('PK\x03\x04bomb', 'latin1'),
      'application/zip',
      'attachment',
    ],
    ['a script', 'a.js', 'alert(1)', 'text/plain; charset=utf-8', 'attachment'],
  ])('%s does no harm in a browser', async (_name, name, content, type, disposition) => {
    const attachment = await attach(testApp, caseId, { name, content, type: 'text/html' });
    const { headers, rawPayload } = await fetchFile(testApp, attachment);
    expect(headers).toMatchObject({
      'content-type': type,
      'content-disposition': `${disposition}; filename="${name}"; filename*=UTF-8''${name}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, max-age=3600',
      'content-length': String(Buffer.byteLength(content as string)),
    });
    expect(rawPayload).toEqual(Buffer.from(content as string));
    expect(attachment).toMatchObject({ IsImage: disposition === 'inline' });
  });

  it.each([
    ['bytes=0-3', 206, '0123', 'bytes 0-3/10'],
    ['bytes=7-', 206, '789', 'bytes 7-9/10'],
    ['bytes=-2', 206, '89', 'bytes 8-9/10'],
    ['bytes=-99', 206, '0123456789', 'bytes 0-9/10'],
    ['bytes=8-99', 206, '89', 'bytes 8-9/10'],
    ['bytes=9-9', 206, '9', 'bytes 9-9/10'],
    ['bytes=5-2', 200, '0123456789', undefined],
    ['bytes=0-1,3-4', 200, '0123456789', undefined],
    ['lines=0-1', 200, '0123456789', undefined],
    ['bytes=x', 200, '0123456789', undefined],
  ])('Range: %s is answered with %i', async (range, status, body, contentRange) => {
    const response = await fetchFile(testApp, digits, { range });
    expect([response.statusCode, response.body, response.headers['content-range']]).toEqual([
      status,
      body,
      contentRange,
    ]);
    expect(response.headers['content-length']).toBe(String(body.length));
  });

  it.each(['bytes=10-', 'bytes=99-100', 'bytes=-0'])('Range: %s is beyond the file', async (range) => {
    const response = await fetchFile(testApp, digits, { range });
    expect([response.statusCode, response.headers['content-range']]).toEqual([416, 'bytes */10']);
    expect(response.json()).toMatchObject({ IsError: true, ResponseData: null });
  });

  it('who has the file is told so, and an old one is not continued with a new one', async () => {
    const { headers } = await fetchFile(testApp, digits);
    const etag = String(headers['etag']);
    const known = await fetchFile(testApp, digits, { 'if-none-match': `"x", W/${etag}` });
    expect([known.statusCode, known.body]).toEqual([304, '']);
    expect((await fetchFile(testApp, digits, { range: 'bytes=0-3', 'if-range': etag })).statusCode).toBe(206);
    expect((await fetchFile(testApp, digits, { range: 'bytes=0-3', 'if-range': '"x"' })).statusCode).toBe(200);
  });

  it('HEAD tells the same without the bytes', async () => {
    const url = `${digits.MediaServerRootURL}/${digits.FileName}`;
    const { statusCode, headers, body } = await testApp.app.inject({ method: 'HEAD', url });
    expect([statusCode, headers['content-length'], body]).toEqual([200, '10', '']);
    expect(headers['content-disposition']).toContain('digits.txt');
  });

  describe('an address', () => {
    const statusOf = async (FileName: string, headers: Record<string, string> = {}): Promise<number> =>
      (await fetchFile(testApp, { ...digits, FileName }, headers)).statusCode;

    it.each([
      ['as it is', (name: string) => name],
      ['with a further parameter', (name: string) => `${name}&width=100`],
      ['with a second question mark', (name: string) => `${name}?token=x`],
      ['encoded as a whole', encodeURIComponent],
      ['without its name', (name: string) => name.replace('/digits.txt', '')],
      ['with another name', (name: string) => name.replace('digits', 'x%2Fy')],
      ['with the parameter spelled otherwise', (name: string) => name.replace('?sig', '?SIG')],
    ])('is taken %s', async (_name, put) => {
      expect(await statusOf(put(digits.FileName))).toBe(200);
    });

    it('with any character of its proof changed, left out or added is refused', async () => {
      const [path = '', proof = ''] = digits.FileName.split('?sig=');
      const others = (letter: string) =>
        ['A', 'b', '3', '-', '_', '.', '%00', '%20', ''].filter((each) => each !== letter);
      for (let at = 0; at < proof.length; at += 1) {
        const changed = others(proof[at] ?? '')[at % 8] ?? '';
        expect(await statusOf(`${path}?sig=${proof.slice(0, at)}${changed}${proof.slice(at + 1)}`), `${at}`).toBe(403);
      }
      const wrong = [
        '',
        '.',
        'x',
        `${proof}x`,
        `${proof}=`,
        `.${proof}`,
        proof.toUpperCase(),
        proof.slice(0, -1),
        '%E2%82%AC',
      ];
      for (const sig of wrong) expect(await statusOf(`${path}?sig=${sig}`), sig).toBe(403);
    });

    it('with the proof of another attachment is refused, in the words for one that does not exist', async () => {
      const other = await attach(testApp, caseId, { name: 'other.txt', content: 'x' });
      const proof = digits.FileName.split('?')[1];
      const refusals = [`${other.AttachmentID}/other.txt?${proof}`, `999999/x.txt?${proof}`, '999999/x.txt'];
      for (const FileName of refusals) {
        const { statusCode, body } = await fetchFile(testApp, { ...digits, FileName });
        expect([statusCode, JSON.parse(body).ResponseMessage]).toEqual([
          403,
          'This link to a file has expired or was changed: list the attachments again, or send an API key.',
        ]);
      }
    });

    it('expires, and is the same for hours before', async () => {
      const { operator, platform } = testApp;
      const signedAt = (now: number) =>
        signAttachment(new Context({ ...platform, now: () => now }, operator.actor), {
          attachmentId: digits.AttachmentID,
        });
      const path = `${digits.AttachmentID}/digits.txt`;
      const old = `${path}?sig=${await signedAt(Date.now() - 19 * HOUR_MS)}`;
      expect(await statusOf(old)).toBe(403);
      expect(await statusOf(old, { 'rest-api-key': SANDBOX_KEY })).toBe(200);
      expect(await statusOf(old, { 'rest-api-key': 'unknown' })).toBe(401);
      expect(await statusOf(`${path}?sig=${await signedAt(Date.now() - 12 * HOUR_MS)}`)).toBe(200);
      expect(await signedAt(6 * HOUR_MS)).toBe(await signedAt(12 * HOUR_MS - 1));
    });

    it.each(['x/y.png', '0/x', '1e3/x', '..%2f..%2fcasekeep.db', ''])('%s is no file', async (FileName) => {
      expect(await statusOf(FileName, { 'rest-api-key': SANDBOX_KEY })).toBe(404);
    });
  });

  it('a purge of the bin takes the rows and the bytes along', async () => {
    const doomed = await newCase(testApp, supportCase);
    const before = await filesOnDisk(testApp);
    const attachment = await attach(testApp, doomed, { name: 'a.txt', content: 'x' });
    await send(testApp, { method: 'DELETE', url: `/api/cases/${doomed}` });
    expect(await purgeBin(testApp.operator, { olderThanMs: 0 })).toBe(1);
    expect(await filesOnDisk(testApp)).toEqual(before);
    expect(await testApp.rows(`select id from attachments where case_id = ${doomed}`)).toEqual([]);
    const [usage] = await testApp.rows(`select byte_count - (select sum(byte_size) from attachments) as difference
      from attachment_usage`);
    expect(Number(usage?.['difference'])).toBe(0);
    expect((await fetchFile(testApp, attachment)).statusCode).toBe(404);
  });

  it('the sweep removes what crashes leave behind, and nothing else', async () => {
    const kept = await filesOnDisk(testApp);
    const { files } = testApp.platform;
    async function* content() {
      yield Buffer.from('x');
    }
    const { key: fresh } = await files.receive(content(), { maxBytes: 1 });
    const { key: stale } = await files.receive(content(), { maxBytes: 1 });
    const root = join(testApp.settings.dataDir, 'files');
    const twoDaysAgo = new Date(Date.now() - 48 * HOUR_MS);
    for (const key of [stale, ...kept]) await utimes(join(root, key.slice(0, 2), key), twoDaysAgo, twoDaysAgo);
    await sweepFiles(testApp.operator);
    expect(await filesOnDisk(testApp)).toEqual([...kept, fresh].sort());
    await files.remove(fresh);
    expect(await readdir(join(root, 'incoming'))).toEqual([]);
  });

  it('a download that is broken off leaves no file open', async () => {
    const large = await attach(testApp, caseId, { name: 'large.bin', content: Buffer.alloc(20 * 1024 * 1024) });
    await testApp.app.listen({ host: '127.0.0.1', port: 0 });
    const { port } = testApp.app.server.address() as AddressInfo;
    const openFiles = (): number =>
      readdirSync('/proc/self/fd').filter((fd) => {
        try {
          return readlinkSync(`/proc/self/fd/${fd}`).startsWith(join(testApp.settings.dataDir, 'files'));
        } catch {
          return false;
        }
      }).length;
    const sockets = Array.from({ length: 5 }, () => connect(port, '127.0.0.1'));
    for (const socket of sockets) {
      socket.on('error', () => undefined).pause();
      socket.write(`GET /media/${large.FileName} HTTP/1.1\r\nHost: x\r\n\r\n`);
    }
    await expect.poll(openFiles).toBe(5);
    for (const socket of sockets) socket.resetAndDestroy();
    await expect.poll(openFiles).toBe(0);
  });
});
