import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { deliverWebhooks } from '../../src/features/webhooks/deliver-webhooks.ts';
import { pauseAfter } from '../../src/features/webhooks/webhook.ts';
import { call } from '../support/api.ts';
import { type ClientProject, installClient } from '../support/client-package.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';
import { WebhookReceiver } from '../support/webhook-receiver.ts';

/** Packing compiles, on a busy machine too. */
const PACKING_MS = 180_000;

const run = promisify(execFile);
const page = await readFile('docs/api/README.md', 'utf8');
const [, section = ''] = page.split('## Receiving webhooks');
const blocks = (language: string): string[] =>
  [...section.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gmsu'))].map(([, code = '']) => code);

describe('what docs/api/README.md tells those who receive webhooks', () => {
  let testApp: TestApp;
  let folder: string;
  beforeAll(async () => {
    testApp = await startTestApp('sqlite', { settings: { webhooksAllowPrivate: true } });
    folder = await mkdtemp(join(tmpdir(), 'casekeep-receiver-'));
  });
  afterAll(async () => {
    await testApp.close();
    await rm(folder, { recursive: true });
  });

  const create = async (url: string) =>
    (await call(testApp, 'POST /webhooks', { body: { url, types: ['case.*'] } })).body;
  const retitle = (title: string) => call(testApp, 'PATCH /cases/2304', { body: { title } });
  const deliver = () => deliverWebhooks.run(testApp.operator);
  const deliveries = async (id: number) => (await call(testApp, `GET /webhooks/${id}/deliveries`)).body.items;

  it('has the event of the OpenAPI document', async () => {
    const { webhooks } = JSON.parse(await readFile('docs/api/openapi.json', 'utf8'));
    const { example } = webhooks.event.post.requestBody.content['application/json'];
    expect(JSON.parse(blocks('json')[0] ?? '')).toEqual(example);
  });

  it('has the pauses after which it is sent again', () => {
    const pauses = Array.from({ length: 20 }, (_, index) => pauseAfter(index + 1, 0) / 1_000);
    const longest = pauses.at(-1) ?? 0;
    const growing = pauses.filter((seconds) => seconds < longest).map(inWords);
    expect(section.replaceAll(/\s+/gu, ' ')).toContain(
      `sent again after ${growing.join(', ')}, then every ${inWords(longest)},`,
    );
    expect(pauseAfter(1, 1) / pauseAfter(1, 0)).toBeCloseTo(1 + 1 / 5);
  });

  it('can be checked by hand: what is genuine, also while the secret is replaced, and what is not', async () => {
    const receiver = await new WebhookReceiver().start();
    const { id, secret } = await create(receiver.url);
    const rotated = (await call(testApp, `POST /webhooks/${id}/rotate-secret`)).body;
    await retitle('Ünï "quoted"');
    await deliver();
    await receiver.close();
    await call(testApp, `DELETE /webhooks/${id}`);
    const { headers, body = '' } = receiver.accepted[0] ?? {};
    const [check = ''] = blocks('sh').filter((code) => code.includes('openssl'));
    const checked = async (by: string, sent: string) => {
      await writeFile(join(folder, 'body.json'), sent);
      const env = {
        ...process.env,
        WEBHOOK_SECRET: by,
        WEBHOOK_ID: String(headers?.['webhook-id']),
        WEBHOOK_TIMESTAMP: String(headers?.['webhook-timestamp']),
        WEBHOOK_SIGNATURE: String(headers?.['webhook-signature']),
      };
      return run('bash', ['-e', '-c', check], { env, cwd: folder }).then(
        ({ stdout }) => stdout,
        ({ code, stdout }) => `${stdout}${code}`,
      );
    };
    expect(await checked(secret, body)).toBe('genuine\n');
    expect(await checked(rotated.secret, body)).toBe('genuine\n');
    expect(await checked(secret, `${body} `)).toBe('forged\n1');
    expect(await checked(`whsec_${Buffer.alloc(32).toString('base64')}`, body)).toBe('forged\n1');
  });

  describe('has a receiver in TypeScript', () => {
    let project: ClientProject;
    let receiver: ChildProcess;
    let written = '';
    let url: string;
    let webhook: { id: number; secret: string };
    const [script = ''] = blocks('ts');
    beforeAll(async () => {
      project = await installClient(folder);
      const port = await freePort();
      url = `http://127.0.0.1:${port}/`;
      webhook = await create(url);
      await writeFile(join(project.folder, 'receiver.ts'), script);
      receiver = spawn(process.execPath, ['receiver.ts'], {
        cwd: project.folder,
        env: { ...process.env, WEBHOOK_SECRET: webhook.secret, PORT: String(port) },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      receiver.stdout?.setEncoding('utf8').on('data', (piece: string) => {
        written += piece;
      });
      await vi.waitFor(() => expect(written).toBe('It listens.\n'), { timeout: 30_000 });
      written = '';
    }, PACKING_MS);
    afterAll(() => {
      receiver?.kill();
    });

    it('whose types are those of the package', { timeout: PACKING_MS }, async () => {
      expect(await project.check(script)).toBe('');
    });

    it('that does what is told once, however often it arrives', async () => {
      await retitle('Told once');
      await call(testApp, `POST /webhooks/${webhook.id}/ping`);
      await deliver();
      const sent = await deliveries(webhook.id);
      const { id } = sent.find(({ type }: { type: string }) => type === 'case.updated');
      expect((await call(testApp, `POST /webhooks/${webhook.id}/deliveries/${id}/redeliver`)).status).toBe(202);
      await deliver();
      const all = await deliveries(webhook.id);
      expect(all.map(({ responseStatus }: { responseStatus: number }) => responseStatus)).toEqual([204, 204, 204]);
      await vi.waitFor(() =>
        expect(written.trim().split('\n').toSorted()).toEqual(['case.updated of case 2304', 'ping of case null']),
      );
    });

    it('that refuses what is forged', async () => {
      const [{ body }] = await deliveries(webhook.id);
      const timestamp = String(Math.floor(Date.now() / 1_000));
      const signature = `v1,${Buffer.alloc(32).toString('base64')}`;
      const headers = { 'webhook-id': 'msg_1', 'webhook-timestamp': timestamp, 'webhook-signature': signature };
      expect((await fetch(url, { method: 'POST', headers, body })).status).toBe(401);
      expect((await fetch(url, { method: 'POST', body })).status).toBe(401);
    });
  });
});

/** `2 min 15 s` */
const inWords = (seconds: number): string =>
  [
    [Math.floor(seconds / 3_600), 'h'],
    [Math.floor(seconds / 60) % 60, 'min'],
    [seconds % 60, 's'],
  ]
    .filter(([count]) => count !== 0)
    .map((part) => part.join(' '))
    .join(' ');

/** One that nobody listens on now. */
const freePort = async (): Promise<number> => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
};
