import type { Context } from '../../platform/context.ts';
import type { SpaceConfiguration } from '../spaces/space.ts';
import { roleOfUser } from '../spaces/space-access.ts';
import { findUser } from '../users/find-user.ts';

interface StillSeeing<V> {
  readonly configuration: SpaceConfiguration;
  readonly viewers: readonly V[];
}

/** Those of the viewers of a case in the space who may see it now: what their pages said is believed for a while. */
export const stillSeeing = async <V extends { readonly userId: number }>(
  ctx: Context,
  { configuration, viewers }: StillSeeing<V>,
): Promise<V[]> => {
  const seeing: V[] = [];
  for (const viewer of viewers) {
    if (roleOfUser(configuration, await findUser(ctx, viewer.userId)) !== undefined) seeing.push(viewer);
  }
  return seeing;
};
