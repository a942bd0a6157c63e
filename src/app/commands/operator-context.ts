import { operator } from '../../kernel/actor.ts';
import { Context } from '../../platform/context.ts';
import { readConfiguration } from '../config.ts';
import { openPlatform } from '../open-platform.ts';

/** Runs the work of a command on the database that the settings name, beside a server that may be running. */
export const asOperator = async (work: (ctx: Context) => Promise<void>): Promise<void> => {
  const { settings, warnings } = readConfiguration();
  for (const warning of warnings) console.error(warning);
  const platform = await openPlatform({ settings });
  try {
    await work(new Context(platform, operator('cli')));
  } finally {
    await platform.database.close();
  }
};
