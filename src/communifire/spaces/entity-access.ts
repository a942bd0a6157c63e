import { entityNumbers } from '../entity-types.ts';
import type { Query } from '../query.ts';
import { readQueryCsv } from '../query-csv.ts';

/** The kind of content that this product has. */
const CASES = 'Issue';

/** Kinds of content with the numbers that are known. Source: communifire-api.md sections 1 and 3. */
const kinds = new Map<string, number | undefined>([
  ['Article', entityNumbers.article],
  ['Blog', entityNumbers.blog],
  [CASES, entityNumbers.case],
  ['Forum', entityNumbers.forum],
  ['File', entityNumbers.file],
  ['Idea', undefined],
  ['Photo', undefined],
  ['Video', undefined],
  ['Wiki', entityNumbers.wiki],
]);

/** Which of the kinds of content asked for, by number or name, a space has; without a list, all of them are answered. */
export const entityAccess = (query: Query): Readonly<Record<string, boolean>> => {
  const asked = new Set(readQueryCsv(query, 'entityCsv').map((value) => value.toLowerCase()));
  const isAsked = ([name, number]: readonly [string, number | undefined]): boolean =>
    asked.size === 0 || asked.has(name.toLowerCase()) || (number !== undefined && asked.has(String(number)));
  return Object.fromEntries([...kinds].filter(isAsked).map(([name]) => [name, name === CASES]));
};
