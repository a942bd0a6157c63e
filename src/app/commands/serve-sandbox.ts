import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { operator } from '../../kernel/actor.ts';
import { Context, type Platform } from '../../platform/context.ts';
import { readConfiguration, SettingsError } from '../config.ts';
import { SANDBOX_KEY } from '../fill-sandbox.ts';
import { jobs } from '../jobs.ts';
import { listen } from '../listen.ts';
import { isLoopback, requireLoopback } from '../loopback-only.ts';
import { resetSandbox } from '../reset-sandbox.ts';
import { meetFaults } from '../sandbox/fault-hooks.ts';
import { logRequests } from '../sandbox/request-log.ts';
import { sandboxRoutes } from '../sandbox/sandbox.routes.ts';
import { Sandbox } from '../sandbox/sandbox.ts';
import { SANDBOX_PASSWORD, sandboxKeys } from '../sandbox-access.ts';
import { table } from './table.ts';

/** Serves example data to test integrations against. Throws SettingsError. */
export const serveSandbox = async (): Promise<void> => {
  const { settings, warnings } = readConfiguration();
  if (!isLoopback(settings.host)) {
    throw new SettingsError('CASEKEEP_HOST must be a loopback address: the key of the sandbox is no secret.');
  }
  const dataDir = temporaryDirectory();
  const sandbox = new Sandbox(jobs);
  const { url } = await listen({
    // What is tested against it runs on the same machine.
    settings: { ...settings, dataDir, databaseUrl: undefined, webhooksAllowPrivate: true },
    warnings,
    durable: false,
    prepare: reset,
    now: sandbox.clock.now,
    before: (app) => {
      app.addHook('onRequest', requireLoopback);
      logRequests(app, sandbox.requests);
      meetFaults(app, sandbox.faults);
    },
    extend: (app, platform) =>
      app.register(async (control) => sandboxRoutes(control, platform, sandbox), { prefix: '/sandbox' }),
  });
  console.log(`The sandbox serves ${url} with example data; API key: ${SANDBOX_KEY}`);
  console.log(otherWaysIn());
};

/** Everybody's password, and keys of others than the administrator. */
const otherWaysIn = (): string => {
  const keys = sandboxKeys.map(({ username, role, key }) => [username, role, key]);
  return [
    table(['USER NAME', 'ROLE IN SPACE 1', 'API KEY'], keys),
    `Everybody signs in with the password: ${SANDBOX_PASSWORD}`,
  ].join('\n');
};

const reset = (platform: Platform): Promise<void> => resetSandbox(new Context(platform, operator('setup')));

const temporaryDirectory = (): string => {
  const directory = mkdtempSync(join(tmpdir(), 'casekeep-sandbox-'));
  process.on('exit', () => rmSync(directory, { recursive: true, force: true }));
  return directory;
};
