import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newCase, newKeyOf, refusalBody, traces } from '../../../test/support/cases.ts';
import { getComments, listComments, newComment, postComment } from '../../../test/support/comments.ts';
import { supportCase } from '../../../test/support/property-table.ts';
import { readCase, send } from '../../../test/support/requests.ts';
import { dialects, startTestApp, type TestApp } from '../../../test/support/test-app.ts';

describe.each(dialects)('on %s', (dialect) => {
  let testApp: TestApp;
  beforeAll(async () => {
    testApp = await startTestApp(dialect);
  });
  afterAll(() => testApp.close());

  it('a comment is answered with its ID and read with every property', async () => {
    const IssueID = await newCase(testApp, supportCase);
    const { status, body, envelope } = await postComment(testApp, { CommentText: '<p>It is back.</p>', IssueID });
    const CommentID = envelope.ResponseData;
    expect([status, body]).toEqual([200, `{"IsError":false,"ResponseMessage":"","ResponseData":${CommentID}}`]);
    expect(CommentID).toBeGreaterThan(0);
    const [listed, ...others] = await listComments(testApp, IssueID);
    expect(others).toEqual([]);
    expect(listed).toEqual({
      CommentID,
      IssueID,
      UserID: 1,
      UserDisplayName: 'Alex Morgan',
      AvatarPath: '',
      CommentText: '<p>It is back.</p>',
      CommentTextHtmlFormatted: '<p>It is back.</p>',
      CommentDateString: 'just now',
      DateCreated: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u),
      ParentCommentID: 0,
      IsInternal: false,
      CommentTags: '',
      Attachments: [],
    });
  });

  it('a case without comments has an empty list', async () => {
    const { body } = await getComments(testApp, `caseid=${await newCase(testApp, supportCase)}`);
    expect(body).toBe('{"IsError":false,"ResponseMessage":"","ResponseData":[]}');
  });

  it('comments come oldest first, all at once, or page by page when a page is asked for', async () => {
    const IssueID = await newCase(testApp, supportCase);
    const ids: number[] = [];
    for (let index = 0; index < 12; index += 1) ids.push(await newComment(testApp, { CommentText: 'x', IssueID }));
    const idsOn = async (query: string) =>
      ((await getComments(testApp, query)).envelope.ResponseData as { CommentID: number }[]).map((c) => c.CommentID);
    expect(await idsOn(`caseid=${IssueID}`)).toEqual(ids);
    expect(await idsOn(`CaseID=${IssueID}&StartPage=2&PageLength=5`)).toEqual(ids.slice(5, 10));
    expect(await idsOn(`caseid=${IssueID}&StartPage=2`)).toEqual(ids.slice(10));
    expect(await idsOn(`caseid=${IssueID}&StartPage=99`)).toEqual([]);
    expect((await getComments(testApp, `caseid=${IssueID}&PageLength=101`)).status).toBe(400);
  });

  it('the body may be a string, its names in any case, its ID digits, and unknown names are listed', async () => {
    const caseId = await newCase(testApp, supportCase);
    const content = JSON.stringify({ commenttext: 'Hello', ISSUEID: `${caseId}`, CommentTxt: 'x', parentCommentId: 0 });
    const { status, headers } = await postComment(testApp, content);
    expect([status, headers['x-ignored-fields']]).toEqual([200, 'CommentTxt']);
    expect(await listComments(testApp, caseId)).toMatchObject([{ CommentText: 'Hello', ParentCommentID: 0 }]);
  });

  it('a comment makes the case updated, is counted, and one event tells of it', async () => {
    const IssueID = await newCase(testApp, supportCase);
    const before = await readCase(testApp, IssueID);
    const CommentID = await newComment(testApp, { CommentText: 'x', IssueID });
    const after = await readCase(testApp, IssueID);
    expect(after).toMatchObject({ CommentCount: 1 });
    expect(Date.parse(String(after['DateUpdated']))).toBeGreaterThan(Date.parse(String(before['DateUpdated'])));
    const events = await testApp.rows(
      `select space_id, actor_id, payload from events where case_id = ${IssueID} and type = 'comment.created'`,
    );
    const payload = { commentId: CommentID, parentId: null, isInternal: false, mentionedUserIds: [] };
    expect(events).toEqual([{ space_id: 1, actor_id: 1, payload: JSON.stringify(payload) }]);
  });

  it('an answer names the comment it answers, also at great depth', async () => {
    const IssueID = await newCase(testApp, supportCase);
    let parent = await newComment(testApp, { CommentText: 'x', IssueID });
    for (let depth = 0; depth < 30; depth += 1) {
      const answering = { CommentText: 'x', IssueID, ParentCommentID: parent };
      parent = await newComment(testApp, answering);
      expect((await listComments(testApp, IssueID)).at(-1)).toMatchObject(answering);
    }
  });

  it('concurrent comments are all counted', async () => {
    const IssueID = await newCase(testApp, supportCase);
    const bodies = Array.from({ length: 25 }, (_, index) => ({ CommentText: `${index}`, IssueID }));
    await Promise.all(bodies.map((body) => newComment(testApp, body)));
    expect(await readCase(testApp, IssueID)).toMatchObject({ CommentCount: 25 });
    expect(await listComments(testApp, IssueID)).toHaveLength(25);
  });

  it('line breaks of plain text are shown', async () => {
    const IssueID = await newCase(testApp, supportCase);
    await newComment(testApp, { CommentText: 'a < b & c\r\nd\n\ne', IssueID });
    expect(await listComments(testApp, IssueID)).toMatchObject([
      {
        CommentText: 'a &lt; b &amp; c\r\nd\n\ne',
        CommentTextHtmlFormatted: 'a &lt; b &amp; c<br />d<br /><br />e',
      },
    ]);
  });

  describe('is refused without anything written:', () => {
    const limit = 256 * 1024;
    it.each([
      ['no text', { CommentText: undefined }, 400, 'CommentText is required.'],
      ['null as the text', { CommentText: null }, 400, 'CommentText is required.'],
      ['a number as the text', { CommentText: 5 }, 400, 'CommentText must be a string, not 5.'],
      ['a blank text', { CommentText: ' \t\r\n' }, 400, 'CommentText must not be blank.'],
      ['a text that shows nothing', { CommentText: '<p>&nbsp;\u200B</p><br>' }, 400, 'CommentText must not be blank.'],
      ['nothing but a script', { CommentText: '<script>x</script>' }, 400, 'CommentText must not be blank.'],
      [
        'a text that is too long',
        { CommentText: 'x'.repeat(limit + 1) },
        400,
        'CommentText must have at most 256 KiB.',
      ],
      [
        'a text that becomes too long',
        { CommentText: '&'.repeat(limit / 4) },
        400,
        'CommentText must have at most 256 KiB, with special characters written as HTML.',
      ],
      [
        '10,000 elements in each other',
        { CommentText: `${'<div>'.repeat(10_000)}x` },
        400,
        'CommentText must not have more than 500 elements of HTML open at once.',
      ],
      ['no case', { IssueID: undefined }, 400, 'IssueID is required.'],
      ['a case that does not exist', { IssueID: 999_999 }, 404, 'There is no case 999999.'],
      ['a case that is a word', { IssueID: 'x' }, 400, 'IssueID must be an ID (a positive integer), not "x".'],
      [
        'a parent that does not exist',
        { ParentCommentID: 999_999 },
        400,
        /^ParentCommentID must be a comment on case/u,
      ],
      ['a flag that is none', { IsInternal: 'yes' }, 400, 'IsInternal must be true or false, not "yes".'],
    ] as const)('%s', async (_what, change, status, message) => {
      const before = await traces(testApp);
      const answer = await postComment(testApp, { CommentText: 'x', IssueID: 2304, ...change });
      expect([answer.status, answer.envelope.ResponseMessage]).toEqual([
        status,
        typeof message === 'string' ? message : expect.stringMatching(message),
      ]);
      expect(answer.body).toBe(refusalBody(answer.envelope.ResponseMessage));
      expect(await traces(testApp)).toEqual(before);
    });

    it('a parent on another case, in the words for one that does not exist', async () => {
      const other = await newComment(testApp, { CommentText: 'x', IssueID: await newCase(testApp, supportCase) });
      const { status, envelope } = await postComment(testApp, {
        CommentText: 'x',
        IssueID: 2304,
        ParentCommentID: other,
      });
      expect(status).toBe(400);
      expect(envelope.ResponseMessage).toBe(`ParentCommentID must be a comment on case 2304: there is no ${other}.`);
    });

    it.each([
      ['', 400, 'caseid is required.'],
      ['caseid=0', 400, 'caseid is required.'],
      ['caseid=x', 400, 'caseid must be an ID (a positive integer), not "x".'],
      ['caseid=999999', 404, 'There is no case 999999.'],
    ])('a list for "%s"', async (query, status, message) => {
      const answer = await getComments(testApp, query);
      expect([answer.status, answer.envelope.ResponseMessage]).toEqual([status, message]);
    });

    it('other methods, with those that there are', async () => {
      const answer = await send(testApp, { method: 'DELETE', url: '/api/case/comments' });
      expect([answer.status, answer.headers['allow']]).toEqual([405, 'GET, POST']);
    });
  });

  it('a key of somebody who may only read lists comments but writes none', async () => {
    const IssueID = await newCase(testApp, supportCase);
    await newComment(testApp, { CommentText: 'x', IssueID });
    for (const username of ['priya.raman', 'claire.dubois']) {
      const key = await newKeyOf(testApp, username);
      expect(await listComments(testApp, IssueID, key)).toHaveLength(1);
      const { status, envelope } = await postComment(testApp, { CommentText: 'y', IssueID }, key);
      expect([status, envelope.ResponseMessage]).toEqual([
        403,
        `You may not comment on case ${IssueID}: the right CreateComment is missing.`,
      ]);
    }
    expect(await listComments(testApp, IssueID)).toHaveLength(1);
  });
});
