import { describe, expect, it } from 'vitest';
import { parseQuery } from './parse-query.ts';

describe('a query', () => {
  it.each([
    ['tag:a or tag:b', [['or', 'OR']]],
    [
      'not tag:a And (b)',
      [
        ['not', 'NOT'],
        ['And', 'AND'],
      ],
    ],
    ['"a b" or c', [['or', 'OR']]],
    ['(tag:a or b)', [['or', 'OR']]],
    ['not (a b)', [['not', 'NOT']]],
    [
      'status=open or status = open',
      [
        ['status=open', 'status:open'],
        ['or', 'OR'],
        ['status = open', 'status:open'],
      ],
    ],
    ['status :open', [['status :open', 'status:open']]],
    ['Status : "In Progress",New x', [['Status : "In Progress",New', 'status:"In Progress",New']]],
    ['priority!=High', [['priority!=High', '-priority:High']]],
    [
      'due<7d updated >= 2026-01-01',
      [
        ['due<7d', 'due:<7d'],
        ['updated >= 2026-01-01', 'updated:>=2026-01-01'],
      ],
    ],
    ['sort = -updated', [['sort = -updated', 'sort:-updated']]],
  ])('that is valid tells what else may have been meant, and means what it says: %s', (text, hints) => {
    const parsed = parseQuery(text);
    expect(parsed.hints.map(({ start, end, suggestion }) => [text.slice(start, end), suggestion])).toEqual(hints);
    expect(parsed.faults).toEqual([]);
  });

  it.each([
    'this or that and not those',
    'or',
    '(this or)',
    '(and not) that',
    'tag:a "or" tag:b',
    'tag:a OR tag:b',
    'order',
    'colour=red',
    'https://example.com/?status=open',
    'priority://x',
    '"status=open"',
    'status > open',
    'status =',
    'a -b',
  ])('needs no hint: %s', (text) => {
    expect(parseQuery(text).hints).toEqual([]);
  });
});

describe('a query whose parts stand apart', () => {
  it.each([
    ['status: open', 'status: open', 'status:open'],
    ['status:New, "In Progress" x', 'status:New, "In Progress"', 'status:New,"In Progress"'],
    ['due: -7d', 'due: -7d', 'due:-7d'],
    ['status: tag:x', ':', null],
    ['status: OR', ':', null],
    ['status:', ':', null],
    ['TypeError: x', ':', null],
  ])('is refused, with what was meant: %s', (text, place, suggestion) => {
    const { faults } = parseQuery(text);
    expect(faults.map((fault) => [text.slice(fault.start, fault.end), fault.suggestion])).toContainEqual([
      place,
      suggestion,
    ]);
  });
});
