import { parseNodes } from './parse-nodes.ts';
import { takeSort } from './parse-sort.ts';
import {
  MAX_QUERY_LENGTH,
  MAX_TERMS,
  MAX_TEXT_LENGTH,
  MAX_TEXTS,
  type Query,
  type QueryFault,
  type Span,
} from './query.ts';
import { queryHints } from './query-hints.ts';
import { type Token, tokenizeQuery } from './tokenize-query.ts';

/**
 * Reads a query. Never throws: what is wrong is told in `faults`, each with its place in the text, and left out of the
 * rest. Source: the grammar in query.ts.
 */
export const parseQuery = (text: string): Query => {
  if (text.length > MAX_QUERY_LENGTH) {
    const end = text.length;
    const problem = `must have at most ${MAX_QUERY_LENGTH} characters`;
    return { where: null, sort: [], faults: [{ start: MAX_QUERY_LENGTH, end, problem, suggestion: null }], hints: [] };
  }
  // Neither database can keep NUL characters or halves of pairs. Places stay what they are.
  const readable = text.toWellFormed().replaceAll('\u0000', ' ');
  const tokenized = tokenizeQuery(readable);
  const faults: QueryFault[] = [...tokenized.faults];
  const { sort, others } = takeSort(tokenized.tokens, faults);
  const tokens = withinLimits(others, faults);
  const where = parseNodes(tokens, faults) ?? null;
  const hints = faults.length === 0 ? queryHints(readable, tokenized.tokens) : [];
  return { where, sort, faults: faults.toSorted((one, other) => one.start - other.start), hints };
};

const withinLimits = (tokens: readonly Token[], faults: QueryFault[]): readonly Token[] => {
  const terms = tokens.filter(({ kind }) => kind === 'text' || kind === 'field');
  const texts = tokens.filter(({ kind }) => kind === 'text');
  const tooLong = texts.filter(({ start, end }) => end - start > MAX_TEXT_LENGTH);
  const found = [
    ...terms.slice(MAX_TERMS, MAX_TERMS + 1).map(faultAt(`must have at most ${MAX_TERMS} terms`)),
    ...texts.slice(MAX_TEXTS, MAX_TEXTS + 1).map(faultAt(`must look for at most ${MAX_TEXTS} texts`)),
    ...tooLong.map(faultAt(`must look for texts of at most ${MAX_TEXT_LENGTH} characters`)),
  ];
  faults.push(...found);
  return found.length === 0 ? tokens : [];
};

const faultAt =
  (problem: string) =>
  ({ start, end }: Span): QueryFault => ({ start, end, problem, suggestion: null });
