// npm test: all tests. Arguments go to Vitest, for example a part of a file name, or -t and a part of a test's name.

import { join } from 'node:path';
import { endLike, runChild } from './child-process.mjs';

const root = join(import.meta.dirname, '..');
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');

endLike(await runChild(process.execPath, [vitest, 'run', ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' }));
