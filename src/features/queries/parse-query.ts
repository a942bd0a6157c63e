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
import { queryFault } from './query-fault.ts';
import { queryHints } from './query-hints.ts';
import { type Token, tokenizeQuery } from './tokenize-query.ts';

/**
 * Reads a query. Never throws: what is wrong is told in `faults`, each with its place in the text, and left out of the
 * rest. Source: the grammar in query.ts.
 */
export const parseQuery = (text: string): Query => {
  if (text.length > MAX_QUERY_LENGTH) {
    const end = text.length;
    const fault = queryFault(
      { start: MAX_QUERY_LENGTH, end },
      { code: 'QUERY_TOO_LONG', values: { max: MAX_QUERY_LENGTH } },
    );
    return { where: null, sort: [], faults: [fault], hints: [] };
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
    ...terms.slice(MAX_TERMS, MAX_TERMS + 1).map(faultAt('TOO_MANY_TERMS', MAX_TERMS)),
    ...texts.slice(MAX_TEXTS, MAX_TEXTS + 1).map(faultAt('TOO_MANY_TEXTS', MAX_TEXTS)),
    ...tooLong.map(faultAt('TEXT_TOO_LONG', MAX_TEXT_LENGTH)),
  ];
  faults.push(...found);
  return found.length === 0 ? tokens : [];
};

const faultAt =
  (code: 'TOO_MANY_TERMS' | 'TOO_MANY_TEXTS' | 'TEXT_TOO_LONG', max: number) =>
  (span: Span): QueryFault =>
    queryFault(span, { code, values: { max } });
