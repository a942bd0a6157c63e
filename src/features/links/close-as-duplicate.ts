import { invalidField } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import type { Case } from '../cases/case.ts';
import type { VisibleCase } from '../cases/case-access.ts';
import { updateCase } from '../cases/update-case.ts';
import { type Link, linkOf } from './link.ts';
import { addLink } from './link-cases.ts';
import { lockLinkable } from './linkable-case.ts';
import { selectLinksOfCase } from './links.store.ts';

interface CloseAsDuplicate {
  readonly caseId: number;
  /** The case that says the same already. */
  readonly originalId: number;
  /** A status that is closed; without it, a closed case keeps its own, and others get the first closed one. */
  readonly statusId?: number | undefined;
  /** The revisions of the case that this is meant for. */
  readonly expectedRevisions?: readonly number[] | undefined;
}

interface ClosedAsDuplicate {
  readonly closed: Case;
  readonly link: Link;
}

/**
 * Links a case as a duplicate of another one and closes it, both or neither; a link that is there already stays. Throws
 * what `linkCases` and `updateCase` throw.
 */
export const closeAsDuplicate = (ctx: Context, close: CloseAsDuplicate): Promise<ClosedAsDuplicate> =>
  ctx.inTransaction(async (tx) => {
    const { caseId, originalId, expectedRevisions } = close;
    const visible = await lockLinkable(tx, { caseId, otherCaseId: originalId });
    const statusId = closedStatus(visible, close.statusId);
    const closed = await updateCase(tx, { caseId, changes: { statusId }, expectedRevisions });
    const related = { caseId, relation: 'duplicates', otherCaseId: originalId } as const;
    return { closed, link: (await existing(tx, related)) ?? (await addLink(tx, related)) };
  });

const existing = async (tx: Context, related: Parameters<typeof linkOf>[0]): Promise<Link | undefined> => {
  const { kind, fromCaseId, toCaseId } = linkOf(related);
  const links = await selectLinksOfCase(tx.db, related.caseId);
  return links.find((each) => each.kind === kind && each.fromCaseId === fromCaseId && each.toCaseId === toCaseId);
};

const closedStatus = ({ found, configuration }: VisibleCase, asked: number | undefined): number => {
  const { space, statuses } = configuration;
  if (asked !== undefined) {
    if (statuses.get(asked)?.isClosed !== false) return asked;
    throw invalidField(
      'statusId',
      `must be a status that is closed: "${statuses.get(asked)?.name}" (${asked}) is open`,
    );
  }
  if (statuses.get(found.statusId)?.isClosed === true) return found.statusId;
  const first = [...statuses.values()].find(({ isClosed, archived }) => isClosed && !archived);
  if (first !== undefined) return first.id;
  throw invalidField('statusId', `must be a status that is closed: the space "${space.name}" has none`);
};
