import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseQuery } from '../../src/features/queries/parse-query.ts';
import { writtenValue } from '../../web/features/cases/query/query-edit.ts';
import { keywordsOf } from '../../web/features/cases/query/query-fields.ts';

const names = fc
  .oneof(
    fc.string({ unit: fc.constantFrom(...'aN/.,:<>=-"\\() '), minLength: 1, maxLength: 8 }),
    fc.string({ minLength: 1, maxLength: 20 }),
    fc.constantFrom('none', 'Open', '//intern', '..', 'OR', 'tag:x', '-'),
  )
  .filter((name) => name.trim() !== '');

it('a name that is chosen in the interface is read as this name, whatever it is', () => {
  fc.assert(
    fc.property(names, fc.constantFrom('tag', 'status', 'milestone'), (name, field) => {
      const { where, faults } = parseQuery(`${field}:${writtenValue(name, keywordsOf(field as 'tag'))}`);
      expect(faults).toEqual([]);
      const meant = keywordsOf(field as 'tag').includes(name.toLowerCase());
      expect(where).toMatchObject({ kind: 'field', field, values: [{ kind: 'name', text: name }] });
      if (meant) expect(where).toMatchObject({ values: [{ isQuoted: true }] });
    }),
    { numRuns: 10_000 },
  );
});
