import { existsSync } from 'node:fs';
import { operator } from '../../kernel/actor.ts';
import { Context } from '../../platform/context.ts';
import { readConfiguration, SettingsError } from '../config.ts';
import { databaseFile, openPlatform } from '../open-platform.ts';
import type { Settings } from '../settings.ts';

/** Runs the work of a command on the database that the settings name, beside a server that may be running. */
export const asOperator = async (work: (ctx: Context) => Promise<void>): Promise<void> => {
  const { settings, warnings } = readConfiguration();
  for (const warning of warnings) console.error(warning);
  requireDatabase(settings);
  const onUpgrade = (): void => console.error('Bringing the database up to date …');
  const platform = await openPlatform({ settings, onUpgrade });
  try {
    await work(new Context(platform, operator('cli')));
  } finally {
    await platform.database.close();
  }
};

/** Only the server makes a database: where a directory is mistyped, a command would work on an empty new one. */
const requireDatabase = ({ databaseUrl, dataDir }: Settings): void => {
  if (databaseUrl !== undefined || existsSync(databaseFile(dataDir))) return;
  const wayOut = 'check CASEKEEP_DATA_DIR, or start the server once';
  throw new SettingsError(`There is no Casekeep database in ${dataDir}: ${wayOut}.`);
};
