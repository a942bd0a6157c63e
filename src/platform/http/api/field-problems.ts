import type { ErrorObject } from 'ajv';
import type { FieldProblem } from '../../../kernel/errors.ts';
import { withAlternativesTogether } from './alternatives.ts';
import { unknownName } from './unknown-name.ts';

/** For how many unknown names others are suggested: to look for them takes time, and nobody reads more. */
const MOST_SUGGESTED = 10;

/** What a schema has to say against a value, as one entry for each wrong field, in the words of our refusals. */
export const fieldProblemsOf = (errors: readonly ErrorObject[], whole: string): FieldProblem[] => {
  const problems = new Map<string, string>();
  let suggested = 0;
  for (const error of withAlternativesTogether(errors)) {
    const field = fieldOf(error) || whole;
    if (problems.has(field)) continue;
    const isSuggested = error.keyword === 'additionalProperties' && suggested < MOST_SUGGESTED;
    if (isSuggested) suggested += 1;
    problems.set(field, isSuggested ? unknownName(error) : problemOf(error));
  }
  return [...problems].map(([field, problem]) => ({ field, problem }));
};

/** The path of the field with dots: `/tags/2` is `tags.2`. What is missing or too much is named itself. */
const fieldOf = ({ instancePath, keyword, params }: ErrorObject): string => {
  const path = instancePath.split('/').slice(1).map(unescapePointer);
  const inside = keyword === 'required' ? params['missingProperty'] : params['additionalProperty'];
  return [...path, ...(typeof inside === 'string' ? [inside] : [])].join('.');
};

/** Source: RFC 6901 section 4. */
const unescapePointer = (token: string): string => token.replaceAll('~1', '/').replaceAll('~0', '~');

const sentences: Readonly<Record<string, (params: Readonly<Record<string, unknown>>) => string>> = {
  required: () => 'is required',
  additionalProperties: () => 'is not known here',
  minProperties: () => 'must name at least one property',
  enum: ({ allowedValues }) => oneOf(allowedValues as unknown[]),
  const: ({ allowedValue }) => oneOf([allowedValue]),
  anyOf: ({ values, types }) => anyOf(values as unknown[], types as unknown[]),
  minLength: ({ limit }) => (limit === 1 ? 'must not be empty' : `must have at least ${limit} characters`),
  maxLength: ({ limit }) => `must have at most ${limit} characters`,
  minItems: ({ limit }) => `must have at least ${limit} entries`,
  maxItems: ({ limit }) => `must have at most ${limit} entries`,
  minimum: ({ limit }) => `must be at least ${limit}`,
  maximum: ({ limit }) => `must be at most ${limit}`,
  type: ({ type }) => `must be ${[type].flat().map(withArticle).join(' or ')}`,
  format: ({ format }) => `must be ${formats[String(format)] ?? `a valid ${format}`}`,
  pattern: () => 'has a form that is not allowed',
};

const formats: Readonly<Record<string, string>> = {
  'date-time': 'a time like 2026-11-24T09:30:00Z',
  date: 'a date like 2026-11-24',
  uri: 'a URL with its scheme',
  email: 'an e-mail address',
};

const oneOf = (values: readonly unknown[]): string =>
  values.length === 1 ? `must be ${values[0]}` : `must be one of ${values.join(', ')}`;

const anyOf = (values: readonly unknown[], types: readonly unknown[]): string =>
  types.length === 0 ? oneOf(values) : `must be ${[...types.map(withArticle), ...values].join(' or ')}`;

const withArticle = (type: unknown): string =>
  type === 'null' ? 'null' : `${/^[aeio]/u.test(String(type)) ? 'an' : 'a'} ${type}`;

const problemOf = ({ keyword, params, message = 'is not valid' }: ErrorObject): string =>
  sentences[keyword]?.(params) ?? message;
