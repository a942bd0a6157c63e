import type { CaseOrderBy } from '../cases/list/case-selection.ts';
import type { Query, QueryNode, QueryValue } from './query.ts';

/** The canonical text of a query: reading it gives the same query again. */
export const printQuery = ({ where, sort }: Pick<Query, 'where' | 'sort'>): string => {
  const conditions = where === null ? [] : [printNode(where)];
  const isAny = where?.kind === 'any' && sort.length > 0;
  return [...(isAny ? conditions.map(inParentheses) : conditions), ...printSort(sort)].join(' ');
};

const printSort = (sort: readonly CaseOrderBy[]): string[] =>
  sort.length === 0
    ? []
    : [`sort:${sort.map(({ key, direction }) => (direction === 'desc' ? `-${key}` : key)).join()}`];

const printNode = (node: QueryNode): string => {
  switch (node.kind) {
    case 'all':
      return node.of.map((each) => (each.kind === 'any' ? inParentheses(printNode(each)) : printNode(each))).join(' ');
    case 'any':
      return node.of.map(printNode).join(' OR ');
    case 'not':
      return `-${isList(node.of) ? inParentheses(printNode(node.of)) : printNode(node.of)}`;
    case 'text':
      return isPlainWord(node.text) ? node.text : quoted(node.text);
    case 'field':
      return `${node.field}:${node.values.map(printValue).join()}`;
  }
};

const isList = ({ kind }: QueryNode): boolean => kind === 'all' || kind === 'any';

const inParentheses = (text: string): string => `(${text})`;

const printValue = (value: QueryValue): string => {
  if (value.kind === 'name') return value.isQuoted ? quoted(value.text) : value.text;
  if (value.kind === 'range') return `${value.from ?? ''}..${value.to ?? ''}`;
  return `${value.comparison === '=' ? '' : value.comparison}${value.bound}`;
};

const quoted = (text: string): string => `"${text.replace(/["\\]/gu, '\\$&')}"`;

/** What is read as a word of text and as nothing else. */
const isPlainWord = (text: string): boolean =>
  /^[^\s"()-][^\s"()]*$/u.test(text) && !/^[A-Za-z][A-Za-z_-]*:(?!\/\/)/u.test(text) && !/^(?:OR|AND|NOT)$/u.test(text);
