import { mkdtemp, readFile, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { SANDBOX_KEY } from '../../src/app/fill-sandbox.ts';
import { type ClientProject, installClient, manifestIn } from '../support/client-package.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';

/** Packing compiles, on a busy machine too. */
const PACKING_MS = 180_000;

const readme = await readFile('src/client/README.md', 'utf8');

describe('the package of the client', () => {
  let testApp: TestApp;
  let folder: string;
  let project: ClientProject;
  let url: string;
  beforeAll(async () => {
    testApp = await startTestApp('sqlite');
    await testApp.app.listen({ port: 0, host: '127.0.0.1' });
    url = `http://127.0.0.1:${(testApp.app.server.address() as AddressInfo).port}`;
    folder = await mkdtemp(join(tmpdir(), 'casekeep-client-'));
    project = await installClient(folder);
  }, PACKING_MS);
  afterAll(async () => {
    await testApp.close();
    await rm(folder, { recursive: true });
  });

  it('has JavaScript, types, a README and a licence, and needs no other package', async () => {
    expect(project.files).toEqual(
      expect.arrayContaining(['LICENSE', 'README.md', 'dist/index.d.ts', 'dist/index.js', 'package.json']),
    );
    const others = project.files.filter(
      (name) => !/^(?:dist(?:\/generated)?(?:\/[\w-]+\.(?:js|d\.ts))?|[A-Z]+(?:\.md)?|package\.json)$/u.test(name),
    );
    expect(others).toEqual([]);
    const { version, dependencies, peerDependencies } = await manifestIn(project);
    expect([version, dependencies, peerDependencies]).toEqual([manifest.version, undefined, undefined]);
  });

  it('refers to nothing outside of itself', async () => {
    for (const name of project.files.filter((each) => /\.(?:js|ts)$/u.test(each))) {
      const code = await readFile(join(project.folder, 'node_modules/casekeep-client', name), 'utf8');
      const imported = [...code.matchAll(/\b(?:from\s+|import\s+|import\()['"]([^'"]+)['"]/gu)].map(
        ([, path = '']) => path,
      );
      const depth = name.split('/').length - 2;
      expect([
        name,
        imported.filter((path) => !(path.startsWith('./') || (depth > 0 && path.startsWith('../')))),
      ]).toEqual([name, []]);
    }
  });

  it('types what its README does, and refuses what the API would', async () => {
    const [example = ''] = [...readme.matchAll(/^```ts\n(.*?)^```$/gmsu)].map(([, code]) => code);
    expect(example).toContain("from 'casekeep-client'");
    expect(await project.check(example)).toBe('');
    const wrong = `${example}\nawait casekeep.updateCase({ caseId: 2304, body: { titel: 'x' } });\n`;
    expect(await project.check(wrong)).toContain("'titel' does not exist in type 'CasePatch'");
  });

  it('does what its README does, in JavaScript as it is installed', async () => {
    const [example = ''] = [...readme.matchAll(/^```ts\n(.*?)^```$/gmsu)].map(([, code]) => code);
    const script = example.replace('https://cases.example.com', url);
    const written = await project.run(script, { CASEKEEP_KEY: SANDBOX_KEY });
    expect(written).toContain('Sara Lindqvist\n');
    expect(written).toContain("property: 'title'");
  });
});
