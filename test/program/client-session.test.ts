import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getUserByName } from '../../src/features/users/find-user.ts';
import { issuePasswordLink } from '../../src/features/users/issue-password-link.ts';
import { setPassword } from '../../src/features/users/set-password.ts';
import { runAllJobs } from '../compat/protocol/stage.ts';
import { type Item, OldClient } from '../support/old-client.ts';
import { dialects, startTestApp, type TestApp } from '../support/test-app.ts';
import { PIXEL } from '../support/uploads.ts';

const PASSWORD = 'what the portal asks for';
const ME = 'jonas.weber';
const OTHER = 'sara.lindqvist';

/** One step after the other, each with what those before it found. */
describe.each(dialects)('a client of the old product on %s', (dialect) => {
  let testApp: TestApp;
  let client: OldClient;
  let other: OldClient;
  let me: Item;
  let space: Item;
  let project: Item;
  let caseId = 0;
  let open: Item;
  let commentId = 0;
  let attached: Item;
  const choices: Record<string, Item[]> = {};

  beforeAll(async () => {
    testApp = await startTestApp(dialect);
    const { operator } = testApp;
    for (const name of [ME, OTHER]) {
      const { id: userId } = await getUserByName(operator, name);
      await setPassword(operator, { token: await issuePasswordLink(operator, { userId }), password: PASSWORD });
    }
    const address = await testApp.app.listen({ port: 0, host: '127.0.0.1' });
    client = new OldClient(address);
    other = new OldClient(address);
  });
  afterAll(() => testApp.close());

  const openCase = () => client.get(`/api/Cases/${caseId}`);
  const chosen = (list: string, index = 0): Item => {
    const choice = choices[list]?.[index];
    if (choice === undefined) throw new Error(`There is nothing to choose among ${list}.`);
    return choice;
  };

  it('finds the portal and how to sign in there', async () => {
    expect(await client.ping()).toBe(true);
    expect(await client.get('/api/saml/details')).toMatchObject({ IsSAMLEnabled: false });
  });

  it('does not get in with a wrong password, and does with the right one', async () => {
    await expect(client.signIn(ME, 'wrong')).rejects.toThrow(/password/u);
    expect(await client.signIn(ME, PASSWORD)).toBe(ME);
  });

  it('learns who it is, and which spaces there are', async () => {
    me = await client.bare('/api/users/me');
    expect(me).toMatchObject({ UserName: ME, UserInfoDisplayName: 'Jonas Weber', AvatarImageURL: expect.any(String) });
    const spaces = await client.bare<Item[]>('/api/users/me/spaces');
    space = spaces.find(({ SpaceName }) => SpaceName === 'Customer Support') as Item;
    const access = await client.get(`/api/spaces/${space['SpaceID']}/EntityAccess?entityCsv=3,4,19,`);
    expect(access).toMatchObject({ Issue: true });
  });

  it('fills its look-up lists', async () => {
    const lists = `/api/spaces/${space['SpaceID']}/cases`;
    choices['projects'] = await client.list(`${lists}/projects`);
    project = choices['projects'].find(({ IsDefaultProject }) => IsDefaultProject) as Item;
    const ofProject = `${lists}/projects/${project['ProjectID']}`;
    choices['statuses'] = await client.list(`${lists}/statuses`);
    choices['priorities'] = await client.list(`${lists}/priorities`);
    choices['sections'] = await client.list(`${ofProject}/categories`);
    choices['milestones'] = await client.list(`${ofProject}/milestones`);
    choices['people'] = await client.list(
      `${ofProject}/assignto?forAssignToUsersList=true&keyword=&startpage=1&pagelength=50`,
    );
    choices['recipients'] = await client.list(`${ofProject}/recipients`);
    for (const [name, list] of Object.entries(choices)) expect([name, list.length > 0]).toEqual([name, true]);
  });

  it('lists cases with each filter, page by page, until a page is shorter', async () => {
    const filters: readonly (readonly [query: string, property: string, value: unknown])[] = [
      [`spaceid=${space['SpaceID']}`, 'SpaceID', space['SpaceID']],
      [`reportedByUserID=${me['UserID']}`, 'ReportedByUserID', me['UserID']],
      [`assignedToUserID=${me['UserID']}`, 'AssignedToUserID', me['UserID']],
      [`issueStatusID=${chosen('statuses')['IssueStatusID']}`, 'IssueStatusID', chosen('statuses')['IssueStatusID']],
      [`projectID=${project['ProjectID']}`, 'ProjectID', project['ProjectID']],
      [
        `categoryID=${chosen('sections')['ProjectSectionID']}`,
        'ProjectSectionID',
        chosen('sections')['ProjectSectionID'],
      ],
      [`milestoneID=${chosen('milestones')['MilestoneID']}`, 'MilestoneID', chosen('milestones')['MilestoneID']],
      [
        `priorityID=${chosen('priorities', 1)['IssuePriorityID']}`,
        'IssuePriorityID',
        chosen('priorities', 1)['IssuePriorityID'],
      ],
    ];
    for (const [query, property, value] of filters) {
      const ids = new Set<unknown>();
      let count = 0;
      for (let page = 1, length = 10; length === 10; page += 1) {
        const found = await client.list(`/api/cases&StartPage=${page}&PageLength=10?${query}`);
        for (const each of found) {
          expect([query, each[property]]).toEqual([query, value]);
          // The client shows tags and recipients one by one.
          expect(String(each['TagsCSV']).split(',').length).toBeGreaterThan(0);
          ids.add(each['IssueID']);
        }
        length = found.length;
        count += length;
      }
      expect([query, ids.size]).toEqual([query, count]);
      expect([query, count > 0]).toEqual([query, true]);
    }
    expect(await client.list('/api/cases?keyword=gift&startpage=1&pagelength=5')).not.toEqual([]);
  });

  it('creates a case and opens it', async () => {
    caseId = await client.post('/api/cases', {
      IssueTitle: 'The receipt has no heliotrope',
      SpaceID: space['SpaceID'],
      ProjectID: project['ProjectID'],
      AssignedToUserID: chosen('people')['UserID'],
      RecipientUserIDCSV: String((await getUserByName(testApp.operator, OTHER)).id),
    });
    open = await openCase();
    expect(open).toMatchObject({ IssueID: caseId, IssueStatusName: 'New', ReportedByUserName: ME, Attachments: [] });
  });

  it('asks what it may do with it', async () => {
    const asked = 'Update,Delete,AssignToUser,UpdateIssuePriority,UpdateIssueStatus,AddRecipients,UploadAttachment';
    const place = `spaceID=${space['SpaceID']}&entityid=${caseId}`;
    const may = await client.get(`/api/permissions/access?entitytype=19&permissionsCsv=${asked}&${place}`);
    expect(may).toEqual(Object.fromEntries(asked.split(',').map((name) => [name, true])));
    expect(await client.get(`/api/permissions/access?entitytype=20&permissionsCsv=Create&${place}`)).toEqual({
      Create: true,
    });
  });

  it('comments with a file', async () => {
    commentId = await client.post('/api/case/comments', {
      CommentText: '<p>See here.</p>',
      IssueID: caseId,
      ParentCommentID: 0,
    });
    const place = `/api/cases/${caseId}/comments/${commentId}/attachments?spaceid=${space['SpaceID']}`;
    await client.upload(place, 'proof.gif', new Uint8Array(PIXEL));
    const [comment] = await client.list(`/api/case/comments?caseid=${caseId}`);
    expect(comment).toMatchObject({
      CommentID: commentId,
      UserDisplayName: 'Jonas Weber',
      CommentDateString: expect.stringMatching(/ago|now/u),
      Attachments: [{ FileName: expect.stringContaining('proof.gif') }],
    });
  });

  it('changes one property as an object', async () => {
    const status = chosen('statuses', 1);
    expect(await client.put(`/api/cases/${caseId}`, { IssueStatusID: status['IssueStatusID'] })).toBe(caseId);
    open = await openCase();
    expect(open).toMatchObject({ IssueStatusName: status['IssueStatusName'], CommentCount: 1 });
  });

  it('edits all of it as an object in a string, with what it has read', async () => {
    const edited = {
      IssueTitle: 'The receipt has no heliotrope at all',
      IssueDescription: '<p>Seen on <em>every</em> receipt.</p>',
      MilestoneID: String(chosen('milestones')['MilestoneID']),
      AssignedToUserID: open['AssignedToUserID'],
      ProjectID: open['ProjectID'],
      ProjectSectionID: chosen('sections')['ProjectSectionID'],
      IssuePriorityID: chosen('priorities', 2)['IssuePriorityID'],
      IssueStatusID: open['IssueStatusID'],
      SpaceID: open['SpaceID'],
      TagsCSV: 'receipt,colour',
      RecipientUserIDCSV: open['RecipientUserIDCSV'],
    };
    expect(await client.put(`/api/cases/${caseId}`, JSON.stringify(edited))).toBe(caseId);
    open = await openCase();
    expect(open).toMatchObject({
      ...edited,
      MilestoneID: chosen('milestones')['MilestoneID'],
      Tagname: 'receipt, colour',
    });
  });

  it('uploads a file, sees it in the list, and shows it from its signed address', async () => {
    await client.upload(`/api/cases/${caseId}/attachments`, 'Beleg Größe.gif', new Uint8Array(PIXEL));
    const files = await client.list(`/api/content/${caseId}/attachments?entitytype=19`);
    attached = files.find(({ Caption }) => String(Caption).includes('Beleg')) as Item;
    expect(attached).toMatchObject({ IsImage: true, FileSizeText: expect.stringMatching(/\d/u) });
    expect(await client.image(attached)).toEqual({ type: 'image/gif', content: PIXEL });
    expect((await openCase())['Attachments']).toHaveLength(1);
  });

  it('likes it, once', async () => {
    const likes = `/api/content/${caseId}/likes?entitytype=19`;
    expect(await client.get(likes)).toEqual({ LikeCount: 0, DoesCurrentUserLikes: false });
    for (let time = 0; time < 2; time += 1) {
      expect(await client.post(likes)).toEqual({ LikeCount: 1, DoesCurrentUserLikes: true });
    }
  });

  it('finds it again', async () => {
    const query = `keyword=heliotrope&EntityTypeCSV=19&SpaceIDCSV=${space['SpaceID']}&UserIDCSV=&StartPage=1&PageLength=10`;
    const [first] = await client.list(`/api/search?${query}`);
    expect(first).toMatchObject({ EntityType: 19, ContentID: caseId, ContentTitle: open['IssueTitle'] });
  });

  it('sees on the wall what it did, and is told nothing of it', async () => {
    await runAllJobs(testApp);
    const wall = await client.list(
      `/api/wall/stream?spaceid=${space['SpaceID']}&userid=${me['UserID']}&startPage=1&pageLength=20`,
    );
    expect(wall.filter(({ ActivityEntityID }) => ActivityEntityID === caseId)).not.toEqual([]);
    const told = await client.list('/api/notifications?startpage=1&pagelength=50');
    expect(told.filter(({ EntityID }) => EntityID === caseId)).toEqual([]);
  });

  it('the other person, who is kept informed, signs in, is told, and opens the case', async () => {
    expect(await other.signIn(OTHER, PASSWORD)).toBe(OTHER);
    expect(await other.bare('/api/users/me')).toMatchObject({ UserName: OTHER });
    const told = await other.list('/api/notifications?startpage=1&pagelength=20');
    const [first] = told.filter(({ EntityID, ParentEntityID }) =>
      [EntityID, ParentEntityID].some((id) => id === caseId),
    );
    expect(first).toMatchObject({
      FromUserInfoDisplayName: 'Jonas Weber',
      SpaceID: space['SpaceID'],
      Subject: expect.any(String),
    });
    expect(await other.get(`/api/cases/${caseId}`)).toMatchObject({ IssueTitle: open['IssueTitle'] });
    expect(await other.get(`/api/content/${caseId}/likes?entitytype=19`)).toEqual({
      LikeCount: 1,
      DoesCurrentUserLikes: false,
    });
  });

  it('no step met a defect', () => {
    expect(testApp.logged()).not.toContain('because of a defect');
  });
});
