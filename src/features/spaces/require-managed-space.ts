import { DomainError } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { announceConfigurationChange } from '../../platform/database/configuration-change.ts';
import type { SpaceConfiguration } from './space.ts';
import { accessOfActor, requireRight } from './space-access.ts';
import { findConfiguration } from './space-configuration.ts';

/**
 * The configuration of a space that whoever acts may change, as the transaction finds it and kept from other changes
 * of configuration until its end. Throws SPACE_NOT_FOUND, or what stands for it, and RIGHT_MISSING.
 */
export const requireManagedSpace = async (
  tx: Context,
  spaceId: number,
  missing = new DomainError('SPACE_NOT_FOUND', { message: `There is no space ${spaceId}.` }),
): Promise<SpaceConfiguration> => {
  // One change of configuration at a time, and what is remembered may be older than the one before.
  await announceConfigurationChange(tx.db);
  const configuration = await findConfiguration(tx, spaceId);
  const access = configuration && (await accessOfActor(tx, configuration));
  if (configuration === undefined || access === undefined) throw missing;
  requireRight(access, 'ManageSpace', `configure the space "${configuration.space.name}"`);
  return configuration;
};
