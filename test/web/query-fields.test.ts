import { describe, expect, it } from 'vitest';
import { caseOrderKeys } from '../../src/features/cases/list/case-selection.ts';
import { parseQuery } from '../../src/features/queries/parse-query.ts';
import * as server from '../../src/features/queries/query.ts';
import * as screen from '../../web/features/cases/query/query-fields.ts';
import { sortKeys } from '../../web/features/cases/query/query-sort.ts';

const fields = Object.keys(server.queryFields) as server.QueryField[];

describe('the interface', () => {
  it('knows every field of queries, and no other', () => {
    expect(Object.keys(screen.queryFields).toSorted()).toEqual([...fields, 'sort'].toSorted());
  });

  it.each(fields)('offers every word that "%s" takes', (field) => {
    expect(screen.keywordsOf(field)).toEqual(expect.arrayContaining([...server.queryFields[field].words]));
  });

  it.each(fields.flatMap((field) => screen.keywordsOf(field).map((word) => `${field}:${word}`)))(
    'offers nothing that is refused: %s',
    (term) => {
      const [field] = term.split(':') as [server.QueryField];
      expect(parseQuery(term).faults).toEqual([]);
      // Where names are taken as well, only a word has a meaning that quotes take away.
      const { takes, words } = server.queryFields[field];
      if (takes === 'name') expect(words.map((word) => `${field}:${word}`)).toContain(term);
    },
  );

  it('sorts by every key that there is, and by no other', () => {
    expect([...sortKeys].toSorted()).toEqual([...caseOrderKeys].toSorted());
  });
});
