import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newCase, newKeyOf } from '../../../test/support/cases.ts';
import { newComment } from '../../../test/support/comments.ts';
import { type FeedEntry, getFeed, readFeed } from '../../../test/support/feeds.ts';
import { putCase, send } from '../../../test/support/requests.ts';
import { dialects, startTestApp, type TestApp } from '../../../test/support/test-app.ts';
import { attach } from '../../../test/support/uploads.ts';
import { resetSandbox } from '../../app/reset-sandbox.ts';
import { restoreCase } from '../../features/cases/bin/restore-case.ts';
import { deleteCase } from '../../features/cases/delete-case.ts';
import { addMember } from '../../features/spaces/add-member.ts';
import { removeMember } from '../../features/spaces/remove-member.ts';
import { activateUser } from '../../features/users/activate-user.ts';
import { deactivateUser } from '../../features/users/deactivate-user.ts';

/** Manager, agent, viewer, contributor and agent of the public space 1; Yuki and Claire are in the private space 2. */
const people = ['sara.lindqvist', 'jonas.weber', 'priya.raman', 'diego.fuentes', 'yuki.tanaka', 'omar.haddad'] as const;
type Person = (typeof people)[number];

const assigned = 'The case was assigned to you';
const assignee = 'You are assigned to the case';
const reporter = 'You reported the case';
const recipient = 'You are kept informed about the case';
const commenter = 'You commented on the case';
const mentioned = 'You were mentioned';

describe.each(dialects)('notifications on %s', (dialect) => {
  let testApp: TestApp;
  const keys = {} as Record<Person, string>;
  beforeAll(async () => {
    testApp = await startTestApp(dialect);
    for (const person of people) keys[person] = await newKeyOf(testApp, person);
  });
  afterAll(() => testApp.close());

  const told = (person: Person, query = 'pagelength=100'): Promise<readonly FeedEntry[]> =>
    readFeed(testApp, `notifications?${query}`, keys[person]);
  /** What each person was told of a case: what was done and why they hear of it, oldest first. */
  const toldOf = async (caseId: number, ...whom: readonly Person[]): Promise<Record<string, string[]>> => {
    const all: [Person, string[]][] = [];
    for (const person of whom) {
      const entries = (await told(person)).filter((entry) =>
        [entry['EntityID'], entry['ParentEntityID']].includes(caseId),
      );
      all.push([person, entries.map((entry) => `${entry['ActionText']}: ${entry['ReasonText']}`).reverse()]);
    }
    return Object.fromEntries(all.filter(([, texts]) => texts.length > 0));
  };
  const post = (path: string, key: string) =>
    send(testApp, { method: 'POST', url: `/api/content/${path}`, headers: { 'rest-api-key': key } });

  it('tell assignee, reporter and recipients what was done, and never whoever did it', async () => {
    const body = { IssueTitle: 'Stuck', SpaceID: 1, ProjectID: 1, AssignedToUserID: 3, RecipientUserIDCSV: '2,7' };
    const caseId = await newCase(testApp, { ...body, ReportedByUserID: 5 }, keys['sara.lindqvist']);
    await putCase(testApp, caseId, { IssueStatusID: 6, IssueTitle: 'Unstuck' }, keys['jonas.weber']);
    expect(await toldOf(caseId, ...people)).toEqual({
      'jonas.weber': [`created the case: ${assigned}`],
      'sara.lindqvist': [`updated the case: ${recipient}`],
      'diego.fuentes': [`created the case: ${reporter}`, `updated the case: ${reporter}`],
      'omar.haddad': [`created the case: ${recipient}`, `updated the case: ${recipient}`],
    });
  });

  it('have the shape that clients read, without anything missing', async () => {
    const caseId = await newCase(testApp, { IssueTitle: 'Stuck', SpaceID: 1, ProjectID: 1, AssignedToUserID: 7 });
    const text = '<p>Please look, <b>@omar.haddad</b></p>';
    const commentId = await newComment(testApp, { IssueID: caseId, CommentText: text }, keys['sara.lindqvist']);
    const [aboutComment, aboutCase] = await told('omar.haddad');
    expect(aboutComment).toEqual({
      NotificationID: expect.any(Number),
      EntityType: 20,
      EntityID: commentId,
      ParentEntityID: caseId,
      SpaceID: 1,
      SpaceName: 'Customer Support',
      ActivityAction: 'comment.created',
      ActionText: 'commented on the case',
      Subject: 'Stuck',
      Summary: 'Please look, @omar.haddad',
      NewsFeedText: 'Sara Lindqvist commented on the case: Stuck',
      ReasonText: mentioned,
      FromUser: 2,
      FromUserInfoDisplayName: 'Sara Lindqvist',
      FromUserAvatarImageURL: '',
      DateCreated: expect.stringMatching(/^\d{4}-.+Z$/u),
      DateCreatedString: 'just now',
    });
    expect(aboutCase).toMatchObject({
      EntityType: 19,
      EntityID: caseId,
      ParentEntityID: 0,
      NewsFeedText: 'Alex Morgan created the case: Stuck',
    });
  });

  it('tell of an assignment although the case was passed on at once', async () => {
    const caseId = await newCase(testApp, { IssueTitle: 'Hot', SpaceID: 1, ProjectID: 1, AssignedToUserID: 3 });
    await putCase(testApp, caseId, { AssignedToUserID: 7 });
    await putCase(testApp, caseId, { IssueTitle: 'Hotter' });
    expect(await toldOf(caseId, 'jonas.weber', 'omar.haddad')).toEqual({
      'jonas.weber': [`created the case: ${assigned}`],
      'omar.haddad': [
        `created the case: ${assignee}`,
        `updated the case: ${assigned}`,
        `updated the case: ${assignee}`,
      ],
    });
  });

  it('tell those who commented earlier, and each once for the strongest reason', async () => {
    const caseId = await newCase(testApp, { IssueTitle: 'Talk', SpaceID: 1, ProjectID: 1, AssignedToUserID: 3 });
    await newComment(testApp, { IssueID: caseId, CommentText: 'First' }, keys['diego.fuentes']);
    await newComment(
      testApp,
      { IssueID: caseId, CommentText: 'Ask @diego.fuentes and @jonas.weber' },
      keys['omar.haddad'],
    );
    await told('jonas.weber');
    await putCase(testApp, caseId, { RecipientUserIDCSV: '7,5' });
    expect(await toldOf(caseId, ...people)).toEqual({
      'jonas.weber': [
        `created the case: ${assigned}`,
        `commented on the case: ${assignee}`,
        `commented on the case: ${mentioned}`,
        `updated the case: ${assignee}`,
      ],
      'diego.fuentes': [`commented on the case: ${mentioned}`, `updated the case: ${recipient}`],
      'omar.haddad': [`updated the case: ${recipient}`],
    });
    await putCase(testApp, caseId, { RecipientUserIDCSV: '' });
    expect((await toldOf(caseId, 'omar.haddad'))['omar.haddad']?.at(-1)).toBe(`updated the case: ${commenter}`);
  });

  it('tell of internal comments only those who may read them', async () => {
    const body = { IssueTitle: 'Quiet', SpaceID: 1, ProjectID: 1, AssignedToUserID: 3, RecipientUserIDCSV: '4,5,7' };
    const caseId = await newCase(testApp, { ...body, ReportedByUserID: 5 });
    await newComment(
      testApp,
      { IssueID: caseId, CommentText: 'Not for them', IsInternal: true },
      keys['sara.lindqvist'],
    );
    expect(await toldOf(caseId, 'jonas.weber', 'priya.raman', 'diego.fuentes', 'omar.haddad')).toEqual({
      'jonas.weber': [`created the case: ${assigned}`, `commented on the case: ${assignee}`],
      'priya.raman': [`created the case: ${recipient}`],
      'diego.fuentes': [`created the case: ${reporter}`],
      'omar.haddad': [`created the case: ${recipient}`, `commented on the case: ${recipient}`],
    });
    await addMember(testApp.operator, { spaceId: 1, userId: 7, role: 'contributor' });
    expect(await toldOf(caseId, 'omar.haddad')).toEqual({ 'omar.haddad': [`created the case: ${recipient}`] });
    await addMember(testApp.operator, { spaceId: 1, userId: 7, role: 'agent' });
  });

  it('tell nobody who does not see the space, not even of the past', async () => {
    const body = { IssueTitle: 'Ours', SpaceID: 2, ProjectID: 3, AssignedToUserID: 6, RecipientUserIDCSV: '5' };
    const caseId = await newCase(testApp, body);
    expect(Object.keys(await toldOf(caseId, ...people))).toEqual(['diego.fuentes', 'yuki.tanaka']);
    await removeMember(testApp.operator, { spaceId: 2, userId: 6 });
    expect(Object.keys(await toldOf(caseId, ...people))).toEqual(['diego.fuentes']);
    await putCase(testApp, caseId, { IssueTitle: 'Without Yuki' });
    await told('diego.fuentes');
    await addMember(testApp.operator, { spaceId: 2, userId: 6, role: 'agent' });
    expect((await toldOf(caseId, 'yuki.tanaka'))['yuki.tanaka']).toEqual([`created the case: ${assigned}`]);
  });

  it('tell nothing to people who were deactivated', async () => {
    const caseId = await newCase(testApp, { IssueTitle: 'Gone', SpaceID: 1, ProjectID: 1, AssignedToUserID: 7 });
    await deactivateUser(testApp.operator, { username: 'omar.haddad' });
    await putCase(testApp, caseId, { IssueTitle: 'Meanwhile' });
    await told('jonas.weber');
    await activateUser(testApp.operator, { username: 'omar.haddad' });
    expect(await toldOf(caseId, 'omar.haddad')).toEqual({});
  });

  it('tell of a deleted case nothing but that, and everything when it is restored', async () => {
    const caseId = await newCase(testApp, { IssueTitle: 'Bin', SpaceID: 1, ProjectID: 1, AssignedToUserID: 7 });
    await deleteCase(testApp.operator, { caseId });
    expect(await toldOf(caseId, 'omar.haddad')).toEqual({ 'omar.haddad': [`deleted the case: ${assignee}`] });
    expect(await readFeed(testApp, 'wall/stream?pagelength=100')).not.toContainEqual(
      expect.objectContaining({ ActivityEntityID: caseId }),
    );
    await restoreCase(testApp.operator, { caseId });
    const everything = [
      `created the case: ${assigned}`,
      `deleted the case: ${assignee}`,
      `restored the case: ${assignee}`,
    ];
    expect(await toldOf(caseId, 'omar.haddad')).toEqual({ 'omar.haddad': everything });
  });

  it('tell authors that somebody likes what they wrote, and nobody else', async () => {
    const caseId = await newCase(testApp, { IssueTitle: 'Nice', SpaceID: 1, ProjectID: 1 }, keys['sara.lindqvist']);
    const comment = { IssueID: caseId, CommentText: 'Good' };
    const commentId = await newComment(testApp, comment, keys['diego.fuentes']);
    await post(`${caseId}/likes?entitytype=19`, keys['jonas.weber']);
    await post(`${commentId}/likes?entitytype=20`, keys['jonas.weber']);
    await post(`${commentId}/likes?entitytype=20`, keys['diego.fuentes']);
    expect(await toldOf(caseId, ...people)).toEqual({
      'sara.lindqvist': [`commented on the case: ${reporter}`, 'likes the case: You wrote what was liked'],
      'diego.fuentes': ['likes a comment on the case: You wrote what was liked'],
    });
  });

  it('tell of files, and of those at internal comments only who may read them', async () => {
    const body = { IssueTitle: 'Files', SpaceID: 1, ProjectID: 1, AssignedToUserID: 7, RecipientUserIDCSV: '4' };
    const caseId = await newCase(testApp, body);
    const comment = { IssueID: caseId, CommentText: 'Between us', IsInternal: true };
    const commentId = await newComment(testApp, comment, keys['sara.lindqvist']);
    const file = { name: 'log.txt', content: 'One line' };
    await attach(testApp, `${caseId}/comments/${commentId}`, file);
    expect((await told('omar.haddad'))[0]).toMatchObject({
      EntityType: 20,
      EntityID: commentId,
      NewsFeedText: 'Alex Morgan attached the file log.txt: Files',
    });
    await attach(testApp, caseId, file);
    expect(await toldOf(caseId, 'priya.raman')).toEqual({
      'priya.raman': [`created the case: ${recipient}`, `attached a file to the case: ${recipient}`],
    });
  });

  it('are given page by page, and refused when the page is none', async () => {
    const all = await told('jonas.weber');
    expect(all.length).toBeGreaterThan(5);
    const pages = [
      await told('jonas.weber', 'startpage=1&pagelength=2'),
      await told('jonas.weber', 'startpage=2&pagelength=2'),
    ];
    expect(pages.flat()).toEqual(all.slice(0, 4));
    expect(await told('jonas.weber', 'startpage=1000000')).toEqual([]);
    expect(await getFeed(testApp, 'notifications?startpage=0')).toMatchObject({ status: 400 });
  });

  it('begin anew with the sandbox', async () => {
    await resetSandbox(testApp.operator);
    expect(await testApp.rows('select count(*) as count from notifications')).toEqual([{ count: 0 }]);
    expect(await testApp.rows('select count(*) as count from activities')).toEqual([{ count: 0 }]);
    const reasons = new Set((await readFeed(testApp, 'wall/stream')).map(({ ActionText }) => ActionText));
    expect(reasons.difference(new Set(['created the case', 'commented on the case']))).toEqual(new Set());
  });
});
