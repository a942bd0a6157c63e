import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectRefusedUpdate, newCase, newKeyOf } from '../../../test/support/cases.ts';
import { productCase, supportCase } from '../../../test/support/property-table.ts';
import { putCase, readCase, send } from '../../../test/support/requests.ts';
import { dialects, startTestApp, type TestApp } from '../../../test/support/test-app.ts';
import { addMember } from '../../features/spaces/add-member.ts';

/** Their roles in the public space 1: manager, agent, viewer, contributor, none; Sara and Omar are not in space 2. */
const people = [
  'sara.lindqvist',
  'jonas.weber',
  'priya.raman',
  'diego.fuentes',
  'claire.dubois',
  'omar.haddad',
] as const;
type Person = (typeof people)[number];

describe.each(dialects)('on %s', (dialect) => {
  let testApp: TestApp;
  const keys = {} as Record<Person, string>;
  beforeAll(async () => {
    testApp = await startTestApp(dialect);
    for (const person of people) keys[person] = await newKeyOf(testApp, person);
  });
  afterAll(() => testApp.close());

  const expectChanged = async (caseId: number, body: object, by: Person) => {
    expect(await putCase(testApp, caseId, body, keys[by])).toMatchObject({ status: 200 });
    expect(await readCase(testApp, caseId)).toMatchObject(body);
  };
  const expectRefused = (caseId: number, body: object, right: string, by: Person) =>
    expectRefusedUpdate(testApp, caseId, body, {
      status: 403,
      message: new RegExp(`^You may not .+: the right ${right} is missing\\.$`, 'u'),
      key: keys[by],
    });

  const everything = {
    IssueTitle: 'Changed',
    IssueDescription: '<p>Changed</p>',
    ProjectID: 2,
    ProjectSectionID: 5,
    MilestoneID: 4,
    IssueStatusID: 6,
    IssuePriorityID: 1,
    AssignedToUserID: 2,
    TagsCSV: 'changed',
    RecipientUserIDCSV: '5',
  };

  it.each(['sara.lindqvist', 'jonas.weber'] as const)(
    '%s, who works in the space, may change everything',
    async (by) => {
      await expectChanged(await newCase(testApp, supportCase), everything, by);
    },
  );

  it.each(['priya.raman', 'claire.dubois'] as const)('%s, who may read only, may change nothing', async (by) => {
    const caseId = await newCase(testApp, supportCase);
    expect((await send(testApp, { url: `/api/cases/${caseId}`, headers: { 'rest-api-key': keys[by] } })).status).toBe(
      200,
    );
    await expectRefused(caseId, { IssueTitle: 'Changed' }, 'AdminEntityUpdate', by);
    await expectRefused(caseId, { IssueTitle: supportCase.IssueTitle }, 'AdminEntityUpdate', by);
  });

  it('who may read only may not change a case either that was reported in their name', async () => {
    const own = await newCase(testApp, { ...supportCase, ReportedByUserID: 4 });
    await expectRefused(own, { IssueTitle: 'Changed' }, 'Update', 'priya.raman');
  });

  it('a contributor may change texts, place, tags and recipients of their own cases', async () => {
    const reported = await newCase(testApp, { ...supportCase, ReportedByUserID: 5 });
    const { IssueStatusID: _, IssuePriorityID: __, AssignedToUserID: ___, ...allowed } = everything;
    await expectChanged(reported, allowed, 'diego.fuentes');
    const created = await newCase(testApp, { IssueTitle: 'Mine', SpaceID: 1, ProjectID: 1 }, keys['diego.fuentes']);
    await expectChanged(created, allowed, 'diego.fuentes');
  });

  it('a contributor may not change the cases of others', async () => {
    await expectRefused(await newCase(testApp, supportCase), { TagsCSV: 'x' }, 'AdminEntityUpdate', 'diego.fuentes');
  });

  it.each([
    ['UpdateIssueStatus', { IssueStatusID: 6 }],
    ['UpdateIssuePriority', { IssuePriorityID: 1 }],
    ['AssignToUser', { AssignedToUserID: 5 }],
    ['AssignToUser', { AssignedToUserID: 0 }],
  ])('a contributor needs the right %s for %j, and without it nothing else changes', async (right, body) => {
    const own = await newCase(testApp, { ...supportCase, ReportedByUserID: 5 });
    await expectRefused(own, { IssueTitle: 'Changed', ...body }, right, 'diego.fuentes');
    await expectChanged(own, body, 'jonas.weber');
  });

  it('a contributor may send what they may not change with the value it has', async () => {
    const own = await newCase(testApp, { ...supportCase, ReportedByUserID: 5 });
    const { IssueStatusID, IssuePriorityID, AssignedToUserID } = supportCase;
    await expectChanged(own, { IssueTitle: 'Mine', IssueStatusID, IssuePriorityID, AssignedToUserID }, 'diego.fuentes');
  });

  it('a case in a private space is not there for others, until they become members', async () => {
    const caseId = await newCase(testApp, productCase);
    const missing = { status: 404, message: new RegExp(`^There is no case ${caseId}\\.$`, 'u') };
    for (const by of ['sara.lindqvist', 'omar.haddad'] as const) {
      await expectRefusedUpdate(testApp, caseId, { IssueTitle: 'Changed' }, { ...missing, key: keys[by] });
      expect((await send(testApp, { url: `/api/cases/${caseId}`, headers: { 'rest-api-key': keys[by] } })).status).toBe(
        404,
      );
    }
    await addMember(testApp.operator, { spaceId: 2, userId: 7, role: 'agent' });
    await expectChanged(caseId, { IssueTitle: 'Changed' }, 'omar.haddad');
  });

  it('history and event tell who changed it, with which key, through which door', async () => {
    const caseId = await newCase(testApp, supportCase);
    await expectChanged(caseId, { IssueTitle: 'Changed' }, 'jonas.weber');
    const [key] = await testApp.rows('select max(id) as id from api_keys where user_id = 3');
    const told = { actor_id: 3, key_id: key?.['id'], door: 'communifire' };
    const where = `case_id = ${caseId} order by id desc limit 1`;
    expect(await testApp.rows(`select actor_id, key_id, door from case_history where ${where}`)).toEqual([told]);
    expect(await testApp.rows(`select actor_id, key_id, door from events where ${where}`)).toEqual([told]);
  });
});
