import { fillValue, type Values } from './values.ts';

/** One thing that came otherwise than it was expected. */
export interface Difference {
  /** For example `ResponseData[0].IssueTitle`. */
  readonly where: string;
  readonly expected: string;
  readonly came: string;
}

/** What a comparison goes by. */
export interface Terms {
  /** Whether properties that nobody expects are differences. */
  readonly exact: boolean;
  /** What names in braces stand for. */
  readonly values: Values;
}

/** Where a value differs from what is expected of it. */
export type Compare = (value: unknown, where: string, terms: Terms) => readonly Difference[];

/** Stands in an expected answer for a value that differs from run to run. */
export class Matcher {
  readonly expects: string;
  readonly compare: Compare;
  /** What it expects of parts of the value: names in braces are found there. */
  readonly inner: Expected;

  constructor(expects: string, compare: Compare, inner: Expected = '') {
    this.expects = expects;
    this.compare = compare;
    this.inner = inner;
  }
}

/** An answer as it is expected: JSON in which matchers may stand. Objects name each of their properties. */
export type Expected = Matcher | string | number | boolean | null | readonly Expected[] | ExpectedObject;
export interface ExpectedObject {
  readonly [property: string]: Expected;
}

/** Where a value differs from what is expected of it. */
export const compare = (expected: Expected, value: unknown, where: string, terms: Terms): readonly Difference[] => {
  if (expected instanceof Matcher) return expected.compare(value, where, terms);
  if (isList(expected)) return compareLists(expected, value, where, terms);
  if (typeof expected === 'object' && expected !== null) return compareObjects(expected, value, where, terms);
  const filled = typeof expected === 'string' ? fillValue(expected, terms.values) : expected;
  return Object.is(filled, value) ? [] : [difference(where, shown(filled), value)];
};

const isList = (expected: Expected): expected is readonly Expected[] => Array.isArray(expected);

const compareLists: (...args: [readonly Expected[], unknown, string, Terms]) => readonly Difference[] = (
  expected,
  value,
  where,
  terms,
) => {
  if (!Array.isArray(value)) return [difference(where, 'an array', value)];
  if (value.length !== expected.length) return [difference(where, `${expected.length} items`, value)];
  return expected.flatMap((each, index) => compare(each, value[index], `${where}[${index}]`, terms));
};

/** Compares the properties of an object; those that nobody expects count when the comparison is exact. */
export const compareObjects = (
  expected: ExpectedObject,
  value: unknown,
  where: string,
  terms: Terms,
): readonly Difference[] => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return [difference(where, 'an object', value)];
  }
  const properties = value as Readonly<Record<string, unknown>>;
  const path = (name: string): string => (where === '' ? name : `${where}.${name}`);
  const unexpected = terms.exact ? Object.keys(properties).filter((name) => !Object.hasOwn(expected, name)) : [];
  return [
    ...Object.entries(expected).flatMap(([name, each]) =>
      Object.hasOwn(properties, name)
        ? compare(each, properties[name], path(name), terms)
        : [{ where: path(name), expected: 'the property', came: 'nothing' }],
    ),
    ...unexpected.map((name) => difference(path(name), 'no such property', properties[name])),
  ];
};

/** Every null in a value: clients of the old product render and split what they read without a check. */
export const nullsIn = (value: unknown, where: string): readonly Difference[] => {
  if (value === null) return [difference(where, 'never null', value)];
  if (typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, each]) => {
    const step = Array.isArray(value) ? `[${name}]` : `${where === '' ? '' : '.'}${name}`;
    return nullsIn(each, `${where}${step}`);
  });
};

export const difference = (where: string, expected: string, came: unknown): Difference => ({
  where: where === '' ? 'the body' : where,
  expected,
  came: shown(came),
});

const LONGEST_SHOWN = 160;

/** A value for people, in one line that is not too long. */
export const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
};
