import { type LogLevel, logLevels } from '../platform/log.ts';
import { type MailAddress, readMailAddress } from '../platform/mail/mail-address.ts';
import { readSmtpServer, type SmtpServer } from '../platform/mail/smtp-server.ts';

/** Everything that can be set from outside. */
export interface Settings {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  /** postgres://…, or undefined for SQLite in the data directory. */
  readonly databaseUrl: string | undefined;
  readonly databaseConnections: number;
  /** How people reach this server from outside, without a slash at the end. */
  readonly publicUrl: string | undefined;
  /** All files of one upload together, in megabytes. */
  readonly maxUploadMb: number;
  /** All files that are kept, in megabytes. */
  readonly fileQuotaMb: number;
  /** The file of one import, in megabytes. */
  readonly maxImportMb: number;
  /** The files of all imports that have not ended, in megabytes. */
  readonly importQuotaMb: number;
  /** Whether webhooks may be sent to this machine and to the network around it. */
  readonly webhooksAllowPrivate: boolean;
  /** Where mails are handed over, or undefined when none are sent. */
  readonly smtpServer: SmtpServer | undefined;
  /** Who they are from. */
  readonly mailFrom: MailAddress | undefined;
  readonly logLevel: LogLevel;
  readonly trustProxy: boolean;
}

/** Reads one setting; throws a sentence about what it must be. */
type Parse<T> = (text: string) => T;

interface Setting<T> {
  readonly otherwise: T;
  readonly parse: Parse<T>;
  /** For people; also in the README's table. */
  readonly meaning: string;
}

const wholeNumber =
  (least: number, most: number): Parse<number> =>
  (text) => {
    const value = /^\d+$/u.test(text) ? Number(text) : Number.NaN;
    if (!(value >= least && value <= most)) throw new Error(`must be a whole number from ${least} to ${most}`);
    return value;
  };

const oneOf =
  <T extends string>(choices: readonly T[]): Parse<T> =>
  (text) => {
    const choice = choices.find((candidate) => candidate === text);
    if (choice === undefined) throw new Error(`must be one of: ${choices.join(', ')}`);
    return choice;
  };

const url =
  (...protocols: string[]): Parse<string> =>
  (text) => {
    if (!URL.canParse(text) || !protocols.includes(new URL(text).protocol)) {
      throw new Error(`must be a URL that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`);
    }
    return text.replace(/\/+$/u, '');
  };

const smtpServer: Parse<SmtpServer> = (text) => {
  const server = readSmtpServer(text);
  if (server === undefined) throw new Error('must be a URL such as smtps://user:password@mail.example.com:465');
  return server;
};

const mailAddress: Parse<MailAddress> = (text) => {
  const address = readMailAddress(text);
  if (address === undefined) throw new Error('must be an address such as Help Desk <help@example.com>');
  return address;
};

const yesOrNo: Parse<boolean> = (text) => oneOf(['true', 'false'])(text) === 'true';

/** The settings by the names of their environment variables. */
export const settingsByName = {
  CASEKEEP_PORT: {
    key: 'port',
    otherwise: 8080,
    parse: wholeNumber(0, 65_535),
    meaning: 'the port to listen on; 0 takes any free one',
  },
  CASEKEEP_HOST: {
    key: 'host',
    otherwise: '127.0.0.1',
    parse: (text) => text,
    meaning: 'the address to listen on; 0.0.0.0 for all',
  },
  CASEKEEP_DATA_DIR: {
    key: 'dataDir',
    otherwise: './data',
    parse: (text) => text,
    meaning: 'where everything is kept',
  },
  CASEKEEP_DATABASE_URL: {
    key: 'databaseUrl',
    otherwise: undefined,
    parse: url('postgres:', 'postgresql:'),
    meaning: 'a PostgreSQL database (15 or newer) instead of SQLite in the data directory',
  },
  CASEKEEP_DATABASE_CONNECTIONS: {
    key: 'databaseConnections',
    otherwise: 10,
    parse: wholeNumber(2, 500),
    meaning: 'how many connections to open to PostgreSQL at the most',
  },
  CASEKEEP_PUBLIC_URL: {
    key: 'publicUrl',
    otherwise: undefined,
    parse: url('http:', 'https:'),
    meaning: 'how people reach this server, for its links; by default the address it listens on',
  },
  CASEKEEP_MAX_UPLOAD_MB: {
    key: 'maxUploadMb',
    otherwise: 25,
    parse: wholeNumber(1, 10_240),
    meaning: 'how many megabytes (of 1,048,576 bytes) one upload may have, all its files together',
  },
  CASEKEEP_FILE_QUOTA_MB: {
    key: 'fileQuotaMb',
    otherwise: 10_240,
    parse: wholeNumber(1, 1_000_000_000),
    meaning: 'how many megabytes all attached files together may have',
  },
  CASEKEEP_MAX_IMPORT_MB: {
    key: 'maxImportMb',
    otherwise: 512,
    parse: wholeNumber(1, 1_000_000),
    meaning: 'how many megabytes the file of one import may have',
  },
  CASEKEEP_IMPORT_QUOTA_MB: {
    key: 'importQuotaMb',
    otherwise: 4_096,
    parse: wholeNumber(1, 1_000_000_000),
    meaning: 'how many megabytes the files of all imports together may have that arrive, wait or run',
  },
  CASEKEEP_WEBHOOKS_ALLOW_PRIVATE: {
    key: 'webhooksAllowPrivate',
    otherwise: false,
    parse: yesOrNo,
    meaning: 'true lets webhooks be sent to this machine and to the network around it',
  },
  CASEKEEP_SMTP_URL: {
    key: 'smtpServer',
    otherwise: undefined,
    parse: smtpServer,
    meaning:
      'smtp://… or smtps://user:password@host:port, to mail links for passwords; needs the next one and a public URL',
  },
  CASEKEEP_MAIL_FROM: {
    key: 'mailFrom',
    otherwise: undefined,
    parse: mailAddress,
    meaning: 'who mails are from, for example Help Desk <help@example.com>',
  },
  CASEKEEP_LOG_LEVEL: {
    key: 'logLevel',
    otherwise: 'info',
    parse: oneOf(logLevels),
    meaning: `how much to log: ${logLevels.join(', ')}`,
  },
  CASEKEEP_TRUST_PROXY: {
    key: 'trustProxy',
    otherwise: false,
    parse: yesOrNo,
    meaning: 'true when one reverse proxy in front adds to X-Forwarded-For; its last address counts',
  },
} as const satisfies {
  readonly [name: string]: { [K in keyof Settings]: Setting<Settings[K]> & { readonly key: K } }[keyof Settings];
};

/** What is wrong with the settings as they stand beside each other, as sentences without a full stop. */
export const problemsBetween = ({ smtpServer, mailFrom, publicUrl }: Settings): string[] => {
  if (smtpServer === undefined) return [];
  return [
    ...(mailFrom === undefined ? ['CASEKEEP_MAIL_FROM must be set beside CASEKEEP_SMTP_URL: mails have a sender'] : []),
    // What the client says of it would be what whoever asks for a link wants it to be.
    ...(publicUrl === undefined
      ? ['CASEKEEP_PUBLIC_URL must be set beside CASEKEEP_SMTP_URL: links in mails begin with it']
      : []),
  ];
};

/** What has no effect as the settings stand beside each other, as sentences. */
export const warningsBetween = ({ smtpServer, mailFrom }: Settings): string[] =>
  mailFrom !== undefined && smtpServer === undefined
    ? ['CASEKEEP_MAIL_FROM has no effect without CASEKEEP_SMTP_URL.']
    : [];
