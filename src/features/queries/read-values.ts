import { nearestName } from '../../kernel/nearest-name.ts';
import { canonicalMoment, isDistance, momentForms } from './moment.ts';
import { comparisons, type QueryFault, type QueryField, type QueryValue, queryFields } from './query.ts';
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
  const forms = takes === 'moment' ? momentForms : 'a number';
  const canonical = takes === 'moment' ? canonicalMoment : canonicalNumber;
  const value = bounded(raw, canonical);
  if (value === undefined) return fault(raw, `must compare "${field}" with ${forms}, not with "${shown(raw)}"`);
  return isPast(field) && looksAhead(value) ? ahead(field, raw) : { value };
};

const name = ({ text, isQuoted, start, end }: RawValue): Reading => ({
  value: { kind: 'name', text, isQuoted, start, end },
});

const fault = ({ start, end }: RawValue, problem: string, suggestion: string | null = null): Reading => ({
  fault: { start, end, problem, suggestion },
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
  const back = raw.text.replace(/\+?(?<![-\d])(\d{1,4}[hdwmy])/giu, '-$1');
  return fault(raw, `must look back with "${field}": a distance without a minus lies ahead`, back);
};

const MAX_SHOWN = 50;

const shown = ({ text }: RawValue): string => (text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text);

const unknownKeyword = (field: QueryField, words: readonly string[], raw: RawValue): Reading =>
  fault(
    raw,
    `does not know "${field}:${shown(raw)}"; it knows ${words.map((word) => `${field}:${word}`).join(', ')}`,
    nearestName(raw.text, words),
  );

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
