import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call } from '../../../test/support/api.ts';
import { startTestApp, type TestApp } from '../../../test/support/test-app.ts';
import { type QueryMistake, queryMistakes } from './query-mistakes.ts';

const many = (term: string, count: number): string => Array.from({ length: count }, () => term).join(' ');

/** A query with each mistake, and what stands beside its code. */
const made: Readonly<Record<QueryMistake, readonly [query: string, values?: Readonly<Record<string, string>>]>> = {
  QUERY_TOO_LONG: ['x'.repeat(4_001), { max: '4000' }],
  TOO_MANY_TERMS: [many('is:open', 101), { max: '100' }],
  TOO_MANY_TEXTS: [many('x', 21), { max: '20' }],
  TEXT_TOO_LONG: ['x'.repeat(501), { max: '500' }],
  TOO_MANY_VALUES: [`tag:${Array.from({ length: 101 }, () => 'x').join()}`, { max: '100' }],
  PARENTHESIS_NOT_OPENED: ['is:open)'],
  PARENTHESIS_NOT_CLOSED: ['(is:open'],
  PARENTHESES_EMPTY: ['()'],
  PARENTHESES_TOO_DEEP: [`${'('.repeat(21)}x${')'.repeat(21)}`, { max: '20' }],
  OR_WITHOUT_TERM: ['is:open OR'],
  AND_WITHOUT_TERM: ['AND is:open'],
  NOT_WITHOUT_TERM: ['is:open NOT'],
  QUOTE_NOT_CLOSED: ['"never ends'],
  QUOTES_EMPTY: ['""'],
  VALUE_MISSING: ['status:'],
  VALUE_APART: ['status: open'],
  VALUE_NOT_SEPARATED: ['status:"open"x'],
  FIELD_UNKNOWN: ['colour:red', { field: 'colour', known: expect.stringMatching(/^space, .*, sort$/u) }],
  NAME_UNKNOWN: ['status:"in progres"', { field: 'status', name: 'in progres' }],
  KEYWORD_UNKNOWN: ['is:opne', { field: 'is', value: 'opne', known: 'is:open, is:closed, is:overdue' }],
  NUMBER_UNREADABLE: ['number:x', { field: 'number', value: 'x' }],
  MOMENT_UNREADABLE: ['due:soon', { field: 'due', value: 'soon' }],
  MOMENT_AHEAD: ['updated:>7d', { field: 'updated' }],
  SORT_NOT_APART: ['(sort:title)'],
  SORT_KEY_REPEATED: ['sort:title,-title'],
  SORT_KEY_UNKNOWN: ['sort:colour', { key: 'colour', known: expect.stringContaining('title') }],
};

describe('mistakes in queries', () => {
  let test: TestApp;

  beforeAll(async () => {
    test = await startTestApp('sqlite');
  });

  afterAll(async () => {
    expect(test.logged()).not.toContain('defect');
    await test.close();
  });

  it.each(queryMistakes)('are told by code and in words: %s', async (code) => {
    const [query, values = {}] = made[code];
    const { status, body } = await call(test, `GET /cases?query=${encodeURIComponent(query)}`);
    expect([status, body.code]).toEqual([400, 'FIELDS_INVALID']);
    expect(body.queryFaults).toContainEqual(expect.objectContaining({ code, values }));
    for (const { problem } of body.queryFaults) expect(problem).toMatch(/^[a-z][^{}]+$/u);
  });

  it('suggest nothing that JavaScript alone knows', async () => {
    const { body } = await call(test, 'GET /cases?query=constructor:x');
    expect(body.queryFaults).toMatchObject([{ code: 'FIELD_UNKNOWN', suggestion: null }]);
  });

  it('are told as hints where a query can be read', async () => {
    const { body } = await call(test, 'GET /cases?query=status=open');
    expect(body.queryHints).toEqual([
      {
        ...{ start: 0, end: 11, code: 'READ_AS_TEXT', values: { text: 'status=open' } },
        ...{ problem: 'looks for the text "status=open"', suggestion: 'status:open' },
      },
    ]);
  });
});
