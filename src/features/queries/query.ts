import type { CaseOrderBy } from '../cases/list/case-selection.ts';
import type { QueryMistake } from './query-mistakes.ts';

/**
 * The language in which cases are asked for: in lists, saved views, bulk changes and search.
 *
 *     query    = [ any ] , written with `sort:` terms anywhere outside of parentheses
 *     any      = all { "OR" all }
 *     all      = unary { [ "AND" ] unary }              terms side by side must all be fulfilled
 *     unary    = ( "-" | "NOT" ) unary | "(" any ")" | term
 *     term     = text | field ":" value { "," value }    of several values one is enough
 *     text     = word | quoted                           is in title, description, tags or comments, also as a part
 *     value    = quoted | name | [ "<" | "<=" | ">" | ">=" ] bound | [ bound ] ".." [ bound ]
 *     quoted   = '"' … '"'                               with \" and \\ for the two characters themselves
 *     sort     = "sort:" [ "-" ] key { "," [ "-" ] key } "-" is descending
 *
 * Field names and keywords of fields may be in any case; OR, AND and NOT are in capitals. A word ends at white space, at
 * a quote and at a parenthesis, a value at a comma too: whatever contains one of them is quoted. A "-" before white
 * space or another "-" belongs to the word, and so does a colon before "//".
 */

/** Where something stands in the text of a query, in UTF-16 code units: from `start` to before `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What is wrong in a query. `problem` completes the sentence "query …". */
export interface QueryFault extends Span {
  readonly code: QueryMistake;
  /** What the sentence tells beside the code, by name. */
  readonly values: Readonly<Record<string, string>>;
  readonly problem: string;
  /** What could stand there instead; null when nothing is near. */
  readonly suggestion: string | null;
}

/** What a query that is valid may have been meant to say instead. */
export interface QueryHint extends Span {
  readonly code: 'READ_AS_TEXT';
  readonly values: { readonly text: string };
  /** How it is read; completes the sentence "query …". */
  readonly problem: string;
  readonly suggestion: string;
}

/** What each field takes. `words` have a meaning of their own unless they are quoted. */
export const queryFields = {
  space: { takes: 'name', words: [] },
  project: { takes: 'name', words: [] },
  section: { takes: 'name', words: ['none'] },
  milestone: { takes: 'name', words: ['none'] },
  status: { takes: 'name', words: ['open', 'closed'] },
  priority: { takes: 'name', words: [] },
  assignee: { takes: 'name', words: ['me', 'none'] },
  reporter: { takes: 'name', words: ['me'] },
  creator: { takes: 'name', words: ['me'] },
  recipient: { takes: 'name', words: ['me', 'none'] },
  tag: { takes: 'name', words: ['none'] },
  created: { takes: 'moment', words: [] },
  updated: { takes: 'moment', words: [] },
  due: { takes: 'moment', words: ['none'] },
  number: { takes: 'number', words: [] },
  /** What a case is called where it was imported from; capitals count. */
  externalId: { takes: 'name', words: ['none'] },
  is: { takes: 'keyword', words: ['open', 'closed', 'overdue'] },
  has: {
    takes: 'keyword',
    words: ['attachment', 'comment', 'section', 'milestone', 'due', 'assignee', 'recipient', 'tag'],
  },
} as const satisfies Record<string, { takes: 'name' | 'moment' | 'number' | 'keyword'; words: readonly string[] }>;

export type QueryField = keyof typeof queryFields;

const fieldsInLowerCase = new Map(
  Object.keys(queryFields).map((field) => [field.toLowerCase(), field as QueryField] as const),
);

/** The field with this name, in any case. */
export const fieldNamed = (name: string): QueryField | undefined => fieldsInLowerCase.get(name.toLowerCase());

export const comparisons = ['=', '<', '<=', '>', '>='] as const;
type Comparison = (typeof comparisons)[number];

/** One value of a field. Bounds are moments or numbers in their canonical spelling. */
export type QueryValue = Span &
  (
    | { readonly kind: 'name'; readonly text: string; readonly isQuoted: boolean }
    | { readonly kind: 'comparison'; readonly comparison: Comparison; readonly bound: string }
    /** Null where the range is open; at most one of the two. */
    | { readonly kind: 'range'; readonly from: string | null; readonly to: string | null }
  );

/** A condition as it is written. Lists of `all` and `any` have two members or more, none of the same kind. */
export type QueryNode = Span &
  (
    | { readonly kind: 'all' | 'any'; readonly of: readonly QueryNode[] }
    | { readonly kind: 'not'; readonly of: QueryNode }
    | { readonly kind: 'text'; readonly text: string }
    | { readonly kind: 'field'; readonly field: QueryField; readonly values: readonly QueryValue[] }
  );

/** A query as it is written, and what is wrong in it. */
export interface Query {
  /** Null when it names no condition. */
  readonly where: QueryNode | null;
  /** Empty when it names no order. */
  readonly sort: readonly CaseOrderBy[];
  /** In the order of their places; what is wrong is left out of `where` and `sort`. */
  readonly faults: readonly QueryFault[];
  /** In the order of their places; none when there are faults. They change nothing. */
  readonly hints: readonly QueryHint[];
}

/** The longest query, in UTF-16 code units; the most terms, values of one term, and parentheses within each other. */
export const MAX_QUERY_LENGTH = 4_000;
export const MAX_TERMS = 100;
export const MAX_VALUES = 100;
export const MAX_NESTING = 20;
/** The most texts that are looked for, and the longest one, in UTF-16 code units. */
export const MAX_TEXTS = 20;
export const MAX_TEXT_LENGTH = 500;
