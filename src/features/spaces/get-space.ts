import { DomainError } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import type { SpaceConfiguration } from './space.ts';
import { accessOfActor, type SpaceAccess } from './space-access.ts';
import { findConfiguration } from './space-configuration.ts';

interface GetSpace {
  readonly spaceId: number;
}

/** A space with its configuration, and what whoever acts may do in it. */
export interface VisibleSpace {
  readonly configuration: SpaceConfiguration;
  readonly access: SpaceAccess;
}

/** The space. Throws SPACE_NOT_FOUND when it does not exist for whoever acts. */
export const getSpace = async (ctx: Context, { spaceId }: GetSpace): Promise<VisibleSpace> => {
  const configuration = await findConfiguration(ctx, spaceId);
  const access = configuration && (await accessOfActor(ctx, configuration));
  if (configuration === undefined || access === undefined) {
    throw new DomainError('SPACE_NOT_FOUND', { message: `There is no space ${spaceId}.` });
  }
  return { configuration, access };
};
