import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newCase, newKeyOf, postCase, refusalBody, traces } from '../../../test/support/cases.ts';
import { productCase, supportCase } from '../../../test/support/property-table.ts';
import { putCase, readCase, send } from '../../../test/support/requests.ts';
import { dialects, startTestApp, type TestApp } from '../../../test/support/test-app.ts';
import { deactivateUser } from '../../features/users/deactivate-user.ts';

const minimal = { IssueTitle: 'The least', SpaceID: 1, ProjectID: 1 };
const people = ['sara.lindqvist', 'jonas.weber', 'priya.raman', 'diego.fuentes', 'claire.dubois'] as const;
type Person = (typeof people)[number];

describe.each(dialects)('a new case on %s', (dialect) => {
  let testApp: TestApp;
  const keys = {} as Record<Person, string>;
  beforeAll(async () => {
    testApp = await startTestApp(dialect);
    for (const person of people) keys[person] = await newKeyOf(testApp, person);
  });
  afterAll(() => testApp.close());

  const expectRefused = async (body: unknown, status: number, message: string, by?: Person): Promise<void> => {
    const before = await traces(testApp);
    const answer = await postCase(testApp, body, by && keys[by]);
    expect([answer.status, answer.envelope.ResponseMessage]).toEqual([status, expect.stringContaining(message)]);
    expect(answer.body).toBe(refusalBody(answer.envelope.ResponseMessage));
    expect(await traces(testApp)).toEqual(before);
  };

  it('needs a title, a space and a project, and takes defaults for the rest', async () => {
    const [before] = await testApp.rows('select max(id) as id from cases');
    const started = Date.now();
    const { status, body, envelope } = await postCase(testApp, minimal);
    const caseId = envelope.ResponseData as number;
    expect([status, body]).toEqual([
      200,
      `{"IsError":false,"ResponseMessage":"ToBePublished","ResponseData":${caseId}}`,
    ]);
    expect(caseId).toBeGreaterThan(Number(before?.['id']));
    const read = await readCase(testApp, caseId);
    expect(read).toEqual({
      IssueID: caseId,
      IssueTitle: 'The least',
      IssueDescription: '',
      SpaceID: 1,
      SpaceName: 'Customer Support',
      ProjectID: 1,
      ProjectTitle: 'Web Shop',
      ProjectSectionID: 0,
      ProjectSectionName: '',
      MilestoneID: 0,
      MilestoneTitle: '',
      IssueStatusID: 1,
      IssueStatusName: 'New',
      StatusColorCssClass: 'case-status-label-new',
      IssuePriorityID: 2,
      IssuePriorityName: 'Normal',
      AssignedToUserID: 0,
      AssignedToUserDisplayName: '',
      ReportedByUserID: 1,
      ReportedByUserName: 'admin',
      ReportedByUserDisplayName: 'Alex Morgan',
      ReportedByUserAvatarImageUrl: '',
      UserID: 1,
      DateCreated: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u),
      DateUpdated: read['DateCreated'],
      DateCreatedWithRespectToUser: expect.stringMatching(/\+0[12]:00$/u),
      DateUpdatedWithRespectToUser: read['DateCreatedWithRespectToUser'],
      CommentCount: 0,
      TagsCSV: '',
      Tagname: '',
      RecipientUserIDCSV: '',
      Attachments: [],
    });
    expect(Date.parse(String(read['DateCreated']))).toBeGreaterThanOrEqual(started);
    expect(Date.parse(String(read['DateCreatedWithRespectToUser']))).toBe(Date.parse(String(read['DateCreated'])));
    const history = await testApp.rows(`select old_value, revision, door from case_history where case_id = ${caseId}`);
    expect(history).toEqual(Array(13).fill({ old_value: 'null', revision: 1, door: 'communifire' }));
    expect(await testApp.rows(`select type, space_id, actor_id from events where case_id = ${caseId}`)).toEqual([
      { type: 'case.created', space_id: 1, actor_id: 1 },
    ]);
  });

  it.each([
    ['the public space', supportCase],
    ['the private space', productCase],
  ])('takes all properties in %s', async (_name, properties) => {
    expect(await readCase(testApp, await newCase(testApp, properties))).toMatchObject(properties);
  });

  it('takes stringified bodies, other spellings and numeric strings, and lists what it ignored', async () => {
    const { status, headers, envelope } = await postCase(
      testApp,
      JSON.stringify({ issuetitle: 'A', SPACEID: '1', ProjectId: ' 2 ', Colour: 'red' }),
    );
    expect([status, headers['x-ignored-fields']]).toEqual([200, 'Colour']);
    expect(await readCase(testApp, envelope.ResponseData as number)).toMatchObject({
      IssueTitle: 'A',
      SpaceID: 1,
      ProjectID: 2,
    });
  });

  it('takes 0 and null for what is not set, as typed clients send them', async () => {
    const unset = {
      ProjectSectionID: 0,
      MilestoneID: null,
      AssignedToUserID: 0,
      IssuePriorityID: 0,
      IssueStatusID: null,
      ReportedByUserID: 0,
    };
    const caseId = await newCase(testApp, {
      ...minimal,
      ...unset,
      TagsCSV: null,
      RecipientUserIDCSV: null,
      IssueDescription: null,
    });
    expect(await readCase(testApp, caseId)).toMatchObject({
      IssueStatusID: 1,
      IssuePriorityID: 2,
      ReportedByUserID: 1,
      TagsCSV: '',
    });
  });

  it('sanitises its texts', async () => {
    const script = '<script>alert(1)</script>';
    const caseId = await newCase(testApp, {
      ...minimal,
      IssueTitle: `A${script}`,
      IssueDescription: `<p>B</p>${script}`,
      TagsCSV: `c${script}`,
    });
    expect(await readCase(testApp, caseId)).toMatchObject({
      IssueTitle: 'A',
      IssueDescription: '<p>B</p>',
      TagsCSV: 'c',
    });
  });

  it('can be changed at once, and two of them have different IDs', async () => {
    const ids = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(() => newCase(testApp, minimal)));
    expect(new Set(ids).size).toBe(8);
    for (const id of ids) expect((await putCase(testApp, id, { IssueTitle: `Number ${id}` })).status).toBe(200);
    expect(await readCase(testApp, ids[3] ?? 0)).toMatchObject({ IssueTitle: `Number ${ids[3]}` });
  });

  describe('is refused', () => {
    it.each([
      ['without a title', { SpaceID: 1, ProjectID: 1 }, 'IssueTitle is required.'],
      ['without a space', { IssueTitle: 'x', ProjectID: 1 }, 'SpaceID is required.'],
      ['without a project', { IssueTitle: 'x', SpaceID: 1 }, 'ProjectID is required.'],
      ['with the space 0', { ...minimal, SpaceID: 0 }, 'SpaceID is required.'],
      ['with the project null', { ...minimal, ProjectID: null }, 'ProjectID is required.'],
      ['with the title null', { ...minimal, IssueTitle: null }, 'IssueTitle is required.'],
      ['with a blank title', { ...minimal, IssueTitle: ' ' }, 'IssueTitle must not be blank.'],
      ['with a title of markup only', { ...minimal, IssueTitle: '<b></b>' }, 'IssueTitle must not be blank.'],
      [
        'with a title of 501 characters',
        { ...minimal, IssueTitle: 'x'.repeat(501) },
        'IssueTitle must have at most 500 characters.',
      ],
      ['with a title that is no text', { ...minimal, IssueTitle: 5 }, 'IssueTitle must be a string'],
      [
        'in an unknown space',
        { ...minimal, SpaceID: 999 },
        'SpaceID must be a space that you can see: there is no 999.',
      ],
      [
        'in an unknown project',
        { ...minimal, ProjectID: 999 },
        'ProjectID must be one of the space "Customer Support"',
      ],
      [
        'in a project of another space',
        { ...minimal, ProjectID: 3 },
        'ProjectID must be one of the space "Customer Support"',
      ],
      [
        'in a section of another project',
        { ...minimal, ProjectSectionID: 5 },
        'ProjectSectionID must be one of the project "Web Shop"',
      ],
      ['for a milestone of another project', { ...minimal, MilestoneID: 4 }, 'MilestoneID must be one of the project'],
      ['with a status of another space', { ...minimal, IssueStatusID: 7 }, 'IssueStatusID must be one of the space'],
      [
        'with a priority of another space',
        { ...minimal, IssuePriorityID: 5 },
        'IssuePriorityID must be one of the space',
      ],
      [
        'for an unknown assignee',
        { ...minimal, AssignedToUserID: 999 },
        'AssignedToUserID must be someone who can see',
      ],
      [
        'for an assignee who cannot see it',
        { ...productCase, AssignedToUserID: 7 },
        'AssignedToUserID must be someone who can see',
      ],
      [
        'for recipients who cannot see it',
        { ...productCase, RecipientUserIDCSV: '3,2,7' },
        'RecipientUserIDCSV must name people',
      ],
      [
        'from an unknown reporter',
        { ...minimal, ReportedByUserID: 999 },
        'ReportedByUserID must be someone who can see',
      ],
      [
        'from a reporter who cannot see it',
        { ...productCase, ReportedByUserID: 7 },
        'ReportedByUserID must be someone who can see',
      ],
      ['from a reporter who is no ID', { ...minimal, ReportedByUserID: 'sara' }, 'ReportedByUserID must be an ID'],
      ['with an empty body', {}, 'IssueTitle is required. SpaceID is required. ProjectID is required.'],
      ['with an array', [minimal], 'must be a JSON object'],
      ['with JSON nested thrice', JSON.stringify(JSON.stringify(minimal)), 'a string inside a string'],
    ])('%s', (_name, body, message) => expectRefused(body, 400, message));

    it('without a body, without a key and with another type', async () => {
      const before = await traces(testApp);
      const post = (headers: Record<string, string>, payload?: string) =>
        send(testApp, { method: 'POST', url: '/api/cases', headers, ...(payload === undefined ? {} : { payload }) });
      const json = { 'content-type': 'application/json' };
      const answers = [
        await post({}),
        await post({ ...json, 'rest-api-key': '' }, '{}'),
        await post({ 'content-type': 'text/plain' }, '{}'),
      ];
      expect(answers.map(({ status }) => status)).toEqual([400, 401, 415]);
      expect(await traces(testApp)).toEqual(before);
    });

    it('in a space that its creator cannot see, as if there were none', () =>
      expectRefused(productCase, 400, 'SpaceID must be a space that you can see: there is no 2.', 'sara.lindqvist'));

    it('from a viewer, naming the right', async () => {
      await expectRefused(
        minimal,
        403,
        'You may not create a case in the space "Customer Support": the right Create is missing.',
        'priya.raman',
      );
      // Claire is no member of the public space: there she may read only.
      await expectRefused(minimal, 403, 'the right Create is missing', 'claire.dubois');
    });
  });

  describe('from a contributor', () => {
    it('is theirs', async () => {
      const caseId = await newCase(testApp, { ...minimal, RecipientUserIDCSV: '2' }, keys['diego.fuentes']);
      expect(await readCase(testApp, caseId)).toMatchObject({
        ReportedByUserID: 5,
        UserID: 5,
        RecipientUserIDCSV: '2',
      });
      expect((await putCase(testApp, caseId, { IssueTitle: 'Mine' }, keys['diego.fuentes'])).status).toBe(200);
    });

    it('may name the defaults and themselves', async () => {
      const named = { ...minimal, IssueStatusID: 1, IssuePriorityID: 2, AssignedToUserID: 0, ReportedByUserID: 5 };
      expect(await readCase(testApp, await newCase(testApp, named, keys['diego.fuentes']))).toMatchObject(named);
    });

    it.each([
      ['AssignToUser', { AssignedToUserID: 5 }],
      ['UpdateIssuePriority', { IssuePriorityID: 4 }],
      ['UpdateIssueStatus', { IssueStatusID: 2 }],
      ['AdminEntityUpdate', { ReportedByUserID: 2 }],
    ])('needs the right %s for %j', async (right, body) => {
      await expectRefused({ ...minimal, ...body }, 403, `the right ${right} is missing`, 'diego.fuentes');
      const caseId = await newCase(testApp, { ...minimal, ...body }, keys['jonas.weber']);
      expect(await readCase(testApp, caseId)).toMatchObject(body);
    });
  });

  it("in another one's name has both: who reported and who created it", async () => {
    const caseId = await newCase(testApp, { ...minimal, ReportedByUserID: '5' }, keys['sara.lindqvist']);
    expect(await readCase(testApp, caseId)).toMatchObject({
      ReportedByUserID: 5,
      ReportedByUserName: 'diego.fuentes',
      UserID: 2,
    });
    expect((await putCase(testApp, caseId, { IssueTitle: 'Reported by me' }, keys['diego.fuentes'])).status).toBe(200);
  });

  it('is not for or from somebody who is deactivated', async () => {
    await deactivateUser(testApp.operator, { username: 'claire.dubois' });
    await expectRefused({ ...minimal, ReportedByUserID: 8 }, 400, 'ReportedByUserID must');
    await expectRefused({ ...minimal, AssignedToUserID: 8 }, 400, 'AssignedToUserID must');
    await expectRefused({ ...minimal, RecipientUserIDCSV: '8' }, 400, 'RecipientUserIDCSV must');
  });
});
