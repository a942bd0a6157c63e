import type { CaseCondition } from './case-selection.ts';

/** A condition in two parts: what the rows of cases decide, and what their texts decide. */
export interface SplitCondition {
  /** Without texts. True of every case that fulfils the whole. */
  readonly rows: CaseCondition;
  /** Texts that a case must have, folded: the others of its conditions are in `rows`. */
  readonly texts: readonly string[];
  /** What mixes texts with other conditions, by OR and NOT. */
  readonly mixed: readonly CaseCondition[];
}

/** Takes the texts out of a condition, so that the database can decide the rest. */
export const splitCondition = (where: CaseCondition): SplitCondition => {
  const parts = partsOf(where);
  const mixed = parts.filter((part) => part.kind !== 'text' && hasText(part));
  return {
    rows: { kind: 'all', of: [...parts.filter((part) => !hasText(part)), ...mixed.map((part) => relaxed(part))] },
    texts: parts.flatMap((part) => (part.kind === 'text' ? [part.text] : [])),
    mixed,
  };
};

/** What all has to be true at once. */
export const partsOf = (where: CaseCondition): readonly CaseCondition[] =>
  where.kind === 'all' ? where.of.flatMap(partsOf) : [where];

export const hasText = (condition: CaseCondition): boolean => {
  if (condition.kind === 'not') return hasText(condition.of);
  if (condition.kind === 'all' || condition.kind === 'any') return condition.of.some(hasText);
  return condition.kind === 'text';
};

/** A condition without texts that is true wherever the given one can be. */
const relaxed = (condition: CaseCondition): CaseCondition => {
  if (!hasText(condition)) return condition;
  if (condition.kind === 'all' || condition.kind === 'any') {
    return { kind: condition.kind, of: condition.of.map(relaxed) };
  }
  // The opposite of a text, or of what contains one: the rows cannot tell.
  return { kind: 'all', of: [] };
};
