import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SANDBOX_KEY } from '../../src/app/fill-sandbox.ts';
import { sandboxKeys } from '../../src/app/sandbox-access.ts';
import { type Server, startServer, temporaryDirectory } from '../support/program.ts';

/** The agent of the first space, to whom case 2304 can be given. */
const JONAS = 3;

const XML_SERVICE = '/services/issuetrackerservice.svc/case';

interface Sent {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

describe('the controls of the sandbox', () => {
  let sandbox: Server;
  let directory: Awaited<ReturnType<typeof temporaryDirectory>>;
  beforeAll(async () => {
    directory = await temporaryDirectory();
    sandbox = await startServer({ DATA_DIR: directory.path }, 'sandbox');
  });
  beforeEach(() => call('POST /sandbox/reset'));
  afterAll(async () => {
    await sandbox.stop();
    await directory.remove();
  });

  const call = async (operation: string, { body, headers = {} }: Sent = {}) => {
    const [method = '', path = ''] = operation.split(' ');
    const response = await fetch(`${sandbox.url}${path}`, {
      method,
      headers: {
        'rest-api-key': SANDBOX_KEY,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    // biome-ignore lint/suspicious/noExplicitAny: answers of every shape.
    return { status: response.status, headers: response.headers, body: (text === '' ? null : JSON.parse(text)) as any };
  };
  const rename = (title: string, headers = {}) => call('PATCH /api/v1/cases/2304', { body: { title }, headers });
  const title = async (): Promise<string> => (await call('GET /api/v1/cases/2304')).body.title;

  it('stop the clock, set it and move it on', async () => {
    const body = { now: '2030-01-01T00:00:00Z', stopped: true };
    expect((await call('POST /sandbox/clock', { body })).body).toEqual({
      now: '2030-01-01T00:00:00.000Z',
      stopped: true,
    });
    expect((await rename('In 2030')).body.updatedAt).toBe('2030-01-01T00:00:00.000Z');
    await call('POST /sandbox/clock', { body: { advance: 'P1DT1H' } });
    expect((await rename('A day later')).body.updatedAt).toBe('2030-01-02T01:00:00.000Z');
    await call('POST /sandbox/reset');
    expect(Date.parse((await call('GET /sandbox/clock')).body.now)).toBeLessThan(Date.parse('2030-01-01'));
  });

  it('do what is due when the clock has moved: notifications are forgotten after 90 days', async () => {
    const [assignee] = sandboxKeys.filter(({ role }) => role === 'agent');
    const headers = { 'rest-api-key': assignee?.key ?? '' };
    const told = async () => (await call('GET /api/notifications', { headers })).body.ResponseData.length;
    await call('PATCH /api/v1/cases/2304', { body: { assigneeId: JONAS } });
    expect(await told()).toBeGreaterThan(0);
    await call('POST /sandbox/clock', { body: { advance: 'P91D' } });
    expect(await told()).toBe(0);
  });

  it.each([
    [{}, 'The request body'],
    [{ advance: 'soon' }, 'advance'],
    [{ now: 'yesterday' }, 'now'],
    [{ tomorrow: true }, 'tomorrow'],
  ])('refuse the time %j and name the field', async (body, field) => {
    const refused = await call('POST /sandbox/clock', { body });
    expect([refused.status, refused.body.errors[0].field]).toEqual([400, field]);
  });

  it('take snapshots and restore them, with the search and the next ID', async () => {
    await rename('A platypus in the snapshot');
    expect((await call('PUT /sandbox/snapshots/before')).status).toBe(204);
    await rename('Changed');
    const { spaceId, projectId } = (await call('GET /api/v1/cases/2304')).body;
    const create = () => call('POST /api/v1/cases', { body: { title: 'New', spaceId, projectId } });
    const first = await create();
    expect((await call('POST /sandbox/snapshots/before/restore')).status).toBe(204);
    expect(await title()).toBe('A platypus in the snapshot');
    const found = await call('GET /api/cases?keyword=platypus');
    expect(found.body.ResponseData.map(({ IssueID }: { IssueID: number }) => IssueID)).toEqual([2304]);
    expect((await create()).body.id).toBe(first.body.id);
    expect((await call('POST /sandbox/snapshots/other/restore')).status).toBe(404);
    expect((await call('GET /sandbox/snapshots')).body.items).toEqual(['before']);
  });

  it('refuse the next requests with a status, and then no more', async () => {
    const fault = { effect: 'status', status: 503, headers: { 'retry-after': '1' }, path: '/api/v1/*', times: 2 };
    expect((await call('POST /sandbox/faults', { body: fault })).status).toBe(201);
    expect((await call('GET /api/cases/2304')).status).toBe(200);
    const answers = [await rename('One'), await rename('Two'), await rename('Three')];
    expect(answers.map(({ status }) => status)).toEqual([503, 503, 200]);
    expect(answers[0]?.headers.get('retry-after')).toBe('1');
    expect((await call('GET /sandbox/faults')).body.items).toEqual([]);
  });

  it('refuse in the manner of the API that is asked: an envelope, in XML where that is spoken, or a problem', async () => {
    const answers: [number, string | null, string][] = [];
    for (const operation of ['GET /api/cases/2304', `POST ${XML_SERVICE}`, 'GET /api/v1/cases/2304']) {
      await call('POST /sandbox/faults', { body: { effect: 'status', status: 503 } });
      const [method = '', path = ''] = operation.split(' ');
      const response = await fetch(`${sandbox.url}${path}`, { method, headers: { 'rest-api-key': SANDBOX_KEY } });
      answers.push([response.status, response.headers.get('content-type'), await response.text()]);
    }
    const sentence = 'A fault that was asked for at /sandbox/faults.';
    expect(answers).toEqual([
      [503, 'application/json; charset=utf-8', `{"IsError":true,"ResponseMessage":"${sentence}","ResponseData":null}`],
      [
        503,
        'application/xml; charset=utf-8',
        expect.stringContaining(`<IsError>true</IsError><ResponseMessage>${sentence}</ResponseMessage>`),
      ],
      [503, 'application/problem+json; charset=utf-8', expect.stringContaining('"code":"INJECTED_FAULT"')],
    ]);
  });

  it.each([
    [{ effect: 'explode' }, 'effect', 'must be one of status, delay, drop-answer, duplicate'],
    [{ effect: 'delay' }, 'delayMs', 'is required for the effect delay'],
    [{ effect: 'delay', delayMs: 10, status: 500 }, 'status', 'is only for the effect status'],
    [{ effect: 'drop-answer', headers: { 'retry-after': '1' } }, 'headers', 'is only for the effect status'],
  ])('refuse the fault %j and name the field', async (body, field, problem) => {
    const refused = await call('POST /sandbox/faults', { body });
    expect([refused.status, refused.body.errors]).toEqual([400, [{ field, problem }]]);
    expect((await call('GET /sandbox/faults')).body.items).toEqual([]);
  });

  it('let a request wait as long as was told, also before it is refused', async () => {
    await call('POST /sandbox/faults', { body: { effect: 'delay', delayMs: 300 } });
    await call('POST /sandbox/faults', { body: { effect: 'status', delayMs: 300 } });
    for (const status of [200, 503]) {
      const begun = performance.now();
      expect((await call('GET /api/v1/cases/2304')).status).toBe(status);
      // Timers may be a little early.
      expect(performance.now() - begun).toBeGreaterThan(290);
    }
  });

  it('drop an answer after the change is on disk, so that a client has to ask again with its idempotency key', async () => {
    await call('POST /sandbox/faults', { body: { effect: 'drop-answer', method: 'PATCH' } });
    const headers = { 'idempotency-key': 'once' };
    await expect(rename('Done once', headers)).rejects.toThrow();
    expect(await title()).toBe('Done once');
    const again = await rename('Done once', headers);
    expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([200, 'true']);
  });

  it('deliver a request twice', async () => {
    const { spaceId, projectId } = (await call('GET /api/v1/cases/2304')).body;
    await call('POST /sandbox/faults', { body: { effect: 'duplicate', path: '/api/v1/cases' } });
    const request = { body: { title: 'Twice', spaceId, projectId } };
    const second = await call('POST /api/v1/cases', request);
    expect((await call(`GET /api/v1/cases/${second.body.id - 1}`)).body.title).toBe('Twice');
    await call('POST /sandbox/faults', { body: { effect: 'duplicate', path: '/api/v1/cases' } });
    const once = await call('POST /api/v1/cases', { ...request, headers: { 'idempotency-key': 'twice' } });
    expect([once.headers.get('idempotency-replayed'), once.body.id]).toEqual(['true', second.body.id + 1]);
  });

  it('write down what was asked, without keys', async () => {
    await rename('Seen', { 'idempotency-key': 'k' });
    await call(`GET /api/cases/2304?token=${SANDBOX_KEY}`);
    const { items } = (await call('GET /sandbox/requests?method=patch')).body;
    expect(items).toMatchObject([
      {
        method: 'PATCH',
        path: '/api/v1/cases/2304',
        body: { title: 'Seen' },
        status: 200,
        idempotencyKey: 'k',
        userId: 1,
      },
    ]);
    expect(JSON.stringify((await call('GET /sandbox/requests')).body)).not.toContain(SANDBOX_KEY);
    await call('DELETE /sandbox/requests');
    expect((await call('GET /sandbox/requests')).body.items).toEqual([]);
  });
});
