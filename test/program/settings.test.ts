import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { settingsByName } from '../../src/app/settings.ts';
import { runProgram, startServer, temporaryDirectory } from '../support/program.ts';

const helps = [
  [[], ['serve', 'sandbox', 'user', 'key', 'CASEKEEP_PORT', 'CASEKEEP_DATABASE_URL']],
  [['serve'], ['Serve the cases']],
  [['sandbox'], ['example data']],
  [['user'], ['add', 'list', 'link', 'deactivate', 'activate']],
  [
    ['user', 'add'],
    ['--role', '"administrator"', '--time-zone'],
  ],
  [['user', 'list'], ['List all users']],
  [['user', 'link'], ['<username>']],
  [['user', 'deactivate'], ['<username>']],
  [['user', 'activate'], ['<username>']],
  [['key'], ['create', 'list', 'revoke']],
  [
    ['key', 'create'],
    ['--days', '--name'],
  ],
  [['key', 'list'], ['List all API keys']],
  [['key', 'revoke'], ['<id>']],
] as const;

describe('the command line', () => {
  it('explains every command with --help, on standard output, with exit code 0', async () => {
    const runs = helps.map(async ([command, words]) => {
      const { code, stdout, stderr } = await runProgram([...command, '--help']);
      expect({ command, code, stderr }).toEqual({ command, code: 0, stderr: '' });
      for (const word of words) expect(stdout).toContain(word);
    });
    await Promise.all(runs);
  });

  it('explains every command that its help names, also those that came later', async () => {
    const { stdout } = await runProgram(['--help']);
    const [, named = ''] = stdout.split(/^Commands:$/mu);
    const names = [...named.matchAll(/^ {2}([a-z]\S*)/gmu)]
      .map(([, name = '']) => name)
      .filter((name) => name !== 'help');
    expect(names.length).toBeGreaterThan(12);
    for (const name of names) {
      const { code, stdout: help } = await runProgram([name, '--help']);
      expect([name, code, help]).toEqual([
        name,
        0,
        expect.stringMatching(new RegExp(`^Usage: casekeep ${name}\\b.*\n\n\\S`, 'u')),
      ]);
    }
  });

  it.each([
    [['serv'], "unknown command 'serv'"],
    [['serve', '--port', '1'], "unknown option '--port'"],
    [['user', 'add'], "missing required argument 'username'"],
    [['user', 'add', 'x', '--role', 'king'], 'Allowed choices are administrator, member'],
    [['key', 'revoke', 'x'], 'whole number above 0'],
  ])('refuses %j with a hint and exit code 1', async (command, words) => {
    const { code, stdout, stderr } = await runProgram(command);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(words);
    expect(stderr).toContain('--help');
  });

  it('says everything that is wrong with the settings at once', async () => {
    const settings = { PORT: '65536', LOG_LEVEL: 'loud', PUBLIC_URL: 'example.com', DATABASE_URL: 'mysql://x' };
    const { code, stdout, stderr } = await runProgram(['serve'], settings);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr.trim().split('\n')).toEqual([
      'The settings are not valid:',
      'CASEKEEP_PORT must be a whole number from 0 to 65535.',
      'CASEKEEP_DATABASE_URL must be a URL that begins with postgres:// or postgresql://.',
      'CASEKEEP_PUBLIC_URL must be a URL that begins with http:// or https://.',
      'CASEKEEP_LOG_LEVEL must be one of: silent, fatal, error, warn, info, debug, trace.',
    ]);
  });

  it('warns of names that are no settings, and of no others', async () => {
    const directory = await temporaryDirectory();
    const server = await startServer({ DATA_DIR: directory.path, PROT: '80' });
    const { stdout } = await server.stop();
    const command = await runProgram(['user', 'list'], { DATA_DIR: directory.path, PROT: '80' });
    await directory.remove();
    const warnings = stdout.split('\n').filter((line) => line.includes('"level":40'));
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain('CASEKEEP_PROT is not a setting of Casekeep and has no effect.');
    expect(command).toMatchObject({
      code: 0,
      stderr: 'CASEKEEP_PROT is not a setting of Casekeep and has no effect.\n',
    });
  });

  it('has the settings that the README tells of, with the same defaults', () => {
    const readme = readFileSync(join(import.meta.dirname, '..', '..', 'README.md'), 'utf8');
    const rows = [...readme.matchAll(/^\| `(CASEKEEP_\w+)` \|.*\| (?:`(.*)`|[^`|]*) ?\|$/gmu)];
    const told = rows.map(([, name, otherwise]) => [name, otherwise ?? 'undefined']);
    const settings = Object.entries(settingsByName).map(([name, { otherwise }]) => [name, String(otherwise)]);
    expect(told).toEqual(settings);
  });
});
