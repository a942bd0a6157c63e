import type { Context } from '../../../platform/context.ts';
import { getPerson } from '../../users/get-person.ts';
import type { ChangePage, ChangePageRequest } from './case-change.ts';
import { findVisibleChanges } from './find-visible-changes.ts';

interface ListChangesByPerson extends ChangePageRequest {
  readonly userId: number;
}

/** What the user changed of cases that whoever acts sees now, newest first. Throws USER_NOT_FOUND. */
export const listChangesByPerson = async (
  ctx: Context,
  { userId, ...page }: ListChangesByPerson,
): Promise<ChangePage> => {
  const { id } = await getPerson(ctx, { userId });
  return findVisibleChanges(ctx, { column: 'actor_id', id, ...page });
};
