import { itemsBefore, type Page } from '../../../kernel/page.ts';
import type { Right } from '../../../kernel/permissions.ts';
import type { Context } from '../../../platform/context.ts';
import { listSpaces } from '../../spaces/list-spaces.ts';
import { accessOfActor } from '../../spaces/space-access.ts';
import { getConfiguration } from '../../spaces/space-configuration.ts';
import { selectBin } from '../bin.store.ts';
import type { Case } from '../case.ts';

interface ListBin {
  readonly page: Page;
}

/** What it takes to restore every case of a space. */
const neededRights: readonly Right[] = ['Delete', 'AdminEntityUpdate'];

/** One page of the deleted cases of the spaces in which whoever acts may restore all of them, the latest first. */
export const listBin = async (ctx: Context, { page }: ListBin): Promise<Case[]> =>
  selectBin(ctx.db, { spaceIds: await restorableSpaceIds(ctx), limit: page.length, offset: itemsBefore(page) });

/** The IDs of these spaces, or 'all'. */
export const restorableSpaceIds = async (ctx: Context): Promise<'all' | readonly number[]> => {
  if (ctx.actor.userId === null) return 'all';
  const spaceIds: number[] = [];
  for (const { id } of await listSpaces(ctx)) {
    const access = await accessOfActor(ctx, await getConfiguration(ctx, id));
    if (access !== undefined && neededRights.every(access.may)) spaceIds.push(id);
  }
  return spaceIds;
};
