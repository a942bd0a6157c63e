import { type QueryToken, tokensOf } from './query-tokens.ts';

/** Words that are taken for an operator in small letters: what stands beside them counts. */
const LIKE_OPERATOR = /^(?:and|or|not)$/iu;

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What a query asks for, and the order in which. */
export interface QueryParts {
  /** Stretches of the text between the orders. */
  readonly conditions: readonly Stretch[];
  readonly sorts: readonly Stretch[];
  /** Whether it is nothing but terms that must all be fulfilled: more of them can stand beside it. */
  readonly isPlain: boolean;
}

/** The parts of a query; undefined when they cannot be told apart: the server refuses such a query as it is written. */
export const queryParts = (written: string): QueryParts | undefined => {
  const tokens = tokensOf(written);
  if (tokens.some(({ isFaulty }) => isFaulty)) return undefined;
  const depths = depthsIn(tokens);
  if (depths.some((depth) => depth < 0) || (depths.at(-1) ?? 0) > 0) return undefined;
  if (tokens.some((token, index) => isSort(token) && (depths[index] !== 0 || isJoined(tokens, index))))
    return undefined;
  const isPlain = tokens.every(
    ({ kind, start, end }) => kind === 'field' || (kind === 'text' && !LIKE_OPERATOR.test(written.slice(start, end))),
  );
  return { conditions: stretchesBetween(tokens), sorts: tokens.filter(isSort), isPlain };
};

/** Within how many parentheses what follows each token stands; below zero after one that closes nothing. */
const depthsIn = (tokens: readonly QueryToken[]): readonly number[] => {
  let depth = 0;
  return tokens.map(({ kind }) => {
    if (kind === 'open') depth += 1;
    if (kind === 'close') depth -= 1;
    return depth;
  });
};

const isSort = (token: QueryToken): boolean => token.kind === 'field' && token.name.toLowerCase() === 'sort';

/** Whether something is said of an order that can only be said of a condition. */
const isJoined = (tokens: readonly QueryToken[], index: number): boolean => {
  const [before, after] = [tokens[index - 1]?.kind, tokens[index + 1]?.kind];
  return before === 'not' || before === 'or' || after === 'or';
};

const stretchesBetween = (tokens: readonly QueryToken[]): readonly Stretch[] => {
  const stretches: Stretch[] = [];
  let isOpen = false;
  for (const token of tokens) {
    const goesOn = isOpen ? stretches.pop() : undefined;
    isOpen = !isSort(token);
    if (isOpen) stretches.push({ start: goesOn?.start ?? token.start, end: token.end });
    else if (goesOn !== undefined) stretches.push(goesOn);
  }
  return stretches;
};
