import { DomainError } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { type Link, type LinkRelation, linkOf, MAX_LINKS_OF_CASE } from './link.ts';
import { lockLinkable } from './linkable-case.ts';
import { insertLink, selectLinksOfCase } from './links.store.ts';
import { recordLink } from './record-link.ts';

interface LinkCases {
  readonly caseId: number;
  readonly relation: LinkRelation;
  readonly otherCaseId: number;
}

/**
 * Links a case with another one, and answers the link. Of each kind there is one link between two cases, whichever of
 * them it is told from. Throws CASE_NOT_FOUND, RIGHT_MISSING, SPACE_ARCHIVED, FIELDS_INVALID, LINK_EXISTS,
 * LINK_LIMIT_REACHED.
 */
export const linkCases = (ctx: Context, link: LinkCases): Promise<Link> =>
  ctx.inTransaction(async (tx) => {
    await lockLinkable(tx, link);
    return addLink(tx, link);
  });

/** The same for cases that may be linked, and are kept from other writers. Throws LINK_EXISTS, LINK_LIMIT_REACHED. */
export const addLink = async (tx: Context, related: LinkCases): Promise<Link> => {
  const meant = linkOf(related);
  const known = await requireRoom(tx, related.caseId);
  if (known.some((each) => isBetweenSame(each, meant))) {
    const message = `Case ${related.caseId} and case ${related.otherCaseId} have a link of this kind already.`;
    throw new DomainError('LINK_EXISTS', { message });
  }
  await requireRoom(tx, related.otherCaseId);
  const created = { ...meant, createdAt: tx.now, createdById: tx.actor.userId };
  const link = { ...created, id: await insertLink(tx.db, created) };
  await recordLink(tx, { link, type: 'case.linked' });
  return link;
};

type Meant = ReturnType<typeof linkOf>;

/** Two cases cannot block or duplicate each other. */
const isBetweenSame = (link: Link, meant: Meant): boolean =>
  link.kind === meant.kind &&
  Math.min(link.fromCaseId, link.toCaseId) === Math.min(meant.fromCaseId, meant.toCaseId) &&
  Math.max(link.fromCaseId, link.toCaseId) === Math.max(meant.fromCaseId, meant.toCaseId);

const requireRoom = async (tx: Context, caseId: number): Promise<readonly Link[]> => {
  const links = await selectLinksOfCase(tx.db, caseId);
  if (links.length < MAX_LINKS_OF_CASE) return links;
  throw new DomainError('LINK_LIMIT_REACHED', {
    message: `Case ${caseId} has ${MAX_LINKS_OF_CASE} links, which is the most there can be.`,
  });
};
