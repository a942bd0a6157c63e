/** A value of a condition as it is written, without its quotes. */
export interface TermValue {
  readonly text: string;
  readonly isQuoted: boolean;
}

interface Place {
  /** In UTF-16 code units: from `start` to before `end`. */
  readonly start: number;
  readonly end: number;
  /** Whether it is refused for how it is written, whatever stands around it. */
  readonly isFaulty: boolean;
}

export type QueryToken = Place &
  (
    | { readonly kind: 'open' | 'close' | 'not' | 'or' | 'and' }
    /** Without values where they are missing, or their quotes are not closed. */
    | { readonly kind: 'text'; readonly values: readonly TermValue[] }
    | { readonly kind: 'field'; readonly name: string; readonly values: readonly TermValue[] }
  );

const QUOTED = String.raw`"(?:[^"\\]|\\.|\\$)*"?`;
const SOME_VALUE = String.raw`(?:${QUOTED}|[^\s"(),]+)?`;
/** The server's own grammar; test/web/query-tokens.test.ts holds the two against each other. */
const TOKEN = new RegExp(
  String.raw`(?<quoted>${QUOTED})|(?<mark>[()]|-(?=[^\s)-]))|(?<name>[A-Za-z][A-Za-z_-]*):(?!\/\/)(?<values>${SOME_VALUE}(?:,${SOME_VALUE})*)|(?<word>[^\s"()]+)`,
  'gsu',
);
const VALUE = new RegExp(`,(?<value>${SOME_VALUE})`, 'gsu');
const CLOSED = /^"(?<inside>(?:[^"\\]|\\.)*)"$/su;
const VALUES_END = /^[\s)]?$/u;

const marks = { '(': 'open', ')': 'close', '-': 'not' } as const;
const keywords: ReadonlyMap<string, 'or' | 'and' | 'not'> = new Map([
  ['OR', 'or'],
  ['AND', 'and'],
  ['NOT', 'not'],
]);

/** Undefined for none, and for quotes that are not closed or have nothing in them. */
const readValue = (written: string): TermValue | undefined => {
  if (!written.startsWith('"')) return written === '' ? undefined : { text: written, isQuoted: false };
  const text = CLOSED.exec(written)?.groups?.['inside']?.replace(/\\(["\\])/gu, '$1') ?? '';
  return text.trim() === '' ? undefined : { text, isQuoted: true };
};

const valuesOf = (written: readonly string[]) => {
  const values = written.map(readValue).filter((value) => value !== undefined);
  return { values, isFaulty: values.length < written.length };
};

/** Takes a query apart as the server does, without understanding it; what is written wrongly does no harm. */
export const tokensOf = (query: string): readonly QueryToken[] => {
  // As the server reads them; places stay what they are.
  const text = query.toWellFormed().replaceAll('\0', ' ');
  return [...text.matchAll(TOKEN)].map(({ 0: written, index, groups = {} }) => {
    const place = { start: index, end: index + written.length };
    const { quoted, mark, name, values = '' } = groups;
    if (quoted !== undefined) return { kind: 'text', ...place, ...valuesOf([quoted]) };
    const kind = mark === undefined ? keywords.get(written) : marks[mark as keyof typeof marks];
    if (kind !== undefined) return { kind, ...place, isFaulty: false };
    if (name === undefined) return { kind: 'text', ...place, ...valuesOf([written]) };
    const read = valuesOf([...`,${values}`.matchAll(VALUE)].map(({ groups: found }) => found?.['value'] ?? ''));
    const isFaulty = read.isFaulty || !VALUES_END.test(text.charAt(place.end));
    return { kind: 'field', name, ...place, values: read.values, isFaulty };
  });
};
