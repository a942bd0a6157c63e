import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseOrderKeys } from '../cases/list/case-selection.ts';
import { parseQuery } from './parse-query.ts';
import { printQuery } from './print-query.ts';
import { type Query, type QueryNode, type QueryValue, queryFields } from './query.ts';
import { joined, negated } from './query-nodes.ts';

const here = { start: 0, end: 0 };

/** The query without the places of its parts. */
const placeless = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(placeless);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([name]) => name !== 'start' && name !== 'end');
  return Object.fromEntries(kept.map(([name, part]) => [name, placeless(part)]));
};

const read = (text: string): unknown => {
  const { faults, hints: _, ...query } = parseQuery(text);
  expect([text, faults]).toEqual([text, []]);
  return placeless(query);
};

/** What is told of a query, each with the part of the text it is about. */
const faultsOf = (text: string) =>
  parseQuery(text).faults.map(({ start, end, suggestion }) => [text.slice(start, end), suggestion]);

describe('a query', () => {
  it('is read with all of its conditions and its order', () => {
    const text =
      'status:open assignee:me -tag:legal milestone:"1.2" updated:>2026-01-01 due:<7d "exact words" sort:-updated';
    expect(read(text)).toEqual({
      where: {
        kind: 'all',
        of: [
          { kind: 'field', field: 'status', values: [{ kind: 'name', text: 'open', isQuoted: false }] },
          { kind: 'field', field: 'assignee', values: [{ kind: 'name', text: 'me', isQuoted: false }] },
          {
            kind: 'not',
            of: { kind: 'field', field: 'tag', values: [{ kind: 'name', text: 'legal', isQuoted: false }] },
          },
          { kind: 'field', field: 'milestone', values: [{ kind: 'name', text: '1.2', isQuoted: true }] },
          { kind: 'field', field: 'updated', values: [{ kind: 'comparison', comparison: '>', bound: '2026-01-01' }] },
          { kind: 'field', field: 'due', values: [{ kind: 'comparison', comparison: '<', bound: '7d' }] },
          { kind: 'text', text: 'exact words' },
        ],
      },
      sort: [{ key: 'updated', direction: 'desc' }],
    });
    expect(printQuery(parseQuery(text))).toBe(text);
  });

  it.each([
    ['', ''],
    ['  a   b  ', 'a b'],
    ['a AND b OR NOT c', 'a b OR -c'],
    ['(a OR b) c', '(a OR b) c'],
    ['a (b c)', 'a b c'],
    ['a OR (b OR c)', 'a OR b OR c'],
    ['-(a b)', '-(a b)'],
    ['NOT NOT a', 'a'],
    ['-(-(a))', 'a'],
    ['sort:title a OR b sort:-number', '(a OR b) sort:title,-number'],
    ['Status:OPEN,"In Progress"', 'status:open,"In Progress"'],
    ['status:"open"', 'status:"open"'],
    ['due:+7D..*', 'due:7d..'],
    ['number:=007,>=9,..3', 'number:7,>=9,..3'],
    ['updated:2026-11-24t09:30z', 'updated:2026-11-24T09:30Z'],
    ['--force -', '"--force" "-"'],
    ['https://example.com/a:b 10:30', 'https://example.com/a:b 10:30'],
    ['or "OR" "a:b" "(x)"', 'or "OR" "a:b" "(x)"'],
    ['say "a \\"b\\" \\\\ \\n"', 'say "a \\"b\\" \\\\ \\\\n"'],
  ])('%s is the same as %s', (text, canonical) => {
    expect(printQuery(parseQuery(text))).toBe(canonical);
    expect(read(canonical)).toEqual(read(text));
  });

  it.each([
    ['asignee:me foo', [['asignee', 'assignee']]],
    ['label:x', [['label', 'tag']]],
    [
      'TypeError: x',
      [
        ['TypeError', null],
        [':', null],
      ],
    ],
    [
      'has:attachments is:opne',
      [
        ['attachments', 'attachment'],
        ['opne', 'open'],
      ],
    ],
    ['sort:-updatet', [['-updatet', '-updated']]],
    ['sort:title,-title', [['-title', null]]],
    [
      'sort:title OR a',
      [
        ['sort:title', null],
        ['OR', null],
      ],
    ],
    ['status: open', [['status: open', 'status:open']]],
    ['status:a,', [[',', null]]],
    ['status:"a"b', [['b', null]]],
    ['created:2026-02-30', [['2026-02-30', null]]],
    [
      'due:soon number:many',
      [
        ['soon', null],
        ['many', null],
      ],
    ],
    ['created:..', [['..', null]]],
    ['a OR', [['OR', null]]],
    ['AND a', [['AND', null]]],
    ['a NOT', [['NOT', null]]],
    ['a () b', [['()', null]]],
    ['(a', [['(', null]]],
    ['a) b', [[')', null]]],
    ['"a', [['"a', null]]],
    ['a "" b', [['""', null]]],
  ])('with mistakes is told all of them and where they are: %s', (text, faults) => {
    expect(faultsOf(text)).toEqual(faults);
  });

  it('takes a field with two slashes behind its colon for an address, unless they are in quotes', () => {
    expect(parseQuery('priority://x').where).toMatchObject({ kind: 'text', text: 'priority://x' });
    const quoted = { kind: 'field', field: 'priority', values: [{ text: '//x', isQuoted: true }] };
    expect(parseQuery('priority:"//x"').where).toMatchObject(quoted);
    expect(parseQuery('priority:High,//x').where).toMatchObject({ values: [{ text: 'High' }, { text: '//x' }] });
  });

  it('tells all fields to whoever asks for one that does not exist', () => {
    expect(parseQuery('colour:red').faults[0]?.problem).toMatch(/among space, project, .*assignee, .*has, sort;/u);
  });

  it('has limits, and says so', () => {
    expect(faultsOf('x'.repeat(4_001)).length).toBe(1);
    expect(faultsOf('is:open '.repeat(101)).length).toBe(1);
    expect(faultsOf('a '.repeat(21)).length).toBe(1);
    expect(faultsOf('x'.repeat(501)).length).toBe(1);
    expect(faultsOf(`number:${'1,'.repeat(100)}1`).length).toBe(1);
    expect(faultsOf(`${'('.repeat(21)}a${')'.repeat(21)}`).length).toBe(1);
    expect(faultsOf(`${'('.repeat(20)}a${')'.repeat(20)}`)).toEqual([]);
    expect(faultsOf(`${'('.repeat(1_900)}a`).length).toBeGreaterThan(0);
    expect(faultsOf('-('.repeat(1_900)).length).toBeGreaterThan(0);
  });
});

const texts = fc
  .oneof(fc.string(), fc.constantFrom('OR', '-x', 'a:b', 'a b', 'ü', '"', '\\', '(', 'http://x', '\ud83d\ude00'))
  .map((text) => text.toWellFormed().replaceAll('\u0000', ' '))
  .filter((text) => text.trim() !== '');
const moments = fc.constantFrom('today', 'now', '-2w', '2026', '2026-01', '2026-01-31', '2026-01-31T09:30:01.5Z');
const numbers = fc.nat().map(String);

const namesOf = (field: keyof typeof queryFields): fc.Arbitrary<QueryValue> => {
  const words: readonly string[] = queryFields[field].words;
  return fc.oneof(
    texts.map((text) => ({ kind: 'name' as const, text, isQuoted: true, ...here })),
    ...(words.length === 0 ? [] : [word(fc.constantFrom(...words))]),
    word(fc.stringMatching(/^[^\s"(),\p{Cc}]+$/u).filter((text) => !words.includes(text.toLowerCase()))),
  );
};

const word = (text: fc.Arbitrary<string>): fc.Arbitrary<QueryValue> =>
  text.map((each) => ({ kind: 'name' as const, text: each.toWellFormed(), isQuoted: false, ...here }));

const bounded = (bounds: fc.Arbitrary<string>): fc.Arbitrary<QueryValue> =>
  fc.oneof(
    fc
      .record({ comparison: fc.constantFrom('=', '<', '<=', '>', '>='), bound: bounds })
      .map((value) => ({ kind: 'comparison' as const, ...value, ...here }) as QueryValue),
    fc
      .tuple(fc.option(bounds), fc.option(bounds))
      .filter(([from, to]) => from !== null || to !== null)
      .map(([from, to]) => ({ kind: 'range' as const, from, to, ...here })),
  );

/** Right after the colon, two slashes are an address unless they are in quotes. */
const writable = (values: readonly QueryValue[]): QueryValue[] =>
  values.map((value, index) =>
    index === 0 && value.kind === 'name' && value.text.startsWith('//') ? { ...value, isQuoted: true } : value,
  );

const fields: fc.Arbitrary<QueryNode> = fc
  .constantFrom(...(Object.keys(queryFields) as (keyof typeof queryFields)[]))
  .chain((field) => {
    const { takes, words } = queryFields[field];
    const values = {
      name: namesOf(field),
      keyword: word(fc.constantFrom(...((words as readonly string[]).length === 0 ? ['x'] : words))),
      moment: bounded(moments),
      number: bounded(numbers),
    }[takes];
    return fc
      .array(values, { minLength: 1, maxLength: 3 })
      .map((some) => ({ kind: 'field' as const, field, values: writable(some), ...here }));
  });

const { nodes } = fc.letrec<{ nodes: QueryNode }>((tie) => ({
  nodes: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    texts.map((text) => ({ kind: 'text' as const, text, ...here })),
    fields,
    tie('nodes').map((node) => negated(node, here)),
    fc
      .tuple(fc.constantFrom('all' as const, 'any' as const), fc.array(tie('nodes'), { minLength: 2, maxLength: 3 }))
      .map(([kind, some]) => joined(kind, some) as QueryNode),
  ),
}));

const queries: fc.Arbitrary<Pick<Query, 'where' | 'sort'>> = fc.record({
  where: fc.option(nodes),
  sort: fc.uniqueArray(
    fc.record({ key: fc.constantFrom(...caseOrderKeys), direction: fc.constantFrom('asc' as const, 'desc' as const) }),
    { selector: ({ key }) => key, maxLength: 3 },
  ),
});

const pieces = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '(',
        ')',
        '"',
        '-',
        ':',
        ',',
        ' ',
        'OR',
        'AND',
        'NOT',
        'sort:',
        'status:',
        'due:',
        '..',
        '<',
        '\\',
      ),
      fc.constantFrom('-title', 'open', '7d', '2026-01-01', 'foo', 'assignee:me', 'asignee:x', 'number:1..3'),
      fc.string({ unit: 'binary', maxLength: 5 }),
    ),
    { maxLength: 30 },
  )
  .map((some) => some.join(''));

describe('any query', () => {
  it('is the same after it was printed and read', () => {
    fc.assert(
      fc.property(queries, (query) => {
        expect(read(printQuery(query))).toEqual(placeless(query));
      }),
      { numRuns: 1_000 },
    );
  });

  it('is read or refused, never in vain: every fault has its place in the text, what is left can be printed', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), pieces), (text) => {
        const { faults, hints, ...query } = parseQuery(text);
        for (const { start, end } of [...faults, ...hints]) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
        expect(read(printQuery(query))).toEqual(placeless(query));
      }),
      { numRuns: 2_000 },
    );
  });
});
