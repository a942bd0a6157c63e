import { execFile } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Server, startServer, temporaryDirectory } from '../support/program.ts';

const run = promisify(execFile);
const root = join(import.meta.dirname, '..', '..');
const USUAL_URL = 'http://127.0.0.1:8080';

describe('the page about the sandbox', () => {
  let sandbox: Server;
  let directory: Awaited<ReturnType<typeof temporaryDirectory>>;
  let page: string;
  beforeAll(async () => {
    directory = await temporaryDirectory();
    sandbox = await startServer({ DATA_DIR: directory.path }, 'sandbox');
    page = await readFile(join(root, 'docs', 'sandbox.md'), 'utf8');
  });
  afterAll(async () => {
    await sandbox.stop();
    await directory.remove();
  });

  const example = (language: string): string => {
    const [, code] = new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\`$`, 'msu').exec(page) ?? [];
    if (code === undefined) throw new Error(`The page has no example in ${language}.`);
    return code.replaceAll(USUAL_URL, sandbox.url);
  };

  it('has an example for the shell that works', async () => {
    const { stdout } = await run('bash', ['-euo', 'pipefail', '-c', example('sh')]);
    expect(stdout).toContain('"title":"Printed twice"');
  });

  it('has an example for Vitest that passes', async () => {
    // Inside the packages' folder, where Vitest is found as in a project of one's own.
    const folder = join(root, 'node_modules', '.cache', `casekeep-example-${process.pid}`);
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'example.test.ts'), example('ts'));
    const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
    const { stdout } = await run(process.execPath, [vitest, 'run', '--root', folder], {
      env: { ...process.env, CI: '1' },
    });
    await rm(folder, { recursive: true });
    expect(stdout).toMatch(/1 passed/u);
  });
});
