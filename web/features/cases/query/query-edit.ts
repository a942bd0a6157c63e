import { outlineOf, type QueryTerm, simpleTerms } from './query-terms.ts';

const NEEDS_QUOTES = /[\s"(),]|^[<>]|^\/\/|\.\./u;

/** A name as a value of a condition, in quotes where it needs them. */
export const writtenValue = (name: string, keywords: readonly string[] = []): string =>
  NEEDS_QUOTES.test(name) || keywords.includes(name.toLowerCase())
    ? `"${name.replace(/["\\]/gu, String.raw`\$&`)}"`
    : name;

/** The query without what stands from `start` to `end`, with `text` instead. */
export const replaced = (
  query: string,
  { start, end }: { readonly start: number; readonly end: number },
  text = '',
): string => {
  const before = query.slice(0, start);
  const after = query.slice(end);
  if (text !== '') return `${before}${text}${after}`;
  return `${before.trimEnd()} ${after.trimStart()}`.trim();
};

/** The query with one more condition, which all cases have to fulfil. */
const added = (query: string, term: string): string => {
  const { terms, hasAlternatives } = outlineOf(query);
  if (!hasAlternatives) return `${query.trim()} ${term}`.trim();
  const sorts = terms.filter(({ field }) => field === 'sort').toReversed();
  const others = sorts.reduce((rest, sort) => replaced(rest, sort), query);
  return [`(${others.trim()})`, term, ...sorts.map(({ start, end }) => query.slice(start, end))].join(' ');
};

/** The one condition on a field, when there is one that can be changed. */
export const termOn = (query: string, field: string): QueryTerm | undefined =>
  simpleTerms(query).find((term) => term.field === field && !term.isNegated);

/** The query with these values for the field, each as it is written; without the condition when there are none. */
export const withValues = (query: string, field: string, values: readonly string[]): string => {
  const term = termOn(query, field);
  const text = values.length === 0 ? '' : `${field}:${values.join(',')}`;
  if (term !== undefined) return replaced(query, term, text);
  return text === '' ? query : added(query, text);
};

/** Whether a condition is about statuses: on one, or on whether it is a closed one. */
const isOnStatus = ({ field, values }: QueryTerm): boolean =>
  field === 'status' || (field === 'is' && values.every(({ text }) => /^(?:open|closed)$/iu.test(text)));

/** The query without what it says of statuses. */
export const withoutStatus = (query: string): string =>
  simpleTerms(query)
    .filter(isOnStatus)
    .toReversed()
    .reduce((rest, term) => replaced(rest, term), query);
