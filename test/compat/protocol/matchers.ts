import {
  type Compare,
  compare,
  compareObjects,
  difference,
  type Expected,
  type ExpectedObject,
  Matcher,
} from './compare.ts';

const matcher = (expects: string, matches: (value: unknown) => boolean): Matcher =>
  new Matcher(expects, (value, where) => (matches(value) ? [] : [difference(where, expects, value)]));

const isInteger = (value: unknown, least: number): boolean => Number.isSafeInteger(value) && Number(value) >= least;

/** The ID of something. */
export const anyId = matcher('an ID', (value) => isInteger(value, 1));
/** The ID of something, or 0 for none. */
export const idOrNone = matcher('an ID, or 0 for none', (value) => isInteger(value, 0));
/** How many there are of something. */
export const aCount = matcher('a number from 0', (value) => isInteger(value, 0));
/** Yes or no. */
export const yesOrNo = matcher('true or false', (value) => typeof value === 'boolean');
/** A text, which may be empty. */
export const anyText = matcher('a text', (value) => typeof value === 'string');
/** A text for people: not empty. */
export const someText = matcher('a text that is not empty', (value) => typeof value === 'string' && value !== '');

/** A text in which the pattern is found. */
export const textWith = (pattern: RegExp): Matcher =>
  matcher(`a text with ${pattern}`, (value) => typeof value === 'string' && pattern.test(value));

/** An instant in UTC: `2026-08-01T09:30:00.000Z`. */
export const isoInstant = matcher(
  'an ISO 8601 instant in UTC, with Z',
  (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/u.test(value) && isInstant(value),
);

/** An instant in somebody's time zone: `2026-08-01T11:30:00.000+02:00`. */
export const isoWithOffset = matcher(
  'an ISO 8601 instant with an offset',
  (value) =>
    typeof value === 'string' &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?[+-]\d\d:\d\d$/u.test(value) &&
    isInstant(value),
);

const isInstant = (text: string): boolean => !Number.isNaN(Date.parse(text));

/** IDs with commas between them, or nothing. */
export const idsWithCommas = matcher(
  'IDs with commas between them',
  (value) => typeof value === 'string' && /^(?:\d+(?:,\d+)*)?$/u.test(value),
);

/** An array whose items are all alike. */
export const arrayOf = (item: Expected, { atLeast = 0, atMost = 1_000 } = {}): Matcher => {
  const expects = `an array of ${atLeast} to ${atMost} items`;
  const compareItems: Compare = (value, where, terms) => {
    if (!Array.isArray(value)) return [difference(where, expects, value)];
    const fits = value.length >= atLeast && value.length <= atMost;
    return [
      ...(fits ? [] : [{ where, expected: expects, came: `${value.length} items` }]),
      ...value.flatMap((each, index) => compare(item, each, `${where}[${index}]`, terms)),
    ];
  };
  return new Matcher(expects, compareItems, item);
};

/** An array in which at least one item is like this, whatever the others are. */
export const arrayWith = (item: Expected): Matcher => {
  const expects = 'an array with such an item';
  const findItem: Compare = (value, where, terms) => {
    if (!Array.isArray(value)) return [difference(where, expects, value)];
    const attempts = value.map((each, index) => compare(item, each, `${where}[${index}]`, terms));
    const closest = attempts.toSorted((one, other) => one.length - other.length)[0];
    return closest ?? [difference(where, expects, value)];
  };
  return new Matcher(expects, findItem, item);
};

/** An object with at least these properties: where the reference ends its list with an ellipsis. */
export const atLeast = (properties: ExpectedObject): Matcher => {
  const compareKnown: Compare = (value, where, terms) =>
    compareObjects(properties, value, where, { ...terms, exact: false });
  return new Matcher('an object', compareKnown, properties);
};

/** Any JSON. */
export const anything = matcher('anything', () => true);
