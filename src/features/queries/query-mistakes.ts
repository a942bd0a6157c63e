/**
 * The mistakes in queries by their codes, which stay what they are, with what completes the sentence "query …". What is
 * in braces stands in `values`.
 */
export const mistakes = {
  QUERY_TOO_LONG: 'must have at most {max} characters',
  TOO_MANY_TERMS: 'must have at most {max} terms',
  TOO_MANY_TEXTS: 'must look for at most {max} texts',
  TEXT_TOO_LONG: 'must look for texts of at most {max} characters',
  TOO_MANY_VALUES: 'must have at most {max} values of a field',
  PARENTHESIS_NOT_OPENED: 'has a closing parenthesis without an opening one',
  PARENTHESIS_NOT_CLOSED: 'needs a closing parenthesis for the one',
  PARENTHESES_EMPTY: 'must have a term between the parentheses, or quotes around them',
  PARENTHESES_TOO_DEEP: 'must nest at most {max} parentheses',
  OR_WITHOUT_TERM: 'needs a term on each side of OR',
  AND_WITHOUT_TERM: 'needs a term on each side of AND',
  NOT_WITHOUT_TERM: 'needs a term after NOT or a minus',
  QUOTE_NOT_CLOSED: 'needs a closing quote for the one',
  QUOTES_EMPTY: 'must have something between the quotes',
  VALUE_MISSING: 'needs a value right after this',
  VALUE_APART: 'needs the value right here, without a space before it',
  VALUE_NOT_SEPARATED: 'needs a space, or a comma and another value, before this',
  FIELD_UNKNOWN: 'has no field "{field}" among {known}; to look for the text itself, put it in quotes',
  NAME_UNKNOWN: 'knows no {field} "{name}"',
  KEYWORD_UNKNOWN: 'does not know "{field}:{value}"; it knows {known}',
  NUMBER_UNREADABLE: 'must compare "{field}" with a number, not with "{value}"',
  MOMENT_UNREADABLE:
    'must compare "{field}" with a date like 2026-11-24, a time like 2026-11-24T09:30Z, a distance like 7d or -2w ' +
    '(h, d, w, m for months, y), today, yesterday, tomorrow or now, not with "{value}"',
  MOMENT_AHEAD: 'must look back with "{field}": a distance without a minus lies ahead',
  SORT_NOT_APART: 'must have "sort:" beside its conditions, without OR, NOT, a minus or parentheses around it',
  SORT_KEY_REPEATED: 'must sort by each key only once',
  SORT_KEY_UNKNOWN: 'cannot sort by "{key}"; it can by {known}, downwards with a minus before it',
} as const;

export type QueryMistake = keyof typeof mistakes;
export const queryMistakes = Object.keys(mistakes) as readonly QueryMistake[];

type Place<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Place<Rest> : never;
/** What the sentence of a mistake needs. */
export type MistakeValues<Mistake extends QueryMistake> = Readonly<
  Record<Place<(typeof mistakes)[Mistake]>, string | number>
>;
