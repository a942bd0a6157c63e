import { join } from 'node:path';
import type { FileLimits, Platform } from '../platform/context.ts';
import type { Database } from '../platform/database/database.ts';
import type { OnUpgrade } from '../platform/database/migrate.ts';
import { openPostgres } from '../platform/database/postgres-database.ts';
import { openSqlite } from '../platform/database/sqlite-database.ts';
import { FileStore } from '../platform/files/file-store.ts';
import { Mailer, type MailFailure } from '../platform/mail/mailer.ts';
import { Memory } from '../platform/memory.ts';
import { makeDirectory } from './make-directory.ts';
import { type Settings, settingsByName } from './settings.ts';

const BYTES_PER_MEGABYTE = 1024 * 1024;

interface OpenPlatform {
  readonly settings: Pick<Settings, 'dataDir' | 'databaseUrl' | 'databaseConnections'> &
    Partial<
      Pick<
        Settings,
        | 'maxUploadMb'
        | 'fileQuotaMb'
        | 'maxImportMb'
        | 'importQuotaMb'
        | 'publicUrl'
        | 'webhooksAllowPrivate'
        | 'smtpServer'
        | 'mailFrom'
      >
    >;
  /** False gives up durability for speed: for the sandbox. */
  readonly durable?: boolean;
  readonly onBatch?: (size: number) => void;
  readonly onError?: (error: Error) => void;
  readonly onUpgrade?: OnUpgrade;
  readonly onMailFailure?: (failure: MailFailure) => void;
  readonly now?: () => number;
}

/** Opens the database that the settings name, remembers what is often looked up in it, and keeps files beside it. */
export const openPlatform = async (options: OpenPlatform): Promise<Platform> => {
  const { now = Date.now, durable = true, settings } = options;
  const files = new FileStore({ directory: join(settings.dataDir, 'files'), durable });
  const database = await openDatabase(options);
  const memory = new Memory();
  database.onConfigurationChanged(() => memory.clear());
  const { publicUrl, webhooksAllowPrivate: allowPrivateWebhooks = false } = settings;
  const fileLimits = fileLimitsOf(settings);
  return { database, memory, now, files, fileLimits, publicUrl, allowPrivateWebhooks, mailer: mailerOf(options) };
};

const mailerOf = ({ settings, onMailFailure: onFailure = () => undefined }: OpenPlatform): Mailer | undefined => {
  const { smtpServer: server, mailFrom: from, publicUrl } = settings;
  if (server === undefined || from === undefined || publicUrl === undefined) return undefined;
  return new Mailer({ server, from, publicUrl, onFailure });
};

const fileLimitsOf = (settings: OpenPlatform['settings']): FileLimits => {
  const bytes = (name: keyof typeof settingsByName & `${string}_MB`): number => {
    const { key, otherwise } = settingsByName[name];
    return (settings[key] ?? otherwise) * BYTES_PER_MEGABYTE;
  };
  return {
    maxUploadBytes: bytes('CASEKEEP_MAX_UPLOAD_MB'),
    quotaBytes: bytes('CASEKEEP_FILE_QUOTA_MB'),
    maxImportBytes: bytes('CASEKEEP_MAX_IMPORT_MB'),
    importQuotaBytes: bytes('CASEKEEP_IMPORT_QUOTA_MB'),
  };
};

const openDatabase = ({ settings, durable = true, onBatch, onError, onUpgrade }: OpenPlatform): Promise<Database> => {
  const { databaseUrl, databaseConnections: connections, dataDir } = settings;
  if (databaseUrl !== undefined) {
    return openPostgres({ url: databaseUrl, connections, onUpgrade, ...(onError === undefined ? {} : { onError }) });
  }
  makeDirectory(dataDir);
  const file = databaseFile(dataDir);
  return openSqlite({
    file,
    durable,
    onUpgrade,
    ...(onBatch === undefined ? {} : { onBatch: ({ size }) => onBatch(size) }),
  });
};

/** Where SQLite keeps the database of a data directory. */
export const databaseFile = (dataDir: string): string => join(dataDir, 'casekeep.db');
