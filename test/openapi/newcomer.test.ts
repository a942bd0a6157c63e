import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SANDBOX_KEY } from '../../src/app/fill-sandbox.ts';
import { installClient } from '../support/client-package.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';

/** Packing compiles, on a busy machine too. */
const PACKING_MS = 180_000;

const run = promisify(execFile);
const page = await readFile('docs/api/README.md', 'utf8');

/** What stands between fences of this language. */
const blocks = (language: string): string[] =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gmsu'))].map(([, code = '']) => code);

describe('what a newcomer copies from docs/api/README.md', () => {
  let testApp: TestApp;
  let env: Record<string, string>;
  let folder: string;
  beforeAll(async () => {
    // As the sandbox does.
    testApp = await startTestApp('sqlite', { settings: { webhooksAllowPrivate: true } });
    folder = await mkdtemp(join(tmpdir(), 'casekeep-newcomer-'));
    await testApp.app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = testApp.app.server.address() as AddressInfo;
    env = {
      ...(process.env as Record<string, string>),
      CASEKEEP_URL: `http://127.0.0.1:${port}`,
      CASEKEEP_KEY: SANDBOX_KEY,
    };
  });
  afterAll(async () => {
    await testApp.close();
    await rm(folder, { recursive: true });
  });

  it('names the key of the sandbox', () => {
    expect(page).toContain(`CASEKEEP_KEY=${SANDBOX_KEY}\n`);
  });

  it('works with curl, and the refusal is the one that is printed', async () => {
    const commands = blocks('sh').filter((code) => code.startsWith('curl '));
    expect(commands.length).toBeGreaterThan(4);
    const answers: Record<string, unknown>[] = [];
    for (const command of commands) {
      const { stdout } = await run('bash', ['-e', '-c', command], { env });
      answers.push(JSON.parse(stdout));
    }
    const { requestId: _, ...refused } = answers.find(({ status }) => status === 400) ?? {};
    expect(refused).toEqual(JSON.parse(blocks('json')[0] ?? ''));
    const ofOldApi = answers.find((answer) => 'IsError' in answer);
    expect(ofOldApi).toEqual({ IsError: false, ResponseMessage: 'ToBePublished', ResponseData: 2304 });
    expect(answers.find((answer) => 'secret' in answer)).toMatchObject({ types: ['case.*'], active: true });
    const made = await testApp.rows("select count(*) as n from cases where title = 'Order 4711 is late'");
    expect(made.map(({ n }) => Number(n))).toEqual([1]);
  });

  it(
    'works with TypeScript, with the package alone',
    async () => {
      const [script = ''] = blocks('ts');
      const project = await installClient(folder);
      expect(await project.check(script)).toBe('');
      const written = await project.run(script, env);
      expect(written).toMatch(/^Case \d+: Order 4711 is late\n/u);
      expect(written).toContain('412 CASE_CONFLICT: Case 2304 is at revision');
    },
    PACKING_MS,
  );
});
