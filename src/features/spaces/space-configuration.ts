import type { Context } from '../../platform/context.ts';
import type { SpaceConfiguration } from './space.ts';
import { selectConfiguration } from './spaces.store.ts';

/** The configuration of a space, from memory where possible; undefined when there is no such space. */
export const findConfiguration = (
  ctx: Context,
  spaceId: number,
): SpaceConfiguration | undefined | Promise<SpaceConfiguration | undefined> =>
  ctx.remember(`configuration ${spaceId}`, () => selectConfiguration(ctx.db, spaceId));

/** The same for a space that exists because something refers to it. */
export const getConfiguration = async (ctx: Context, spaceId: number): Promise<SpaceConfiguration> => {
  const configuration = await findConfiguration(ctx, spaceId);
  if (configuration === undefined) throw new Error(`Space ${spaceId} is referred to but does not exist.`);
  return configuration;
};
