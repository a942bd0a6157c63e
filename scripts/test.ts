// npm test: all tests. Arguments go to Vitest, for example a part of a file name, or -t and a part of a test's name.

import { join } from 'node:path';
import { buildWeb } from './build-web.mjs';
import { endLike, runChild } from './child-process.mjs';
import { installChromium } from './chromium.ts';

const root = join(import.meta.dirname, '..');
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
const given = process.argv.slice(2);

/** Whether tests of the web interface may be among those that are asked for. */
const wantsBrowser = given.length === 0 || given.some((argument) => argument.includes('e2e'));
if (wantsBrowser) {
  await installChromium();
  await buildWeb({ root, node: process.execPath, env: process.env });
}

endLike(await runChild(process.execPath, [vitest, 'run', ...given], { cwd: root, stdio: 'inherit' }));
