import { nearestName } from '../../kernel/nearest-name.ts';
import { canonicalMoment, isDistance } from './moment.ts';
import { comparisons, type QueryFault, type QueryField, type QueryValue, queryFields } from './query.ts';
import { queryFault, shownText } from './query-fault.ts';
import type { RawValue } from './tokenize-query.ts';

/** The value in its meaning for the field, or what is wrong with it. */
type Reading = { readonly value: QueryValue } | { readonly fault: QueryFault };

/** Reads one value of a field. */
export const readValue = (field: QueryField, raw: RawValue): Reading => {
  const { takes, words } = queryFields[field];
  const word = raw.isQuoted ? undefined : words.find((each) => each === raw.text.toLowerCase());
  if (word !== undefined) return name({ ...raw, text: word });
  if (takes === 'name') return name(raw);
  if (takes === 'keyword') return unknownKeyword(field, words, raw);
  const [canonical, mistake] =
    takes === 'moment'
      ? ([canonicalMoment, 'MOMENT_UNREADABLE'] as const)
      : ([canonicalNumber, 'NUMBER_UNREADABLE'] as const);
  const value = bounded(raw, canonical);
  if (value === undefined)
    return { fault: queryFault(raw, { code: mistake, values: { field, value: shownText(raw.text) } }) };
  return isPast(field) && looksAhead(value) ? ahead(field, raw) : { value };
};

const name = ({ text, isQuoted, start, end }: RawValue): Reading => ({
  value: { kind: 'name', text, isQuoted, start, end },
});

const isPast = (field: QueryField): boolean => field === 'created' || field === 'updated';

const looksAhead = (value: QueryValue): boolean =>
  boundsOf(value).some((bound) => isDistance(bound) && !bound.startsWith('-') && !bound.startsWith('0'));

const boundsOf = (value: QueryValue): string[] => {
  if (value.kind === 'comparison') return [value.bound];
  return value.kind === 'range' ? [value.from, value.to].filter((bound) => bound !== null) : [];
};

/** "updated:<7d" means nothing that anybody would ask for. */
const ahead = (field: QueryField, raw: RawValue): Reading => {
  const suggestion = raw.text.replace(/\+?(?<![-\d])(\d{1,4}[hdwmy])/giu, '-$1');
  return { fault: queryFault(raw, { code: 'MOMENT_AHEAD', values: { field }, suggestion }) };
};

const unknownKeyword = (field: QueryField, words: readonly string[], raw: RawValue): Reading => {
  const known = words.map((word) => `${field}:${word}`).join(', ');
  const values = { field, value: shownText(raw.text), known };
  return { fault: queryFault(raw, { code: 'KEYWORD_UNKNOWN', values, suggestion: nearestName(raw.text, words) }) };
};

/** Numbers of cases are as large as this at the most. */
const NUMBER = /^\d{1,15}$/u;

const canonicalNumber = (text: string): string | undefined => (NUMBER.test(text) ? String(Number(text)) : undefined);

const COMPARED = /^(<=|>=|<|>|=)?(.*)$/su;

type Canonical = (text: string) => string | undefined;

/** A comparison or a range; undefined when it is neither. */
const bounded = ({ text, isQuoted, start, end }: RawValue, canonical: Canonical): QueryValue | undefined => {
  if (isQuoted) return undefined;
  const middle = text.indexOf('..');
  if (middle !== -1) {
    const [from, to] = [openEnded(text.slice(0, middle), canonical), openEnded(text.slice(middle + 2), canonical)];
    const isRange = from !== undefined && to !== undefined && (from !== null || to !== null);
    return isRange ? { kind: 'range', from, to, start, end } : undefined;
  }
  const [, sign = '=', written = ''] = COMPARED.exec(text) ?? [];
  const bound = canonical(written);
  const comparison = comparisons.find((each) => each === sign) ?? '=';
  return bound === undefined ? undefined : { kind: 'comparison', comparison, bound, start, end };
};

/** Null for an end that is left open. */
const openEnded = (text: string, canonical: Canonical): string | null | undefined =>
  text === '' || text === '*' ? null : canonical(text);
