import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Token, tokenizeQuery } from '../../src/features/queries/tokenize-query.ts';
import { outlineOf } from '../../web/features/cases/query/query-terms.ts';
import { tokensOf } from '../../web/features/cases/query/query-tokens.ts';
import { queryTexts } from './query-texts.ts';

const valuesOf = (token: Token): readonly (readonly [string, boolean])[] =>
  token.kind === 'field' ? token.values.map(({ text, isQuoted }) => [text, isQuoted] as const) : [];

/** The tokens of the server, in what the interface knows of them as well. */
const onTheServer = (text: string) =>
  tokenizeQuery(text).tokens.map((token) => {
    const { kind, start, end } = token;
    if (kind === 'text') return { kind, start, end, text: token.text };
    return kind === 'field' ? { kind, start, end, name: token.name, values: valuesOf(token) } : { kind, start, end };
  });

/** Those of the interface; quotes around nothing are tokens of the interface alone. */
const onTheScreen = (text: string) =>
  tokensOf(text)
    .filter((token) => token.kind !== 'text' || token.values.length > 0)
    .map((token) => {
      const { kind, start, end } = token;
      if (kind === 'text') return { kind, start, end, text: token.values[0]?.text };
      if (kind !== 'field') return { kind, start, end };
      return { kind, start, end, name: token.name, values: token.values.map((each) => [each.text, each.isQuoted]) };
    });

describe('a query in the interface', () => {
  it('is taken apart as on the server, whatever it is', () => {
    fc.assert(
      fc.property(queryTexts, (written) => {
        // The server makes texts readable before it takes them apart.
        const readable = written.toWellFormed().replaceAll('\0', ' ');
        expect(onTheScreen(written)).toEqual(onTheServer(readable));
        expect(tokensOf(written).some(({ isFaulty }) => isFaulty)).toBe(tokenizeQuery(readable).faults.length > 0);
      }),
      { numRuns: 30_000 },
    );
  });

  it.each([
    ['--force', [['--force', false, true]]],
    [
      '- a',
      [
        ['-', false, true],
        ['a', false, true],
      ],
    ],
    ['-a', [['-a', true, true]]],
    ['NOT a', [['a', true, false]]],
    ['NOT -a', [['-a', false, false]]],
    ['-NOT a', [['a', false, false]]],
    [
      '(a) -b',
      [
        ['a', false, false],
        ['-b', true, true],
      ],
    ],
    ['constructor', [['constructor', false, true]]],
  ])('has terms that can be taken away with what belongs to them: %s', (text, terms) => {
    const found = outlineOf(text).terms.map((each) => [
      text.slice(each.start, each.end),
      each.isNegated,
      each.isOutermost,
    ]);
    expect(found).toEqual(terms);
  });
});
