// The browser for the tests of the web interface: the system's, installed from Debian's packages where there is none.

import { accessSync, constants } from 'node:fs';
import { runChild } from './child-process.mjs';

const CANDIDATES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const isThere = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** The path of Chromium; undefined where it is not installed. CASEKEEP_TEST_CHROMIUM names another one. */
export const findChromium = (): string | undefined => process.env['CASEKEEP_TEST_CHROMIUM'] || CANDIDATES.find(isThere);

/** Installs Chromium if there is none. Throws an error for people where that is not possible. */
export const installChromium = async (): Promise<void> => {
  if (findChromium() !== undefined) return;
  console.log('Installing Chromium for the tests of the web interface (once, about a minute) …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args: string[]) => runChild('apt-get', ['-qq', ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const failure = await apt('update')
    .then(() => apt('install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-core'))
    .then(({ code, output }) => (code === 0 ? undefined : output))
    .catch(String);
  if (findChromium() !== undefined) return;
  throw new Error(
    `The tests of the web interface need Chromium, which could not be installed by apt-get: ${failure?.trim()}\n` +
      'Install it, or name one in CASEKEEP_TEST_CHROMIUM.',
  );
};
