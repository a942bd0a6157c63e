import { fieldNamed, type QueryField, type QueryHint, queryFields, type Span } from './query.ts';
import { readAsText } from './query-fault.ts';
import type { Token } from './tokenize-query.ts';

/**
 * What a valid query may have been meant to say instead, where it is read as text: "or", "and" and "not" in lower case
 * beside conditions, and fields that are compared without a colon, or with a space before it.
 */
export const queryHints = (text: string, tokens: readonly Token[]): QueryHint[] => {
  const comparisons = tokens.flatMap((token) => looseComparison(text, token) ?? []);
  const isCondition = (token: Token | undefined): boolean =>
    token !== undefined && (!isWord(text, token) || comparisons.some((each) => isInside(token, each)));
  const operators = tokens.flatMap((token, index) => {
    const [before, after] = [tokens[index - 1], tokens[index + 1]];
    // Nothing comes before a term in the parentheses that it begins, and nothing after it in those that it ends.
    const isAfter = before?.kind !== 'open' && isCondition(before);
    const isBefore = after?.kind !== 'close' && isCondition(after);
    return looseOperator(text, token, { isAfter, isBefore }) ?? [];
  });
  return [...comparisons, ...operators].toSorted((one, other) => one.start - other.start);
};

/** Whether it is text without quotes. */
const isWord = (text: string, { kind, start }: Token): boolean => kind === 'text' && text[start] !== '"';

const isInside = (token: Span, { start, end }: Span): boolean => token.start >= start && token.end <= end;

/** A field, and what it is compared with, without a colon right between them. */
const LOOSE =
  /([A-Za-z]+)(\s*)(!=|<>|<=|>=|==|[=:<>])\s*((?:"(?:[^"\\]|\\.)*"|[^\s"(),:=<>][^\s"(),]*)(?:,(?:"(?:[^"\\]|\\.)*"|[^\s"(),]+))*)/uy;

const looseComparison = (text: string, token: Token): QueryHint | undefined => {
  if (!isWord(text, token)) return undefined;
  LOOSE.lastIndex = token.start;
  const [whole, name = '', space = '', sign = '', value = ''] = LOOSE.exec(text) ?? [];
  // A colon that follows at once belongs to an address.
  if (whole === undefined || (sign === ':' && space === '')) return undefined;
  const term = termOf(fieldNamed(name) ?? name.toLowerCase(), sign, value);
  if (term === undefined) return undefined;
  const { start } = token;
  return readAsText({ start, end: start + whole.length }, whole, term);
};

/** The term that a comparison is meant for; undefined when there is no such field, or it cannot be compared so. */
const termOf = (name: string, sign: string, value: string): string | undefined => {
  if (name !== 'sort' && !isField(name)) return undefined;
  if (sign === '!=' || sign === '<>') return name === 'sort' ? undefined : `-${name}:${value}`;
  if (/[=:]{1,2}/u.test(sign) && !/[<>]/u.test(sign)) return `${name}:${value}`;
  return name !== 'sort' && isOrdered(name) ? `${name}:${sign}${value}` : undefined;
};

const isField = (name: string): name is QueryField => Object.hasOwn(queryFields, name);

const isOrdered = (name: string): boolean =>
  isField(name) && (queryFields[name].takes === 'moment' || queryFields[name].takes === 'number');

interface Neighbours {
  /** Whether a condition stands before it, and after it. */
  readonly isAfter: boolean;
  readonly isBefore: boolean;
}

const looseOperator = (text: string, token: Token, { isAfter, isBefore }: Neighbours): QueryHint | undefined => {
  if (token.kind !== 'text' || !isWord(text, token)) return undefined;
  const operator = token.text.toUpperCase();
  const isMeant = operator === 'NOT' ? isBefore : (operator === 'OR' || operator === 'AND') && (isAfter || isBefore);
  if (!isMeant) return undefined;
  return readAsText(token, token.text, operator);
};
