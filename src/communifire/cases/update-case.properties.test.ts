import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newCase, newKeyOf, refusalBody, traces } from '../../../test/support/cases.ts';
import { productCase, propertyTable, supportCase, type Try } from '../../../test/support/property-table.ts';
import { putCase, readCase } from '../../../test/support/requests.ts';
import { dialects, startTestApp, type TestApp } from '../../../test/support/test-app.ts';
import { SANDBOX_KEY } from '../../app/fill-sandbox.ts';
import { createUser } from '../../features/users/create-user.ts';
import { deactivateUser } from '../../features/users/deactivate-user.ts';

const shown = (value: unknown): string => {
  const text = JSON.stringify(value);
  return text.length > 50 ? `${text.slice(0, 50)}… (${text.length})` : text;
};

const outcome = ({ effect, to, as }: Try): string => {
  const result = typeof effect === 'string' ? effect : `read back as ${shown(effect.reads)}`;
  return `${result}${to === 'product' ? ' in the private space' : ''}${as === undefined ? '' : ` from ${as}`}`;
};

const rows = Object.entries(propertyTable).flatMap(([property, walk]) =>
  Object.entries(walk).flatMap(([situation, tries]) =>
    tries.map((each) => ({ ...each, property, name: `${situation}: ${shown(each.sent)} is ${outcome(each)}` })),
  ),
);

describe.each(dialects)('an update on %s with', (dialect) => {
  let testApp: TestApp;
  let omarsKey: string;
  beforeAll(async () => {
    testApp = await startTestApp(dialect);
    omarsKey = await newKeyOf(testApp, 'omar.haddad');
  });
  afterAll(() => testApp.close());

  const stateOf = async (caseId: number) => ({ read: await readCase(testApp, caseId), traces: await traces(testApp) });
  const historyOf = (caseId: number) =>
    testApp.rows(`select property, revision from case_history where case_id = ${caseId} and revision > 1 order by id`);

  describe.each(Object.keys(propertyTable))('%s', (property) => {
    it.each(rows.filter((row) => row.property === property))('$name', async ({ sent, effect, to, as }) => {
      const caseId = await newCase(testApp, to === 'product' ? productCase : supportCase);
      const before = await stateOf(caseId);
      const key = as === undefined ? SANDBOX_KEY : omarsKey;
      const { status, body, envelope } = await putCase(testApp, caseId, { [property]: sent }, key);
      if (effect === 'refused') {
        expect(status).toBe(400);
        expect(envelope.ResponseMessage).toMatch(new RegExp(`^${property} (must|is) .+\\.$`, 'u'));
        expect(body).toBe(refusalBody(envelope.ResponseMessage));
      } else {
        expect(body).toBe(`{"IsError":false,"ResponseMessage":"ToBePublished","ResponseData":${caseId}}`);
        expect(status).toBe(200);
      }
      if (typeof effect === 'string') {
        expect(await stateOf(caseId)).toEqual(before);
        return;
      }
      expect((await readCase(testApp, caseId))[property]).toBe(effect.reads);
      const history = await historyOf(caseId);
      expect(history.map(({ revision }) => revision)).toEqual(history.map(() => 2));
      expect(history.length).toBeGreaterThanOrEqual(1);
    });
  });

  it('a refused property beside a valid one changes neither', async () => {
    const caseId = await newCase(testApp, supportCase);
    const before = await stateOf(caseId);
    const { status, envelope } = await putCase(testApp, caseId, { IssueTitle: 'Half done', MilestoneID: 999_999 });
    expect([status, envelope.ResponseMessage]).toEqual([400, expect.stringMatching(/^MilestoneID must/u)]);
    expect(await stateOf(caseId)).toEqual(before);
  });

  it('several wrong properties names each of them', async () => {
    const caseId = await newCase(testApp, supportCase);
    const before = await stateOf(caseId);
    const body = { IssueTitle: 5, MilestoneID: 'x', TagsCSV: [], IssueStatusID: -1 };
    const { status, envelope } = await putCase(testApp, caseId, body);
    expect(status).toBe(400);
    for (const property of Object.keys(body)) expect(envelope.ResponseMessage).toContain(`${property} must be`);
    expect(await stateOf(caseId)).toEqual(before);
  });

  it('everything as it was read changes nothing, even when its people were deactivated since', async () => {
    const userId = await createUser(testApp.operator, { username: 'leaver' });
    const caseId = await newCase(testApp, {
      ...supportCase,
      AssignedToUserID: userId,
      RecipientUserIDCSV: `2,${userId}`,
    });
    await deactivateUser(testApp.operator, { username: 'leaver' });
    const before = await stateOf(caseId);
    const whole = Object.fromEntries(Object.keys(propertyTable).map((property) => [property, before.read[property]]));
    expect((await putCase(testApp, caseId, whole)).status).toBe(200);
    expect(await stateOf(caseId)).toEqual(before);
    expect((await putCase(testApp, caseId, { ...whole, IssueTitle: 'Only this' })).status).toBe(200);
    expect((await historyOf(caseId)).map(({ property }) => property)).toEqual(['title']);
    expect((await putCase(testApp, caseId, { AssignedToUserID: 3, RecipientUserIDCSV: '2' })).status).toBe(200);
    for (const back of [{ AssignedToUserID: userId }, { RecipientUserIDCSV: `${userId}` }]) {
      expect((await putCase(testApp, caseId, back)).status).toBe(400);
    }
  });

  it('all properties at once changes all of them in one revision', async () => {
    const caseId = await newCase(testApp, supportCase);
    const body = {
      IssueTitle: 'All at once',
      IssueDescription: '<p>New</p>',
      MilestoneID: 5,
      AssignedToUserID: 7,
      ProjectID: 2,
      ProjectSectionID: 6,
      IssuePriorityID: 1,
      IssueStatusID: 4,
      SpaceID: 1,
      TagsCSV: 'gamma',
      RecipientUserIDCSV: '3',
    };
    expect((await putCase(testApp, caseId, body)).status).toBe(200);
    expect(await readCase(testApp, caseId)).toMatchObject(body);
    expect((await historyOf(caseId)).map(({ property, revision }) => [property, revision])).toEqual(
      [
        'title',
        'description',
        'projectId',
        'sectionId',
        'milestoneId',
        'statusId',
        'priorityId',
        'assigneeId',
        'tags',
        'recipientIds',
      ].map((property) => [property, 2]),
    );
  });
});
