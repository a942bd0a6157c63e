import type { Context } from '../../platform/context.ts';
import type { SpaceConfiguration } from './space.ts';
import { visibleSpaceIds } from './space-access.ts';
import { findConfiguration } from './space-configuration.ts';
import { selectSpaces } from './spaces.store.ts';

/** The configurations of all spaces that whoever acts can see, archived ones too, by ID. */
export const visibleConfigurations = async (ctx: Context): Promise<SpaceConfiguration[]> => {
  const visible = await visibleSpaceIds(ctx);
  const ids = visible === 'all' ? await allSpaceIds(ctx) : visible.toSorted((one, other) => one - other);
  const found: SpaceConfiguration[] = [];
  for (const id of ids) {
    const configuration = await findConfiguration(ctx, id);
    if (configuration !== undefined) found.push(configuration);
  }
  return found;
};

const allSpaceIds = (ctx: Context): readonly number[] | Promise<readonly number[]> =>
  ctx.remember('all spaces', async () => (await selectSpaces(ctx.db)).map(({ id }) => id));
