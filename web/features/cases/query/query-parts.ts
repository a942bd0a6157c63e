import { type QueryToken, tokensOf } from './query-tokens.ts';

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What a query asks for, and the order in which. */
export interface QueryParts {
  /** Stretches of the text between the orders. */
  readonly conditions: readonly Stretch[];
  readonly sorts: readonly Stretch[];
}

/** The parts of a query; undefined when they cannot be told apart: the server refuses such a query as it is written. */
export const queryParts = (written: string): QueryParts | undefined => {
  const tokens = tokensOf(written);
  if (tokens.some(({ isFaulty }) => isFaulty)) return undefined;
  const depths = depthsIn(tokens);
  if (depths.some((depth) => depth < 0) || (depths.at(-1) ?? 0) > 0) return undefined;
  if (tokens.some((token, index) => isSort(token) && (depths[index] !== 0 || isJoined(tokens, index))))
    return undefined;
  return { conditions: stretchesBetween(tokens), sorts: tokens.filter(isSort) };
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
