import { nearestName } from '../../kernel/nearest-name.ts';
import { type CaseOrderBy, caseOrderKeys } from '../cases/list/case-selection.ts';
import type { QueryFault } from './query.ts';
import { plainFault, queryFault, shownText } from './query-fault.ts';
import type { FieldToken, RawValue, Token } from './tokenize-query.ts';

interface Sorted {
  readonly sort: readonly CaseOrderBy[];
  readonly others: readonly Token[];
}

/** Takes the `sort:` terms out of a query; what is wrong with them is added to the faults. */
export const takeSort = (tokens: readonly Token[], faults: QueryFault[]): Sorted => {
  const sort: CaseOrderBy[] = [];
  const others: Token[] = [];
  let nesting = 0;
  tokens.forEach((token, index) => {
    nesting += token.kind === 'open' ? 1 : token.kind === 'close' ? -1 : 0;
    if (!isSort(token)) {
      others.push(token);
      return;
    }
    if (nesting > 0 || isJoined(tokens[index - 1], tokens[index + 1])) {
      faults.push(plainFault(token, 'SORT_NOT_APART'));
    }
    readKeys(token, sort, faults);
  });
  return { sort, others };
};

const isSort = (token: Token): token is FieldToken => token.kind === 'field' && token.name.toLowerCase() === 'sort';

const isJoined = (before: Token | undefined, after: Token | undefined): boolean =>
  before?.kind === 'not' || before?.kind === 'or' || after?.kind === 'or';

const readKeys = ({ values }: FieldToken, sort: CaseOrderBy[], faults: QueryFault[]): void => {
  for (const value of values) {
    const read = readKey(value);
    const isRepeated = sort.some(({ key }) => key === read?.key);
    if (read !== undefined && !isRepeated) sort.push(read);
    else if (isRepeated) faults.push(plainFault(value, 'SORT_KEY_REPEATED'));
    else faults.push(unknownKey(value));
  }
};

const readKey = ({ text, isQuoted }: RawValue): CaseOrderBy | undefined => {
  const [isDescending, name] = [text.startsWith('-'), text.replace(/^-/u, '').toLowerCase()];
  const key = caseOrderKeys.find((each) => each === name);
  return key === undefined || isQuoted ? undefined : { key, direction: isDescending ? 'desc' : 'asc' };
};

const unknownKey = (value: RawValue): QueryFault => {
  const { text } = value;
  const near = nearestName(text.replace(/^-/u, ''), caseOrderKeys);
  return queryFault(value, {
    code: 'SORT_KEY_UNKNOWN',
    values: { key: shownText(text), known: caseOrderKeys.join(', ') },
    suggestion: near === null ? null : `${text.startsWith('-') ? '-' : ''}${near}`,
  });
};
