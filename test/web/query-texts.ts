import fc from 'fast-check';

/** What queries are made of, and what people leave unfinished of it. */
const parts = [
  ...[
    'paper',
    '-',
    '--force',
    '-a',
    '- a',
    'a:b',
    'https://x.y/z',
    '10:30',
    'tag-line',
    'constructor',
    ',',
    '\\',
    'Über',
    '\u{1f4e6}',
  ],
  ...['or', 'and', 'not', 'OR', 'AND', 'NOT', '-NOT', 'NOT -a', 'OR OR', 'or status'],
  ...['(', ')', '((', '))', '()', '-(', ') OR (', '(a OR b)', 'NOT ('],
  ...['"', '""', '" "', '"two words"', '"say \\"x\\""', '"open', '"\\', '"(x"', '"a"b', '\\"'],
  ...['status:open', '-tag:legal', 'Status:OPEN,"In Progress"', 'status:', 'status: open', 'status:a,', 'status:,a'],
  ...[
    'status:"open',
    'status:""',
    'status:a"b"',
    'status:a(b)',
    'nothing:here',
    'externalID:x',
    'due:soon',
    'is:closed',
  ],
  ...[
    'sort:title',
    'sort:-number,due',
    '-sort:title',
    'sort:',
    'sort:nothing',
    'sort:due"x"',
    'SORT:created',
    'sort:a(b)',
  ],
  ...['\u0000', '\ud800', '\u00a0', '\n', '\t', ' ', '  '],
];

/** Texts of queries: right ones, and ones in which anything is wrong anywhere. */
export const queryTexts: fc.Arbitrary<string> = fc.oneof(
  fc
    .array(fc.tuple(fc.constantFrom(...parts), fc.constantFrom(' ', ' ', ' ', '')), { maxLength: 8 })
    .map((chosen) => chosen.flat().join('')),
  fc.string({ unit: fc.constantFrom(...'ab-:",()\\ NOTR/\n\u0000'), maxLength: 24 }),
  fc.string({ unit: 'binary', maxLength: 24 }),
);
