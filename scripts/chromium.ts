// The browser for the tests of the web interface: the system's, installed from Debian's packages where there is none.

import { accessSync, constants } from 'node:fs';
import { runChild } from './child-process.mjs';

/** The same engine without windows: a page takes it a fifth of the processor time. */
const SHELL = '/usr/bin/chromium-headless-shell';
const OTHERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const isThere = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** The path of Chromium; undefined where it is not installed. CASEKEEP_TEST_CHROMIUM names another one. */
export const findChromium = (): string | undefined =>
  process.env['CASEKEEP_TEST_CHROMIUM'] || [SHELL, ...OTHERS].find(isThere);

/**
 * Installs Chromium if there is none; where everything is tested also if there is only one with windows. Throws an error
 * for people where that is not possible.
 */
export const installChromium = async (): Promise<void> => {
  const found = findChromium();
  if (found !== undefined && (!OTHERS.includes(found) || !process.env['CI'])) return;
  console.log('Installing Chromium for the tests of the web interface (once, about a minute) …');
  const failures = [await install('chromium-headless-shell')];
  if (findChromium() === undefined) failures.push(await install('chromium'));
  if (findChromium() !== undefined) return;
  throw new Error(
    `The tests of the web interface need Chromium, which could not be installed by apt-get: ${failures.join('\n').trim()}\n` +
      'Install it, or name one in CASEKEEP_TEST_CHROMIUM.',
  );
};

/** What apt-get said of the package, if it could not install it. */
const install = async (name: string): Promise<string | undefined> => {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args: string[]) => runChild('apt-get', ['-qq', ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  return apt('update')
    .then(() => apt('install', '-y', '--no-install-recommends', name, 'fonts-noto-core'))
    .then(({ code, output }) => (code === 0 ? undefined : output))
    .catch(String);
};
