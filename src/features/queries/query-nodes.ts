import type { QueryNode, Span } from './query.ts';

/** All of the nodes as one, or any of them: lists inside lists of their kind are part of these. */
export const joined = (kind: 'all' | 'any', nodes: readonly QueryNode[]): QueryNode | undefined => {
  const of = nodes.flatMap((node) => (node.kind === kind ? node.of : [node]));
  const [first, last] = [of[0], of.at(-1)];
  if (first === undefined || last === undefined || of.length === 1) return first;
  return { kind, of, start: first.start, end: last.end };
};

/** The opposite; of an opposite, what it was made of. */
export const negated = (node: QueryNode, { start, end }: Span): QueryNode =>
  node.kind === 'not' ? node.of : { kind: 'not', of: node, start, end };
