import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newCase, newKeyOf } from '../../../test/support/cases.ts';
import { newComment } from '../../../test/support/comments.ts';
import { readFeed } from '../../../test/support/feeds.ts';
import { productCase, supportCase } from '../../../test/support/property-table.ts';
import { putCase, send } from '../../../test/support/requests.ts';
import { dialects, startTestApp, type TestApp } from '../../../test/support/test-app.ts';
import { addMember } from '../../features/spaces/add-member.ts';

describe.each(dialects)('the wall on %s', (dialect) => {
  let testApp: TestApp;
  let sara: string;
  let omar: string;
  beforeAll(async () => {
    testApp = await startTestApp(dialect);
    sara = await newKeyOf(testApp, 'sara.lindqvist');
    omar = await newKeyOf(testApp, 'omar.haddad');
  });
  afterAll(() => testApp.close());

  const stream = (query = '', key?: string) => readFeed(testApp, `wall/stream?${query}`, key);
  const about = async (caseId: number, key?: string) =>
    (await stream('pageLength=100', key)).filter(({ ActivityEntityID }) => ActivityEntityID === caseId);
  const texts = async (caseId: number, key?: string) =>
    (await about(caseId, key)).map(({ ActivityText }) => ActivityText);

  it('tells what happened to a case, newest first, as soon as it has happened', async () => {
    const caseId = await newCase(testApp, { ...supportCase, IssueDescription: '<p>Nothing <b>moves</b></p>' }, sara);
    await putCase(testApp, caseId, { IssueTitle: 'Still stuck', IssueStatusID: 6, TagsCSV: 'stuck' }, sara);
    await newComment(testApp, { IssueID: caseId, CommentText: '<p>I have<br>tried it</p>' }, sara);
    const [commented, updated, created, ...others] = await about(caseId);
    expect(others).toEqual([]);
    expect(commented).toEqual({
      ActivityID: expect.any(Number),
      ActivityEntityType: 19,
      ActivityEntityTypeID: 19,
      ActivityEntityID: caseId,
      UserID: 2,
      UserDisplayName: 'Sara Lindqvist',
      UserAvatarFullUrl: '',
      ActionText: 'commented on the case',
      ActivityText: 'commented on the case',
      SpaceID: 1,
      SpaceName: expect.stringMatching(/./u),
      Subject: 'Still stuck',
      Summary: 'I have tried it',
      DateTimeSpan: 'just now',
      EntityCommentCount: 1,
      DateCreated: expect.stringMatching(/^\d{4}-.+Z$/u),
      DateCreatedWithRespectToUser: expect.stringMatching(/^\d{4}-/u),
    });
    expect(updated).toMatchObject({
      ActionText: 'updated the case',
      ActivityText: 'changed title, status and tags',
      Summary: 'Nothing moves',
    });
    expect(created).toMatchObject({ ActionText: 'created the case', UserID: 2 });
  });

  it('is told who created a case that was brought along by the operator', async () => {
    const [oldest] = (await stream('pageLength=100&userid=4')).slice(-1);
    expect(oldest).toMatchObject({ ActionText: 'created the case', UserID: 4 });
  });

  it('shows nothing of spaces that one does not see, and of none that is asked for by its ID', async () => {
    const caseId = await newCase(testApp, productCase);
    expect(await texts(caseId)).toEqual(['created the case']);
    expect(await texts(caseId, omar)).toEqual([]);
    expect(await stream('spaceid=2', omar)).toEqual([]);
    expect(new Set((await stream('spaceid=2')).map(({ SpaceID }) => SpaceID))).toEqual(new Set([2]));
    await addMember(testApp.operator, { spaceId: 2, userId: 7, role: 'agent' });
    expect(await texts(caseId, omar)).toEqual(['created the case']);
  });

  it('shows what one person did', async () => {
    const caseId = await newCase(testApp, supportCase);
    await putCase(testApp, caseId, { IssueTitle: 'Changed' }, sara);
    const bySara = await stream('userid=2&pageLength=100');
    expect(bySara[0]).toMatchObject({ ActivityEntityID: caseId, ActionText: 'updated the case' });
    expect(new Set(bySara.map(({ UserID }) => UserID))).toEqual(new Set([2]));
    expect(await stream('userid=2&spaceid=2', omar)).not.toContainEqual(expect.objectContaining({ SpaceID: 1 }));
    expect(await stream('userid=999')).toEqual([]);
  });

  it('shows internal comments only to those who may read them', async () => {
    const caseId = await newCase(testApp, supportCase);
    await newComment(testApp, { IssueID: caseId, CommentText: 'Between us', IsInternal: true }, sara);
    const viewer = await newKeyOf(testApp, 'priya.raman');
    expect(await about(caseId)).toHaveLength(2);
    expect(await about(caseId, sara)).toHaveLength(2);
    expect(await about(caseId, viewer)).toMatchObject([{ ActionText: 'created the case', EntityCommentCount: 0 }]);
    expect(JSON.stringify(await stream('userid=2&pageLength=100', viewer))).not.toContain('Between us');
  });

  it('tells nothing of a case any more that was moved to where one does not see it', async () => {
    const caseId = await newCase(testApp, { ...supportCase, IssueTitle: 'Before the move' }, sara);
    await putCase(testApp, caseId, { SpaceID: 2, ProjectID: productCase.ProjectID, IssueTitle: 'Secret now' });
    expect(await texts(caseId, sara)).toEqual([]);
    expect(await texts(caseId)).toEqual([expect.stringContaining('space')]);
  });

  it('is given page by page', async () => {
    const all = await stream('pageLength=100');
    const pages = [await stream('startPage=1&pageLength=3'), await stream('startPage=2&pageLength=3')];
    expect(pages.flat()).toEqual(all.slice(0, 6));
    const inOneSpace = await stream('spaceid=1&pageLength=100');
    expect(await stream('spaceid=1&startPage=3&pageLength=2', sara)).toEqual(inOneSpace.slice(4, 6));
    expect(await stream('startPage=1000000&pageLength=100')).toEqual([]);
  });

  it('refuses what is not an ID', async () => {
    const { status, envelope } = await send(testApp, { url: '/api/wall/ticker?spaceid=x&userid=-1' });
    expect([status, envelope.ResponseMessage]).toEqual([400, expect.stringMatching(/^spaceID .+userID /u)]);
  });

  it('is the same in brief', async () => {
    expect(await readFeed(testApp, 'wall/ticker?pageLength=5')).toEqual(await stream('pageLength=5'));
  });
});
