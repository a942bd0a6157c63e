/** What one case can be to another. */
export type LinkKind = 'blocks' | 'duplicates' | 'relates';

/** The same as it is seen from one of the two cases: from the first, or from the second. */
export const linkRelations = ['blocks', 'blockedBy', 'duplicates', 'duplicatedBy', 'relates'] as const;
export type LinkRelation = (typeof linkRelations)[number];

/** A link between two cases: the first blocks or duplicates the second; of those that relate, the lower number is first. */
export interface Link {
  readonly id: number;
  readonly fromCaseId: number;
  readonly toCaseId: number;
  readonly kind: LinkKind;
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly createdAt: number;
  /** Null when the operator of the machine did it. */
  readonly createdById: number | null;
}

/** How many links a case can have. */
export const MAX_LINKS_OF_CASE = 100;

const kindOf: Readonly<Record<LinkRelation, LinkKind>> = {
  blocks: 'blocks',
  blockedBy: 'blocks',
  duplicates: 'duplicates',
  duplicatedBy: 'duplicates',
  relates: 'relates',
};

const fromTheOtherSide: Readonly<Record<LinkKind, LinkRelation>> = {
  blocks: 'blockedBy',
  duplicates: 'duplicatedBy',
  relates: 'relates',
};

interface Related {
  readonly caseId: number;
  readonly relation: LinkRelation;
  readonly otherCaseId: number;
}

/** The link that is meant, whichever of the two cases it is told from. */
export const linkOf = ({ caseId, relation, otherCaseId }: Related): Pick<Link, 'fromCaseId' | 'toCaseId' | 'kind'> => {
  const kind = kindOf[relation];
  const isFirst = kind === 'relates' ? caseId < otherCaseId : relation === kind;
  return { kind, ...(isFirst ? between(caseId, otherCaseId) : between(otherCaseId, caseId)) };
};

const between = (fromCaseId: number, toCaseId: number) => ({ fromCaseId, toCaseId });

/** What the link says of one of its two cases. */
export const relationFrom = ({ fromCaseId, kind }: Pick<Link, 'fromCaseId' | 'kind'>, caseId: number): LinkRelation =>
  caseId === fromCaseId ? kind : fromTheOtherSide[kind];

/** The other one of its two cases. */
export const otherCaseOf = ({ fromCaseId, toCaseId }: Link, caseId: number): number =>
  caseId === fromCaseId ? toCaseId : fromCaseId;
