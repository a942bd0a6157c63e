/** What a value in an update does: refused with 400, accepted without any change, or read back afterwards. */
export type Effect = 'refused' | 'unchanged' | { readonly reads: unknown };

/** One value of one property, sent in an update of a fresh case. */
export interface Try {
  readonly sent: unknown;
  readonly effect: Effect;
  /** The case it is sent to; the one in the public space unless told. */
  readonly to?: 'support' | 'product';
  /** Who sends it; the administrator unless told. */
  readonly as?: 'omar.haddad';
}

const situations = [
  'valid',
  'of a wrong type',
  'an unknown ID',
  'an ID of another space or project',
  '0',
  'null',
  'a numeric string',
  'blank',
  'too long',
  'HTML with a script in it',
] as const;

type Walk = Readonly<Record<(typeof situations)[number], readonly Try[]>>;

const refused = (...values: readonly unknown[]): Try[] => values.map((sent) => ({ sent, effect: 'refused' }));
const unchanged = (...values: readonly unknown[]): Try[] => values.map((sent) => ({ sent, effect: 'unchanged' }));
const reads = (sent: unknown, read: unknown = sent): Try => ({ sent, effect: { reads: read } });

const MEBIBYTE = 1024 * 1024;
const script = '<script>alert(1)</script>';

/** What no property with an ID takes. */
const neverAnId = {
  'of a wrong type': refused(true, 1.5, -1, [3], { ID: 3 }, 'three', '3.0', '-3', '0x3'),
  'an unknown ID': refused(999_999, Number.MAX_SAFE_INTEGER),
  blank: refused('', '   '),
  'too long': refused('9'.repeat(400), 1e21, Number.MAX_SAFE_INTEGER + 1),
  'HTML with a script in it': refused(script, `3${script}`),
} satisfies Partial<Walk>;

/** What no property with a text takes. */
const neverAText = {
  'of a wrong type': refused(42, true, ['text'], { text: 'text' }),
  'an unknown ID': refused(999_999),
  'an ID of another space or project': refused(2),
  '0': refused(0),
  null: unchanged(null),
} satisfies Partial<Walk>;

/**
 * Every property of "Update case" with every kind of value. The cases they are sent to: `supportCase`, `productCase`.
 * Source: communifire-api.md section 2.
 */
export const propertyTable: Readonly<Record<string, Walk>> = {
  IssueTitle: {
    ...neverAText,
    valid: [reads('A new title'), reads('  trimmed  ', 'trimmed'), reads('Größe 📏 プリンター')],
    'a numeric string': [reads('5')],
    blank: refused('', '   ', '\t\n', '\u00a0', '\u0000'),
    'too long': [...refused('x'.repeat(501), '📏'.repeat(501)), reads('x'.repeat(500)), reads('📏'.repeat(500))],
    'HTML with a script in it': [reads(`<b>Bold</b>${script} title`, 'Bold title'), ...refused(script)],
  },
  IssueDescription: {
    ...neverAText,
    valid: [reads('<p>New <strong>text</strong></p>'), reads('a\n  b'), reads('Größe 📏 プリンター')],
    'a numeric string': [reads('5')],
    blank: [reads(''), reads('   ')],
    'too long': [
      ...refused('x'.repeat(MEBIBYTE + 1), 'é'.repeat(MEBIBYTE / 2 + 1), '&'.repeat(MEBIBYTE), '<b>'.repeat(20_000)),
      reads('x'.repeat(MEBIBYTE)),
      reads('é'.repeat(MEBIBYTE / 2)),
    ],
    'HTML with a script in it': [reads(`<p onclick="x()">Kept</p>${script}`, '<p>Kept</p>')],
  },
  MilestoneID: {
    ...neverAnId,
    valid: [reads(3), ...unchanged(2)],
    'an ID of another space or project': refused(4, 7),
    '0': [reads(0)],
    null: [reads(null, 0)],
    'a numeric string': [reads('3', 3), reads(' 3 ', 3), reads('0', 0)],
  },
  AssignedToUserID: {
    ...neverAnId,
    valid: [reads(7), reads(8), ...unchanged(3)],
    'an ID of another space or project': [
      { sent: 2, effect: 'refused', to: 'product' },
      { sent: 7, effect: 'refused', to: 'product' },
      { sent: 8, effect: { reads: 8 }, to: 'product' },
    ],
    '0': [reads(0)],
    null: [reads(null, 0)],
    'a numeric string': [reads('7', 7), reads('0', 0)],
  },
  ProjectID: {
    ...neverAnId,
    valid: [reads(2), ...unchanged(1)],
    'an ID of another space or project': refused(3),
    '0': unchanged(0),
    null: unchanged(null),
    'a numeric string': [reads('2', 2), ...unchanged('0', '1')],
  },
  ProjectSectionID: {
    ...neverAnId,
    valid: [reads(4), ...unchanged(2)],
    'an ID of another space or project': refused(5, 9),
    '0': [reads(0)],
    null: [reads(null, 0)],
    'a numeric string': [reads('4', 4), reads('0', 0)],
  },
  IssuePriorityID: {
    ...neverAnId,
    valid: [reads(4), ...unchanged(3)],
    'an ID of another space or project': refused(5),
    '0': unchanged(0),
    null: unchanged(null),
    'a numeric string': [reads('4', 4), ...unchanged('0')],
  },
  IssueStatusID: {
    ...neverAnId,
    valid: [reads(6), ...unchanged(2)],
    'an ID of another space or project': refused(7),
    '0': unchanged(0),
    null: unchanged(null),
    'a numeric string': [reads('6', 6), ...unchanged('0')],
  },
  SpaceID: {
    ...neverAnId,
    valid: [reads(2), ...unchanged(1)],
    'an ID of another space or project': [{ sent: 2, effect: 'refused', as: 'omar.haddad' }],
    '0': unchanged(0),
    null: unchanged(null),
    'a numeric string': [reads('2', 2), ...unchanged('0')],
  },
  TagsCSV: {
    ...neverAText,
    valid: [reads('one, two,,Two , three', 'one,two,three'), ...unchanged('alpha,beta'), reads('beta,alpha')],
    'a numeric string': [reads('5')],
    blank: [reads(''), reads('  ', ''), reads(' , ,', '')],
    'too long': [
      ...refused('x'.repeat(101), Array.from({ length: 51 }, (_, index) => `t${index}`).join()),
      reads('x'.repeat(100)),
      reads(Array.from({ length: 50 }, (_, index) => `t${index}`).join()),
    ],
    'HTML with a script in it': [reads(`ok,${script},<i>fine</i>`, 'ok,fine')],
  },
  RecipientUserIDCSV: {
    ...neverAText,
    valid: [reads('4, 5,4', '4,5'), ...unchanged('2,7'), reads('7,2')],
    'of a wrong type': refused(42, true, [4], { ID: 4 }, 'four', '4;5', '4.0', '-4'),
    'an unknown ID': refused('999999', '4,999999', String(Number.MAX_SAFE_INTEGER)),
    'an ID of another space or project': [
      { sent: '3,2', effect: 'refused', to: 'product' },
      { sent: '3,5', effect: { reads: '3,5' }, to: 'product' },
    ],
    '0': refused(0, '0', '4,0'),
    'a numeric string': [reads('5')],
    blank: [reads(''), reads('  ', '')],
    'too long': refused(Array.from({ length: 501 }, (_, index) => index + 1).join(), '9'.repeat(400)),
    'HTML with a script in it': refused(script, `4,${script}`),
  },
};

const anyCase = {
  IssueTitle: 'A case for the table',
  IssueDescription: '<p>As it was</p>',
  TagsCSV: 'alpha,beta',
  AssignedToUserID: 3,
};

/** A case in the public space; its status is In Progress, its priority High. */
export const supportCase = {
  ...anyCase,
  SpaceID: 1,
  ProjectID: 1,
  ProjectSectionID: 2,
  MilestoneID: 2,
  IssueStatusID: 2,
  IssuePriorityID: 3,
  RecipientUserIDCSV: '2,7',
};

/** The same in the private space. */
export const productCase = {
  ...anyCase,
  SpaceID: 2,
  ProjectID: 3,
  ProjectSectionID: 10,
  MilestoneID: 8,
  IssueStatusID: 8,
  IssuePriorityID: 7,
  RecipientUserIDCSV: '4,6',
};
