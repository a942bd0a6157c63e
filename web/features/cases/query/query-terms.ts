/** A value of a condition as it is written, without its quotes. */
export interface TermValue {
  readonly text: string;
  readonly isQuoted: boolean;
}

/** A condition, a word or an order as it stands in the text of a query: from `start` to before `end`. */
export interface QueryTerm {
  readonly start: number;
  readonly end: number;
  readonly isNegated: boolean;
  /** In small letters; undefined for words to look for. */
  readonly field: string | undefined;
  readonly values: readonly TermValue[];
  /** Whether it stands beside all others: within no parentheses. */
  readonly isOutermost: boolean;
}

/** What there is in a query, as far as a screen has to know: the server alone says what it means. */
export interface QueryOutline {
  readonly terms: readonly QueryTerm[];
  /** Whether an OR stands beside the outermost terms, so that none of them must be fulfilled. */
  readonly hasAlternatives: boolean;
}

const TOKEN =
  /(?<open>\()|(?<close>\))|(?<minus>-?)(?:(?<field>[A-Za-z][A-Za-z_-]*):(?!\/\/)(?<values>(?:"(?:[^"\\]|\\.)*"?|[^\s"()])*)|"(?<quoted>(?:[^"\\]|\\.)*)"?|(?<word>[^\s"()]+))/gu;
const VALUE = /"((?:[^"\\]|\\.)*)"?|([^,"]+)/gu;

const unescaped = (text: string): string => text.replace(/\\(["\\])/gu, '$1');

const valuesOf = (written: string): readonly TermValue[] =>
  [...written.matchAll(VALUE)].map(([, quoted, bare = '']) =>
    quoted === undefined ? { text: bare, isQuoted: false } : { text: unescaped(quoted), isQuoted: true },
  );

type Groups = Readonly<Record<string, string | undefined>>;

const termValues = ({ field, values = '', quoted, word = '' }: Groups): readonly TermValue[] => {
  if (field !== undefined) return valuesOf(values);
  return [quoted === undefined ? { text: word, isQuoted: false } : { text: unescaped(quoted), isQuoted: true }];
};

const depthAfter = (depth: number, { open, close }: Groups): number => {
  if (open !== undefined) return depth + 1;
  return close === undefined ? depth : Math.max(0, depth - 1);
};

/** Takes a query apart without understanding it; what is written wrongly does no harm. */
export const outlineOf = (query: string): QueryOutline => {
  const terms: QueryTerm[] = [];
  let depth = 0;
  let hasAlternatives = false;
  let isDenied = false;
  for (const { 0: written, index, groups = {} } of query.matchAll(TOKEN)) {
    depth = depthAfter(depth, groups);
    const isOutermost = depth === 0;
    if (written === 'OR') hasAlternatives ||= isOutermost;
    else if (!notTerms.has(written)) {
      const place = { start: index, end: index + written.length };
      const field = groups['field']?.toLowerCase();
      const isNegated = isDenied || groups['minus'] === '-';
      terms.push({ ...place, isNegated, field, values: termValues(groups), isOutermost: isOutermost && !isDenied });
    }
    isDenied = written === 'NOT' || written === '-';
  }
  return { terms, hasAlternatives };
};

const notTerms: ReadonlySet<string> = new Set(['AND', 'NOT', '(', ')', '-']);

/** The conditions that all cases fulfil and that stand alone: those that can be shown and taken away one by one. */
export const simpleTerms = (query: string): readonly QueryTerm[] => {
  const { terms, hasAlternatives } = outlineOf(query);
  return hasAlternatives
    ? []
    : terms.filter(({ field, isOutermost }) => isOutermost && field !== undefined && field !== 'sort');
};
