import type { Right } from '../../kernel/permissions.ts';
import { roleHasRight } from '../../kernel/permissions.ts';
import type { Context } from '../../platform/context.ts';
import { accessOfActor, visibleSpaceIds } from './space-access.ts';
import { findConfiguration } from './space-configuration.ts';

/** The IDs of the spaces in which whoever acts has a right, or 'all'. */
export const spaceIdsWithRight = async (ctx: Context, right: Right): Promise<'all' | readonly number[]> => {
  const visible = await visibleSpaceIds(ctx);
  // Whoever sees all spaces is a manager of each of them.
  if (visible === 'all') return isAllowedByKey(ctx, right) && roleHasRight('manager', right) ? 'all' : [];
  const mayThere = await Promise.all(visible.map((spaceId) => may(ctx, spaceId, right)));
  return visible.filter((_, index) => mayThere[index]);
};

const isAllowedByKey = ({ actor }: Context, right: Right): boolean => actor.scope?.rights?.has(right) !== false;

const may = async (ctx: Context, spaceId: number, right: Right): Promise<boolean> => {
  const configuration = await findConfiguration(ctx, spaceId);
  return configuration !== undefined && (await accessOfActor(ctx, configuration))?.may(right) === true;
};
