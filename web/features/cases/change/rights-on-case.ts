import type { Me } from '../../../../src/client/index.ts';
import type { FullCase } from '../cases.queries.ts';
import type { ListedCase } from '../list-request.ts';

/** What somebody may do in a space. */
export type Right = Me['rights'][number];

/** Rights that are of use only on a case that one may change at all. */
const partsOfUpdate: readonly Right[] = [
  'AssignToUser',
  'UpdateIssuePriority',
  'UpdateIssueStatus',
  'AddRecipients',
  'AdminEntityUpdate',
];

type Owned = Pick<FullCase, 'spaceId' | 'reporterId' | 'creatorId'>;

/** What somebody may do to a case, as the server will decide; `Update` is to change it, whosever it is. */
export const rightsOnCase = (me: Me, { spaceId, reporterId, creatorId }: Owned): ReadonlySet<Right> => {
  const held = new Set<Right>(me.spaces.find(({ id }) => id === spaceId)?.rights);
  const isOwn = me.id === reporterId || me.id === creatorId;
  if (!isOwn && !held.has('AdminEntityUpdate')) held.delete('Delete');
  if (held.has(isOwn ? 'Update' : 'AdminEntityUpdate')) return held.add('Update');
  for (const right of ['Update', ...partsOfUpdate] as const) held.delete(right);
  return held;
};

/** The same by what lists know of a case: what one has created for others counts as theirs. */
export const rightsOnListed = (me: Me, { spaceId, reporter: { id } }: ListedCase): ReadonlySet<Right> =>
  rightsOnCase(me, { spaceId, reporterId: id, creatorId: id });
