import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newCase } from '../../../test/support/cases.ts';
import { idsOf, type ListedCase, listAll } from '../../../test/support/listing.ts';
import { putCase } from '../../../test/support/requests.ts';
import { dialects, startTestApp, type TestApp } from '../../../test/support/test-app.ts';

const place = { SpaceID: 1, ProjectID: 1 };

/** Cases with texts that are easy to search for in a wrong way. */
const special = [
  { IssueTitle: 'Discount of 100% is shown', IssueDescription: '<p>50% would be right</p>' },
  { IssueTitle: 'Field order_no_2 is empty' },
  { IssueTitle: 'Field orderXnoX2 is empty' },
  { IssueTitle: 'Message says "out of paper" twice', IssueDescription: "<p>It's 5 o'clock</p>" },
  { IssueTitle: 'Path C:\\temp\\new is wrong' },
  { IssueTitle: 'الطابعة لا تعمل بعد التحديث' },
  { IssueTitle: 'プリンターが印刷しません', IssueDescription: '<p>東京の本社</p>' },
  { IssueTitle: 'Größere Übersicht für die Straße' },
  { IssueTitle: 'Emoji 🖨️ in a title 🦘🦘🦘' },
  { IssueTitle: 'Generic List<String> & a && b', IssueDescription: '<p>x &lt; y &amp;&amp; y &gt; z</p>' },
  {
    IssueTitle: 'One two three',
    IssueDescription: '<ul><li>wombat</li><li>numbat</li></ul>',
    TagsCSV: 'zq,marsupial animals',
  },
  { IssueTitle: 'AND OR NOT NEAR *' },
];

const textOf = ({ IssueTitle, IssueDescription, TagsCSV }: ListedCase): string =>
  folded(`${IssueTitle}\n${textOfHtml(IssueDescription)}\n${TagsCSV}`);

/** Escaped signs in titles and tags stand for themselves as well. */
const textOfHtml = (html: string): string => html.replace(/<\/(?:p|li)>|<br \/>/gu, '\n').replace(/<[^>]*>/gu, '');

const folded = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .normalize('NFD')
    .replace(/[\u0300-\u036F]/gu, '')
    .normalize('NFC')
    .toLowerCase();

describe.each(dialects)('a keyword on %s', (dialect) => {
  let testApp: TestApp;
  let all: readonly ListedCase[];
  /** The texts of the comments on each case. */
  const comments = new Map<unknown, string>();
  beforeAll(async () => {
    testApp = await startTestApp(dialect);
    for (const each of special) await newCase(testApp, { ...place, ...each });
    all = await listAll(testApp);
    for (const { case_id: caseId, text } of await testApp.rows('select case_id, text from comments')) {
      comments.set(caseId, `${comments.get(caseId) ?? ''}\n${folded(textOfHtml(String(text)))}`);
    }
  });
  afterAll(() => testApp.close());

  const expected = (keyword: string): number[] => {
    const words = keyword
      .normalize('NFD')
      .replace(/[\u0300-\u036F]/gu, '')
      .normalize('NFC')
      .toLowerCase()
      .split(/\s+/u)
      .filter((word) => word !== '');
    const textsOf = (each: ListedCase) => `${textOf(each)}\n${comments.get(each.IssueID) ?? ''}`;
    return idsOf(all.filter((each) => words.every((word) => textsOf(each).includes(word))));
  };

  it.each([
    ['a word', ['invoice', 'printer', 'wombat', 'no-such-word']],
    ['another spelling', ['INVOICE', 'pRiNtEr']],
    ['a part of a word', ['nvoic', 'rinte', 'omba', 'ngaro']],
    [
      'several words, in any order and place',
      ['invoice pdf', 'pdf invoice', 'wombat one', 'three  wombat\tmarsupial', 'invoice wombat'],
    ],
    ['words of one and two characters', ['qz', 'pd', 'in', '5', '4.']],
    [
      'words that are also names of elements, which are not text',
      ['li', 'ul', 'p', 'em', 'br', 'td', 'strong', 'code', 'href'],
    ],
    ['percent signs', ['100%', '0%', '%', '%%', '1%0', '100% discount']],
    ['underscores', ['order_no', 'r_n', '_', '__', 'order_no_2', 'o__er']],
    ['quotes', ['"out', 'paper"', '""', '"out of paper"', "it's", "'", "o'clock"]],
    ['backslashes', ['C:\\temp', '\\', '\\new', 'p\\n', '\\\\']],
    [
      'what is a language of its own elsewhere',
      ['or not near', 'near', '*', 'wom*', 'title:one', '(wombat)', 'wombat)', '-wombat', '^one', 'a:b', '{x}', '+'],
    ],
    ['SQL', ["'; drop table cases; --", '? $1', '%s', "wombat' or '1'='1"]],
    ['markup', ['List<String>', '<String>', '&&', '&lt;', '&amp;', 'lt;', '<p>']],
    ['signs that HTML writes in another way', ['&', '<', '< y', '"']],
    ['Arabic', ['الطابعة', 'طابع', 'لا', 'تعمل التحديث', 'الهاتف']],
    ['Japanese', ['プリンター', '印刷', '東京', '東', 'ません', '大阪']],
    ['umlauts', ['Größere', 'größere', 'GRÖßERE', 'Übersicht', 'übersicht', 'ÜBERSICHT', 'öß']],
    ['umlauts in words of two characters and another spelling', ['Öß', 'ÜB']],
    ['characters of four bytes', ['🖨️', '🦘', '🦘🦘🦘', '🦘🦘🦘🦘']],
    ['a tag', ['marsupial', 'arsup', 'marsupial animals']],
    ['a tag of two characters', ['zq']],
  ])('finds exactly the cases with %s', async (_name, keywords) => {
    for (const keyword of keywords) {
      expect([keyword, idsOf(await listAll(testApp, { keyword }))]).toEqual([keyword, expected(keyword)]);
    }
  });

  it('has cases to find, so that the comparison means something', () => {
    for (const keyword of [
      'invoice',
      'invoice pdf',
      'a',
      'zq',
      '100%',
      'order_no',
      '"out',
      '\\',
      '印刷',
      'لا',
      '🦘',
      '<',
      'Öß',
    ]) {
      expect([keyword, expected(keyword).length]).toEqual([keyword, expect.toSatisfy((count: number) => count > 0)]);
    }
    expect(expected('r_n').length).toBe(1);
  });

  it('combines with the other conditions', async () => {
    const matching = expected('the ').filter((id) => all.find((each) => each.IssueID === id)?.SpaceID === 2);
    expect(idsOf(await listAll(testApp, { keyword: 'the', spaceid: 2 }))).toEqual(matching);
    expect(matching.length).toBeGreaterThan(0);
  });

  it('finds a word right after it was written, and no longer when it was replaced', async () => {
    const caseId = await newCase(testApp, {
      ...place,
      IssueTitle: 'Bandicoot',
      IssueDescription: '<p>quoll</p>',
      TagsCSV: 'dunnart',
    });
    const found = async (keyword: string) => idsOf(await listAll(testApp, { keyword }));
    for (const word of ['bandicoot', 'quoll', 'dunnart']) expect(await found(word)).toEqual([caseId]);
    await putCase(testApp, caseId, { IssueTitle: 'Potoroo' });
    expect([await found('bandicoot'), await found('potoroo'), await found('quoll'), await found('dunnart')]).toEqual([
      [],
      [caseId],
      [caseId],
      [caseId],
    ]);
    await putCase(testApp, caseId, { IssueDescription: '', TagsCSV: '' });
    expect([await found('quoll'), await found('dunnart'), await found('potoroo')]).toEqual([[], [], [caseId]]);
    await putCase(testApp, caseId, { IssueTitle: 'Bettong', MilestoneID: 999_999 });
    expect(await found('bettong')).toEqual([]);
  });

  it('of 20 words, of NUL and of half a character is taken', async () => {
    for (const keyword of [
      'in '.repeat(20),
      'in\u0000',
      '\u0000\u0000',
      '🦘\u0000🦘',
      'e\u0301e\u0301',
      '\u0301\u0301\u0301',
    ]) {
      expect(Array.isArray(await listAll(testApp, { keyword }))).toBe(true);
    }
    const { statusCode } = await testApp.app.inject({
      url: '/api/cases?keyword=%ff%ed%a0%80',
      headers: { 'rest-api-key': '' },
    });
    expect(statusCode).toBe(401);
  });
});

it('a keyword finds the same on both databases', async () => {
  const found: Record<string, number[]>[] = [];
  for (const dialect of dialects) {
    const testApp = await startTestApp(dialect);
    for (const IssueTitle of ['Señor Fernández', 'CAFÉ', 'Cafe\u0301', 'İSTANBUL', 'Ὀδυσσεύς', 'ﬁle', 'K (kelvin)']) {
      await newCase(testApp, { ...place, IssueTitle });
    }
    const keywords = [
      'fernandez',
      'fernández',
      'FERNÁNDEZ',
      'senor',
      'café',
      'cafe',
      'cafe\u0301',
      'fe\u0301',
      'istanbul',
      'οδυσσευς',
      'file',
      'k (kelvin)',
    ];
    const ids: Record<string, number[]> = {};
    for (const keyword of keywords) ids[keyword] = idsOf(await listAll(testApp, { keyword }));
    found.push(ids);
    await testApp.close();
  }
  expect(found[1]).toEqual(found[0]);
});
