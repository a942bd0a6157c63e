import { type QueryToken, type TermValue, tokensOf } from './query-tokens.ts';

/** A condition, a word or an order as it stands in the text of a query: from `start` to before `end`. */
export interface QueryTerm {
  readonly start: number;
  readonly end: number;
  readonly isNegated: boolean;
  /** In small letters; undefined for words to look for. */
  readonly field: string | undefined;
  readonly values: readonly TermValue[];
  /** Whether it stands beside all others: within no parentheses, and after no NOT. */
  readonly isOutermost: boolean;
}

/** What there is in a query, as far as a screen has to know: the server alone says what it means. */
export interface QueryOutline {
  readonly terms: readonly QueryTerm[];
  /** Whether an OR stands beside the outermost terms, so that none of them must be fulfilled. */
  readonly hasAlternatives: boolean;
}

/** Takes a query apart without understanding it; what is written wrongly does no harm. */
export const outlineOf = (query: string): QueryOutline => {
  const terms: QueryTerm[] = [];
  let depth = 0;
  let hasAlternatives = false;
  let denials: readonly QueryToken[] = [];
  for (const token of tokensOf(query)) {
    depth = depthAfter(depth, token);
    if (token.kind === 'or') hasAlternatives ||= depth === 0;
    if (token.kind === 'text' || token.kind === 'field')
      terms.push(termOf(token, { denials, isOutermost: depth === 0 }));
    denials = token.kind === 'not' ? [...denials, token] : [];
  }
  return { terms, hasAlternatives };
};

const depthAfter = (depth: number, { kind }: QueryToken): number => {
  if (kind === 'open') return depth + 1;
  return kind === 'close' ? Math.max(0, depth - 1) : depth;
};

interface Around {
  /** The NOTs and minuses right before it. */
  readonly denials: readonly QueryToken[];
  readonly isOutermost: boolean;
}

/** A minus is a part of its term; a NOT is none. */
const termOf = (token: QueryToken & { kind: 'text' | 'field' }, { denials, isOutermost }: Around): QueryTerm => {
  const minus = denials.findLast(({ end }) => end === token.start);
  return {
    start: minus?.start ?? token.start,
    end: token.end,
    isNegated: denials.length % 2 === 1,
    field: token.kind === 'field' ? token.name.toLowerCase() : undefined,
    values: token.values,
    isOutermost: isOutermost && denials.every((denial) => denial === minus),
  };
};

/** The conditions that all cases fulfil and that stand alone: those that can be shown and taken away one by one. */
export const simpleTerms = (query: string): readonly QueryTerm[] => {
  const { terms, hasAlternatives } = outlineOf(query);
  return hasAlternatives
    ? []
    : terms.filter(({ field, isOutermost }) => isOutermost && field !== undefined && field !== 'sort');
};
