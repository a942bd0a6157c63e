import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newCase, newKeyOf, refusalBody } from '../../../test/support/cases.ts';
import { type Answer, putCase, send } from '../../../test/support/requests.ts';
import { dialects, startTestApp, type TestApp } from '../../../test/support/test-app.ts';
import { SANDBOX_KEY } from '../../app/fill-sandbox.ts';

const place = { SpaceID: 1, ProjectID: 1 };
/** Not a member of the private space 2. */
const OUTSIDER = 'sara.lindqvist';
/** No member of the public space 1, so a viewer there. */
const VIEWER = 'claire.dubois';

interface Finding {
  readonly ContentID: number;
  readonly ContentSummary: string;
}

describe.each(dialects)('the search on %s', (dialect) => {
  let testApp: TestApp;
  let outsiderKey: string;
  let viewerKey: string;
  beforeAll(async () => {
    testApp = await startTestApp(dialect);
    outsiderKey = await newKeyOf(testApp, OUTSIDER);
    viewerKey = await newKeyOf(testApp, VIEWER);
  });
  afterAll(() => testApp.close());

  const search = (query: Readonly<Record<string, unknown>>, key = SANDBOX_KEY): Promise<Answer> => {
    const parameters = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`);
    return send(testApp, { url: `/api/search?${parameters.join('&')}`, headers: { 'rest-api-key': key } });
  };
  const findings = async (query: Readonly<Record<string, unknown>>, key?: string): Promise<Finding[]> => {
    const { status, envelope } = await search(query, key);
    expect([status, envelope.IsError]).toEqual([200, false]);
    return envelope.ResponseData as Finding[];
  };
  const ids = async (keyword: string, more: object = {}, key?: string): Promise<number[]> =>
    (await findings({ keyword, ...more }, key)).map(({ ContentID }) => ContentID);
  const comment = async (caseId: number, text: string, isInternal = false): Promise<void> => {
    const payload = JSON.stringify({ IssueID: caseId, CommentText: text, IsInternal: isInternal });
    const headers = { 'content-type': 'application/json' };
    const { status } = await send(testApp, { method: 'POST', url: '/api/case/comments', headers, payload });
    expect(status).toBe(200);
  };

  it('has the shape that clients read, without a null', async () => {
    const caseId = await newCase(testApp, {
      ...place,
      IssueTitle: 'Quokka',
      IssueDescription: `<p>${'before '.repeat(60)}the &lt;b&gt; quokka &amp; friends ${'after '.repeat(60)}</p>`,
    });
    const [found, ...others] = (await findings({ keyword: 'quokka' })) as unknown as Record<string, unknown>[];
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      EntityType: 19,
      ContentID: caseId,
      ContentTitle: 'Quokka',
      SpaceID: 1,
      SpaceName: expect.stringMatching(/./u),
      UserID: 1,
      AuthorDisplayName: expect.stringMatching(/./u),
      AuthorAvatarImageURL: '',
      DateCreatedString: 'just now',
    });
    expect(found?.['ContentSummary']).toMatch(/^…(?:before )+the &lt;b&gt; quokka &amp; friends (?:after )+…$|^….*…$/u);
    expect(String(found?.['ContentSummary']).length).toBeLessThan(250);
    expect(Object.values(found ?? {})).not.toContain(null);
  });

  it('has the best first: number, title, tags, text, comments; newer ones first among equals', async () => {
    const inComment = await newCase(testApp, { ...place, IssueTitle: 'One' });
    const inText = await newCase(testApp, { ...place, IssueTitle: 'Two', IssueDescription: 'a tapir 2304' });
    const olderTitle = await newCase(testApp, { ...place, IssueTitle: 'Tapir' });
    const inTags = await newCase(testApp, { ...place, IssueTitle: 'Three', TagsCSV: 'tapirs' });
    const newerTitle = await newCase(testApp, { ...place, IssueTitle: 'The tapir' });
    await comment(inComment, '<p>is about a <b>tap</b>ir</p>');
    const all = [newerTitle, olderTitle, inTags, inText, inComment];
    expect(await ids('tapir')).toEqual(all);
    expect(await ids('2304')).toEqual([2304, inText]);
    expect(await ids('#2304')).toEqual([2304]);
    const pages = [1, 2, 3, 4].map((StartPage) => ids('tapir', { StartPage, PageLength: 2 }));
    expect((await Promise.all(pages)).flat()).toEqual(all);
    expect(await ids('tapir', { StartPage: 1_000_000, PageLength: 100 })).toEqual([]);
  });

  it('finds words of which some stand in the case and some in its comments, also in the list', async () => {
    const caseId = await newCase(testApp, { ...place, IssueTitle: 'Okapi' });
    await comment(caseId, 'The giraffe is its <i>cousin</i>');
    for (const keyword of ['okapi', 'giraff', 'okapi cousin', 'giraffe okapi', 'okapi it', 'giraffe is']) {
      expect([keyword, await ids(keyword)]).toEqual([keyword, [caseId]]);
      const { envelope } = await send(testApp, { url: `/api/cases?keyword=${encodeURIComponent(keyword)}` });
      const listed = envelope.ResponseData as { IssueID: number }[];
      expect([keyword, listed.map(({ IssueID }) => IssueID)]).toEqual([keyword, [caseId]]);
    }
    expect(await ids('okapi zebra')).toEqual([]);
  });

  it('finds internal comments only for those who may read them', async () => {
    const caseId = await newCase(testApp, { ...place, IssueTitle: 'Pangolin' });
    await comment(caseId, 'the secret armadillo', true);
    expect(await ids('armadillo')).toEqual([caseId]);
    expect(await ids('pangolin armadillo')).toEqual([caseId]);
    expect(await ids('pangolin', {}, viewerKey)).toEqual([caseId]);
    for (const keyword of ['armadillo', 'pangolin armadillo', 'pangolin secret']) {
      expect(await ids(keyword, {}, viewerKey)).toEqual([]);
      const { envelope } = await send(testApp, {
        url: `/api/cases?keyword=${encodeURIComponent(keyword)}`,
        headers: { 'rest-api-key': viewerKey },
      });
      expect(envelope.ResponseData).toEqual([]);
    }
  });

  it('finds nothing of a space that one cannot see, by word or by number, and fills its pages all the same', async () => {
    const hidden = await newCase(testApp, { SpaceID: 2, ProjectID: 3, IssueTitle: 'Kakapo hidden' });
    await comment(hidden, 'kakapo kea');
    const seen: number[] = [];
    for (let count = 0; count < 3; count += 1) {
      seen.unshift(await newCase(testApp, { ...place, IssueTitle: 'Kakapo' }));
      await newCase(testApp, { SpaceID: 2, ProjectID: 3, IssueTitle: 'Kakapo' });
    }
    expect((await ids('kakapo')).length).toBe(7);
    expect(await ids('kakapo', { PageLength: 3 }, outsiderKey)).toEqual(seen);
    for (const keyword of ['kea', String(hidden), `#${hidden}`])
      expect(await ids(keyword, {}, outsiderKey)).toEqual([]);
    expect(await ids('kakapo', { SpaceIDCSV: 2 }, outsiderKey)).toEqual([]);
  });

  it('is narrowed to spaces and to who reported', async () => {
    const one = await newCase(testApp, { ...place, IssueTitle: 'Numbat', ReportedByUserID: 3 });
    const two = await newCase(testApp, { SpaceID: 2, ProjectID: 3, IssueTitle: 'Numbat', ReportedByUserID: 3 });
    const three = await newCase(testApp, { ...place, IssueTitle: 'Numbat' });
    expect(await ids('numbat', { SpaceIDCSV: '', UserIDCSV: '' })).toEqual([three, two, one]);
    expect(await ids('numbat', { SpaceIDCSV: '1,' })).toEqual([three, one]);
    expect(await ids('numbat', { SpaceIDCSV: '1,2', UserIDCSV: '3,4' })).toEqual([two, one]);
    expect(await ids(String(one), { UserIDCSV: 4 })).toEqual([]);
    expect(await ids('numbat', { SpaceIDCSV: '999' })).toEqual([]);
  });

  it('is of cases only', async () => {
    await newCase(testApp, { ...place, IssueTitle: 'Wallaby' });
    expect((await ids('wallaby', { EntityTypeCSV: '3,19' })).length).toBe(1);
    expect((await ids('wallaby', { EntityTypeCSV: '' })).length).toBe(1);
    expect(await ids('wallaby', { EntityTypeCSV: '3,4,' })).toEqual([]);
  });

  it('forgets what was replaced, deleted or rolled back, and knows what was restored', async () => {
    const caseId = await newCase(testApp, { ...place, IssueTitle: 'Dibbler' });
    await comment(caseId, 'mulgara');
    await putCase(testApp, caseId, { IssueTitle: 'Phascogale' });
    expect([await ids('dibbler'), await ids('phascogale'), await ids('mulgara')]).toEqual([[], [caseId], [caseId]]);
    await putCase(testApp, caseId, { IssueTitle: 'Thylacine', MilestoneID: 999_999 });
    expect(await ids('thylacine')).toEqual([]);
    await send(testApp, { method: 'DELETE', url: `/api/cases/${caseId}` });
    expect([await ids('phascogale'), await ids('mulgara'), await ids(String(caseId))]).toEqual([[], [], []]);
  });

  it.each([
    ['keyword', 'x'.repeat(501)],
    ['PageLength', '101'],
    ['StartPage', '0'],
    ['SpaceIDCSV', '1,x'],
    ['UserIDCSV', '-1'],
    ['EntityTypeCSV', 'case'],
  ])('refuses %s=%s, naming it', async (name, value) => {
    const { status, body, envelope } = await search({ keyword: 'word', [name]: value });
    expect([status, envelope.ResponseMessage]).toEqual([400, expect.stringContaining(`${name} must`)]);
    expect(body).toBe(refusalBody(envelope.ResponseMessage));
  });

  it.each(['', ' ', '\u0000', '\u0301'])('of nothing ("%s") finds nothing', async (keyword) => {
    expect(await ids(keyword)).toEqual([]);
  });
});
