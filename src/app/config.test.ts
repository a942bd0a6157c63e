import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Environment, readConfiguration, SettingsError } from './config.ts';

const read = (environment: Environment) => readConfiguration(environment).settings;

const problemsOf = (environment: Environment): string[] => {
  try {
    readConfiguration(environment);
    return [];
  } catch (error) {
    if (error instanceof SettingsError) return error.message.split('\n');
    throw error;
  }
};

describe('the settings', () => {
  it('need none of them', () => {
    expect(readConfiguration({})).toEqual({
      settings: {
        port: 8080,
        host: '127.0.0.1',
        dataDir: './data',
        databaseUrl: undefined,
        databaseConnections: 10,
        publicUrl: undefined,
        webhooksAllowPrivate: false,
        smtpServer: undefined,
        mailFrom: undefined,
        maxUploadMb: 25,
        fileQuotaMb: 10_240,
        maxImportMb: 512,
        importQuotaMb: 4_096,
        logLevel: 'info',
        trustProxy: false,
      },
      warnings: [],
    });
  });

  it.each([
    ['CASEKEEP_PORT', '0', { port: 0 }],
    ['CASEKEEP_PORT', ' 65535\n', { port: 65_535 }],
    ['CASEKEEP_PORT', '', { port: 8080 }],
    ['CASEKEEP_HOST', '0.0.0.0', { host: '0.0.0.0' }],
    ['CASEKEEP_DATA_DIR', '/var/lib/my cases', { dataDir: '/var/lib/my cases' }],
    ['CASEKEEP_DATABASE_URL', 'postgres://me:p%40ss@db/cases', { databaseUrl: 'postgres://me:p%40ss@db/cases' }],
    ['CASEKEEP_DATABASE_URL', 'postgresql:///cases', { databaseUrl: 'postgresql:///cases' }],
    ['CASEKEEP_DATABASE_CONNECTIONS', '500', { databaseConnections: 500 }],
    ['CASEKEEP_PUBLIC_URL', 'https://example.com/cases//', { publicUrl: 'https://example.com/cases' }],
    ['CASEKEEP_MAX_UPLOAD_MB', '1', { maxUploadMb: 1 }],
    ['CASEKEEP_FILE_QUOTA_MB', '500000', { fileQuotaMb: 500_000 }],
    ['CASEKEEP_MAX_IMPORT_MB', '64', { maxImportMb: 64 }],
    ['CASEKEEP_IMPORT_QUOTA_MB', '128', { importQuotaMb: 128 }],
    ['CASEKEEP_LOG_LEVEL', 'trace', { logLevel: 'trace' }],
    ['CASEKEEP_TRUST_PROXY', 'true', { trustProxy: true }],
  ])('take %s=%j', (name, value, expected) => {
    expect(read({ [name]: value })).toMatchObject(expected);
  });

  it.each([
    ['CASEKEEP_PORT', '65536', 'must be a whole number from 0 to 65535'],
    ['CASEKEEP_PORT', '-1', 'must be a whole number from 0 to 65535'],
    ['CASEKEEP_PORT', '80.5', 'must be a whole number from 0 to 65535'],
    ['CASEKEEP_PORT', 'http', 'must be a whole number from 0 to 65535'],
    ['CASEKEEP_DATABASE_URL', 'mysql://db/cases', 'must be a URL that begins with postgres:// or postgresql://'],
    ['CASEKEEP_DATABASE_CONNECTIONS', '1', 'must be a whole number from 2 to 500'],
    ['CASEKEEP_PUBLIC_URL', 'example.com', 'must be a URL that begins with http:// or https://'],
    ['CASEKEEP_PUBLIC_URL', 'javascript:alert(1)', 'must be a URL that begins with http:// or https://'],
    ['CASEKEEP_SMTP_URL', 'mail.example.com', 'must be a URL such as smtps://user:password@mail.example.com:465'],
    ['CASEKEEP_MAIL_FROM', 'Help Desk', 'must be an address such as Help Desk <help@example.com>'],
    ['CASEKEEP_LOG_LEVEL', 'INFO', 'must be one of: silent, fatal, error, warn, info, debug, trace'],
    ['CASEKEEP_TRUST_PROXY', 'yes', 'must be one of: true, false'],
  ])('refuse %s=%j', (name, value, problem) => {
    expect(problemsOf({ [name]: value })).toEqual([`${name} ${problem}.`]);
  });

  it('tell everything that is wrong at once, and repeat no value', () => {
    const problems = problemsOf({
      CASEKEEP_PORT: 'x',
      CASEKEEP_LOG_LEVEL: 'loud',
      CASEKEEP_DATABASE_URL: 'mysql://me:secret@db',
    });
    expect(problems).toHaveLength(3);
    expect(problems.join()).not.toContain('secret');
  });

  it('warn of names that are none, and of nothing else', () => {
    const { warnings } = readConfiguration({
      CASEKEEP_PROT: '80',
      CASEKEEP_PORT: '80',
      CASEKEEP_HOST_FILE: undefined,
      PATH: '/bin',
    });
    expect(warnings).toEqual(['CASEKEEP_PROT is not a setting of Casekeep and has no effect.']);
  });
});

describe('settings for mail', () => {
  const CASEKEEP_SMTP_URL = 'smtps://me:secret@mail.example.com';
  const CASEKEEP_MAIL_FROM = 'Help Desk <help@example.com>';
  const CASEKEEP_PUBLIC_URL = 'https://cases.example.com';

  it('are a server, a sender and what links begin with', () => {
    expect(read({ CASEKEEP_SMTP_URL, CASEKEEP_MAIL_FROM, CASEKEEP_PUBLIC_URL })).toMatchObject({
      smtpServer: { host: 'mail.example.com', port: 465, secure: true, login: { user: 'me', password: 'secret' } },
      mailFrom: { name: 'Help Desk', address: 'help@example.com' },
    });
  });

  it('are refused without a sender and a public URL, which no request may choose', () => {
    expect(problemsOf({ CASEKEEP_SMTP_URL })).toEqual([
      'CASEKEEP_MAIL_FROM must be set beside CASEKEEP_SMTP_URL: mails have a sender.',
      'CASEKEEP_PUBLIC_URL must be set beside CASEKEEP_SMTP_URL: links in mails begin with it.',
    ]);
  });

  it('warn of a sender that sends nothing', () => {
    expect(readConfiguration({ CASEKEEP_MAIL_FROM, CASEKEEP_PUBLIC_URL }).warnings).toEqual([
      'CASEKEEP_MAIL_FROM has no effect without CASEKEEP_SMTP_URL.',
    ]);
  });
});

describe('settings from files', () => {
  let directory: string;
  const file = (name: string): string => join(directory, name);
  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'casekeep-test-'));
    writeFileSync(file('url'), 'postgres://me:secret@db/cases\n');
    writeFileSync(file('empty'), '\n');
    writeFileSync(file('wrong'), 'mysql://me:secret@db\n');
  });
  afterAll(() => rmSync(directory, { recursive: true }));

  it('are read without the line break at the end', () => {
    const configuration = readConfiguration({ CASEKEEP_DATABASE_URL_FILE: file('url') });
    expect(configuration.settings.databaseUrl).toBe('postgres://me:secret@db/cases');
    expect(configuration.warnings).toEqual([]);
  });

  it('count as not given when the file is empty', () => {
    expect(read({ CASEKEEP_DATABASE_URL_FILE: file('empty') }).databaseUrl).toBeUndefined();
  });

  it('are checked like others, and not repeated', () => {
    const [problem = ''] = problemsOf({ CASEKEEP_DATABASE_URL_FILE: file('wrong') });
    expect(problem).toContain('CASEKEEP_DATABASE_URL must be a URL');
    expect(problem).not.toContain('secret');
  });

  it('are refused when the file cannot be read', () => {
    expect(problemsOf({ CASEKEEP_DATABASE_URL_FILE: file('nothing') })).toEqual([
      `CASEKEEP_DATABASE_URL is to be read from ${file('nothing')}, which cannot be read.`,
    ]);
  });

  it('are refused beside the setting itself', () => {
    expect(problemsOf({ CASEKEEP_PORT: '80', CASEKEEP_PORT_FILE: file('url') })).toEqual([
      'CASEKEEP_PORT and CASEKEEP_PORT_FILE are both set: choose one.',
    ]);
  });
});
