import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusalBody, traces } from '../../test/support/cases.ts';
import { readCase } from '../../test/support/requests.ts';
import { dialects, startTestApp, type TestApp } from '../../test/support/test-app.ts';
import { SANDBOX_KEY } from '../app/fill-sandbox.ts';

const MEBIBYTE = 1024 * 1024;

describe.each(dialects)('over a real connection on %s', (dialect) => {
  let testApp: TestApp;
  let port: number;
  beforeAll(async () => {
    testApp = await startTestApp(dialect);
    await testApp.app.listen({ host: '127.0.0.1', port: 0 });
    port = (testApp.app.server.address() as AddressInfo).port;
  });
  afterAll(() => testApp.close());

  const stateOf = async () => ({ read: await readCase(testApp, 2304), traces: await traces(testApp) });
  const head = (...lines: readonly string[]): string =>
    [
      'PUT /api/cases/2304 HTTP/1.1',
      'Host: x',
      `Rest-Api-Key: ${SANDBOX_KEY}`,
      'Content-Type: application/json',
      ...lines,
      '',
      '',
    ].join('\r\n');

  /** Sends these bytes, and that nothing follows where asked to, and reads all that comes back until the end. */
  const exchange = async (sent: string, { half = false } = {}): Promise<string> => {
    const socket = connect(port, '127.0.0.1');
    const ended = once(socket, 'close');
    let received = '';
    socket.on('data', (part) => {
      received += part.toString();
    });
    // A server that answers before it has read everything may reset the connection.
    socket.on('error', () => undefined);
    if (half) socket.end(sent);
    else socket.write(sent);
    await ended;
    return received;
  };
  const bodyOf = (answer: string): string => answer.slice(answer.indexOf('\r\n\r\n') + 4);

  /** Sends a chunked body in these pieces. */
  const putInChunks = async (pieces: readonly string[]) => {
    const request = httpRequest({
      port,
      method: 'PUT',
      path: '/api/cases/2304',
      headers: { 'rest-api-key': SANDBOX_KEY, 'content-type': 'application/json', 'transfer-encoding': 'chunked' },
    });
    // The server may answer and close before everything is sent.
    request.on('error', () => undefined);
    const answered = once(request, 'response');
    for (const piece of pieces) {
      if (!request.write(piece) && !request.destroyed) await Promise.race([once(request, 'drain'), answered]);
    }
    request.end();
    const [response] = await answered;
    return { status: response.statusCode as number, body: await text(response) };
  };

  it.each([
    ['a body that ends before its Content-Length', `${head('Content-Length: 500')}{"IssueTitle":"Cut o`],
    ['a body of which nothing came', head('Content-Length: 500')],
    ['a chunked body without its end', `${head('Transfer-Encoding: chunked')}14\r\n{"IssueTitle":"Cut o\r\n`],
    ['a chunk with a wrong length', `${head('Transfer-Encoding: chunked')}zz\r\n{"IssueTitle":"Cut"}\r\n0\r\n\r\n`],
    ['both ways to tell the length', `${head('Content-Length: 5', 'Transfer-Encoding: chunked')}0\r\n\r\n`],
    ['two lengths', `${head('Content-Length: 5', 'Content-Length: 6')}{"a":1`],
    ['a length that is no number', `${head('Content-Length: x')}{"a":1}`],
    ['no HTTP at all', 'HELLO\r\n\r\n'],
    ['a header without a name', `${head(': x', 'Content-Length: 2')}{}`],
    ['a NUL in a header', `${head('X-A: a\u0000b', 'Content-Length: 2')}{}`],
  ])('%s: 400, an envelope, and nothing is written', async (_name, sent) => {
    const before = await stateOf();
    const answer = await exchange(sent, { half: true });
    expect(answer).toMatch(/^HTTP\/1\.1 400 /u);
    expect(answer).toMatch(/^content-type: application\/json; charset=utf-8\r$/imu);
    expect(bodyOf(answer)).toBe(refusalBody(JSON.parse(bodyOf(answer)).ResponseMessage));
    expect(await stateOf()).toEqual(before);
  });

  it('headers of 20 KiB: 431, an envelope, and nothing is written', async () => {
    const before = await stateOf();
    const answer = await exchange(`${head(`X-Long: ${'x'.repeat(20 * 1024)}`, 'Content-Length: 2')}{}`);
    expect(answer).toMatch(/^HTTP\/1\.1 431 /u);
    expect(JSON.parse(bodyOf(answer))).toMatchObject({ IsError: true, ResponseData: null });
    expect(await stateOf()).toEqual(before);
  });

  it('a client that hangs up in the middle of its body leaves nothing behind', async () => {
    const before = await stateOf();
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    socket.write(`${head('Content-Length: 500')}{"IssueTitle":"Cut o`);
    await new Promise((resolve) => setTimeout(resolve, 20));
    socket.resetAndDestroy();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await stateOf()).toEqual(before);
  });

  it('a chunked body is put together, also inside of a character', async () => {
    const body = Buffer.from('{"IssueTitle":"In pieces 🖨️"}');
    const answer = await exchange(
      `${head('Transfer-Encoding: chunked', 'Connection: close')}1\r\n{\r\n${(body.length - 1).toString(16)}\r\n${body.toString().slice(1)}\r\n0\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 200 /u);
    expect(await putInChunks(['"{\\"IssueTi', 'tle\\": \\"In', ' three chunks\\"}"'])).toMatchObject({ status: 200 });
    expect(await readCase(testApp, 2304)).toMatchObject({ IssueTitle: 'In three chunks' });
  });

  it('a chunked body of 4 MiB is refused with 413 before it has all come', async () => {
    const before = await stateOf();
    const { status, body } = await putInChunks(['{"IssueDescription":"', ...Array(4).fill('x'.repeat(MEBIBYTE)), '"}']);
    expect([status, body]).toEqual([413, refusalBody('The request body is too large.')]);
    expect(await stateOf()).toEqual(before);
  });

  it('a Content-Length of 2 MiB is refused with 413 without reading it', async () => {
    const answer = await exchange(`${head(`Content-Length: ${2 * MEBIBYTE}`, 'Connection: close')}{"IssueTitle":"`);
    expect(answer).toMatch(/^HTTP\/1\.1 413 /u);
    expect(bodyOf(answer)).toBe(refusalBody('The request body is too large.'));
  });

  it('slashes before the path and a whole address in the request line are taken', async () => {
    const lines = [`Rest-Api-Key: ${SANDBOX_KEY}`, 'Host: x', 'Connection: close', '', ''].join('\r\n');
    expect(await exchange(`GET //api//cases/2304 HTTP/1.1\r\n${lines}`)).toMatch(/^HTTP\/1\.1 200 /u);
    expect(await exchange(`GET http://x/api/cases/2304 HTTP/1.1\r\n${lines}`)).toMatch(/^HTTP\/1\.1 200 /u);
  });

  it('several requests sent at once on one connection are answered in order', async () => {
    const put = (title: string, ...lines: string[]) =>
      `${head(`Content-Length: ${17 + title.length}`, ...lines)}{"IssueTitle":"${title}"}`;
    const answers = await exchange(`${put('One')}${put('')}${put('Three', 'Connection: close')}`);
    expect(answers.match(/HTTP\/1\.1 \d+/gu)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 400', 'HTTP/1.1 200']);
    expect(await readCase(testApp, 2304)).toMatchObject({ IssueTitle: 'Three' });
  });

  it('neither a key nor a defect got into the log', () => {
    expect(testApp.logged()).not.toContain(SANDBOX_KEY);
    expect(testApp.logged()).not.toContain('defect');
  });
});
