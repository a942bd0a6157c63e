import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newCase } from '../../../test/support/cases.ts';
import { supportCase } from '../../../test/support/property-table.ts';
import { BODY_END, beginUpload, chunk, PART_HEAD, type RealUpload } from '../../../test/support/real-upload.ts';
import { dialects, startTestApp, type TestApp } from '../../../test/support/test-app.ts';
import { pause } from '../../../test/support/test-database.ts';
import { attach, filesOnDisk, fileTraces, upload } from '../../../test/support/uploads.ts';
import { resetSandbox } from '../../app/reset-sandbox.ts';

const MEBIBYTE = 1024 * 1024;
const FIVE_GIGABYTES = 5 * 1024 * MEBIBYTE;
const LIMIT_MB = 1;
const REFUSAL = `The upload is too large: all its files together may have ${LIMIT_MB} MB.`;
/** How much a client gets rid of at the most before it notices: what was sent, buffered and still read. */
const MOST_SENT = 40 * MEBIBYTE;

describe.each(dialects)('on %s', (dialect) => {
  let testApp: TestApp;
  let caseId: number;
  beforeAll(async () => {
    const settings = { maxUploadMb: LIMIT_MB, fileQuotaMb: 3 };
    const timeouts = { requestMs: 400, uploadMs: 60_000, stalledMs: 600 };
    testApp = await startTestApp(dialect, { settings, timeouts });
    await testApp.app.listen({ host: '127.0.0.1', port: 0 });
    caseId = await newCase(testApp, supportCase);
  });
  afterAll(() => testApp.close());

  /** Waits until the program has noticed: the traces are the same as before. */
  const expectNothingKept = async (before: unknown): Promise<void> => {
    await expect.poll(() => fileTraces(testApp), { timeout: 5_000 }).toEqual(before);
  };
  const begin = (...headers: string[]): Promise<RealUpload> => beginUpload(testApp, { path: `${caseId}`, headers });

  /** Sends pieces that never end until the server hangs up, and answers how many bytes it took. */
  const sendForEver = async (to: RealUpload, wrap: (piece: Buffer) => Buffer): Promise<number> => {
    const piece = wrap(Buffer.alloc(MEBIBYTE, 'x'));
    let sent = 0;
    while (sent < FIVE_GIGABYTES && (await to.write(piece))) sent += piece.length;
    return sent;
  };

  it('5 GB that are announced are refused before they are read', async () => {
    const before = await fileTraces(testApp);
    const sending = await begin(`Content-Length: ${FIVE_GIGABYTES}`);
    await sending.write(PART_HEAD);
    await expect.poll(() => sending.received()).toMatch(/^HTTP\/1\.1 413 /u);
    expect(sending.received()).toContain(REFUSAL);
    expect(await sendForEver(sending, (piece) => piece)).toBeLessThan(MOST_SENT);
    await sending.closed();
    await expectNothingKept(before);
  });

  it.each([
    ['in a file', PART_HEAD],
    ['before the first part', ''],
    ['in a field', PART_HEAD.replace('; filename="big.bin"', '')],
    ['in the headers of a part', PART_HEAD.slice(0, -4)],
  ])('5 GB without a length, %s, are cut off early and the client is told', async (_name, head) => {
    const before = await fileTraces(testApp);
    const sending = await begin('Transfer-Encoding: chunked');
    if (head !== '') await sending.write(chunk(head));
    expect(await sendForEver(sending, chunk)).toBeLessThan(MOST_SENT);
    const answer = await sending.closed();
    expect(answer).toMatch(/^HTTP\/1\.1 413 /u);
    expect(answer.toLowerCase()).toContain('connection: close');
    expect(answer).toContain(REFUSAL);
    await expectNothingKept(before);
  });

  it('5 GB after the last part are cut off early', async () => {
    const before = await fileTraces(testApp);
    const sending = await begin('Transfer-Encoding: chunked');
    await sending.write(chunk(`${PART_HEAD}x${BODY_END}`));
    expect(await sendForEver(sending, chunk)).toBeLessThan(MOST_SENT);
    expect(await sending.closed()).toMatch(/^HTTP\/1\.1 413 /u);
    await expectNothingKept(before);
  });

  it('who may not upload is told before the body is read', async () => {
    const sending = await beginUpload(testApp, {
      path: '999999',
      headers: [`Content-Length: ${LIMIT_MB * MEBIBYTE}`],
    });
    await expect.poll(() => sending.received()).toMatch(/^HTTP\/1\.1 404 /u);
    sending.socket.destroy();
  });

  it('exactly the limit is taken, one byte more is not, also when several files share it', async () => {
    const most = Buffer.alloc(LIMIT_MB * MEBIBYTE, 'x');
    expect(await attach(testApp, caseId, { name: 'most.bin', content: most })).toMatchObject({ FileSizeText: '1 MB' });
    const before = await fileTraces(testApp);
    const tooMuch = [[Buffer.concat([most, Buffer.from('x')])], [most.subarray(1), Buffer.from('xy')]];
    for (const contents of tooMuch) {
      const files = contents.map((content, index) => ({ name: `${index}.bin`, content }));
      const { status, envelope } = await upload(testApp, caseId, files);
      expect([status, envelope.ResponseMessage]).toEqual([413, REFUSAL]);
    }
    await expectNothingKept(before);
  });

  it('a slow upload that moves on is taken, although it takes longer than other requests may', async () => {
    const sending = await begin('Transfer-Encoding: chunked', 'Connection: close');
    await sending.write(chunk(PART_HEAD));
    for (let piece = 0; piece < 10; piece += 1) {
      await pause(100);
      await sending.write(chunk('x'));
    }
    await sending.write(Buffer.concat([chunk(BODY_END), Buffer.from('0\r\n\r\n')]));
    expect(await sending.closed()).toMatch(/^HTTP\/1\.1 200 /u);
  });

  it('an upload that stalls is ended, and nothing is kept', async () => {
    const before = await fileTraces(testApp);
    const sending = await begin(`Content-Length: ${MEBIBYTE}`);
    await sending.write(`${PART_HEAD}some of it`);
    expect(await sending.closed()).not.toContain('200 OK');
    await expectNothingKept(before);
  });

  it('a request without files that trickles in is ended after its time', async () => {
    const slow = await beginUpload(testApp, { path: '1/nothing', headers: ['Transfer-Encoding: chunked'] });
    const startedAt = performance.now();
    while (await slow.write(chunk('x'))) await pause(50);
    expect(performance.now() - startedAt).toBeLessThan(5_000);
  });

  it.each([
    ['in the middle of a file', `${PART_HEAD}some of it`],
    ['in the headers of a part', PART_HEAD.slice(0, 40)],
    ['before the first part', ''],
    ['right before the end', `${PART_HEAD}x\r\n--`],
  ])('a client that goes away %s leaves nothing', async (_name, sent) => {
    const before = await fileTraces(testApp);
    const sending = await begin(`Content-Length: ${MEBIBYTE}`);
    await sending.write(sent);
    await pause(30);
    sending.socket.resetAndDestroy();
    await expectNothingKept(before);
  });

  it('uploads at the same time do not pass the quota together, and what they take is counted right', async () => {
    const content = Buffer.alloc(MEBIBYTE / 2, 'x');
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) => upload(testApp, caseId, [{ name: `${index}.bin`, content }])),
    );
    const refused = answers.filter(({ status }) => status === 413);
    expect(refused).toHaveLength(8 - answers.filter(({ status }) => status === 200).length);
    expect(refused.length).toBeGreaterThan(3);
    expect(refused[0]?.envelope.ResponseMessage).toBe(
      'There is no room left for this upload: all files together may have 3 MB.',
    );
    const [usage] = await testApp.rows('select byte_count from attachment_usage');
    const [sum] = await testApp.rows('select sum(byte_size) as sum, count(*) as count from attachments');
    expect(Number(usage?.['byte_count'])).toBe(Number(sum?.['sum']));
    expect(Number(sum?.['sum'])).toBeLessThanOrEqual(3 * MEBIBYTE);
    expect(await filesOnDisk(testApp)).toHaveLength(Number(sum?.['count']));
  });

  it('a disk that cannot be written is told as 503, and the log says why', async () => {
    const incoming = join(testApp.settings.dataDir, 'files', 'incoming');
    await resetSandbox(testApp.operator);
    caseId = await newCase(testApp, supportCase);
    await mkdir(join(incoming, '..'), { recursive: true });
    await writeFile(incoming, 'in the way');
    const { status, envelope } = await upload(testApp, caseId, [{ name: 'a.txt', content: 'x' }]);
    expect([status, envelope.ResponseMessage]).toEqual([
      503,
      'Files cannot be kept or read at the moment. Try again later.',
    ]);
    expect(testApp.logged()).toMatch(/EEXIST|ENOTDIR/u);
    await rm(incoming);
    await attach(testApp, caseId, { name: 'a.txt', content: 'x' });
  });

  it('no defect got into the log', () => {
    expect(testApp.logged()).not.toContain('defect');
  });
});
