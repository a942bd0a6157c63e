import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newKeyOf, refusalBody } from '../../../test/support/cases.ts';
import { getList, idsOf, type ListedCase, listAll, listPage } from '../../../test/support/listing.ts';
import { putCase, readCase, send } from '../../../test/support/requests.ts';
import { dialects, startTestApp, type TestApp } from '../../../test/support/test-app.ts';
import { SANDBOX_KEY } from '../../app/fill-sandbox.ts';
import { addMember } from '../../features/spaces/add-member.ts';
import { deactivateUser } from '../../features/users/deactivate-user.ts';

/** The parameters of a list, and the property of a listed case that each is compared with. */
const filters = {
  spaceid: 'SpaceID',
  reportedByUserID: 'ReportedByUserID',
  assignedToUserID: 'AssignedToUserID',
  issueStatusID: 'IssueStatusID',
  projectID: 'ProjectID',
  categoryID: 'ProjectSectionID',
  milestoneID: 'MilestoneID',
  priorityID: 'IssuePriorityID',
} as const;
type Filter = keyof typeof filters;
const names = Object.keys(filters) as Filter[];
const pairs = names.flatMap((one, index) => names.slice(index + 1).map((other) => [one, other] as const));

const ascending = (ids: readonly number[]): number[] => [...ids].sort((one, other) => one - other);

describe.each(dialects)('the list of cases on %s', (dialect) => {
  let testApp: TestApp;
  let all: readonly ListedCase[];
  beforeAll(async () => {
    testApp = await startTestApp(dialect);
    all = await listAll(testApp);
  });
  afterAll(() => testApp.close());

  it('has every case once, newest update first, ten on a page', async () => {
    const [counted] = await testApp.rows('select count(*) as count from cases');
    expect(new Set(idsOf(all)).size).toBe(Number(counted?.['count']));
    expect(all.length).toBe(Number(counted?.['count']));
    const dates = all.map(({ DateUpdated }) => DateUpdated);
    expect(dates).toEqual([...dates].sort().reverse());
    expect(idsOf(await listPage(testApp, {}))).toEqual(idsOf(all).slice(0, 10));
  });

  it('shows each case as it is read alone', async () => {
    for (const listed of all.slice(0, 20)) expect(listed).toEqual(await readCase(testApp, listed.IssueID));
  });

  describe('narrowed by', () => {
    const valuesOf = (filter: Filter): number[] =>
      [...new Set(all.map((each) => Number(each[filters[filter]])))].filter((id) => id !== 0);
    const expected = (conditions: Partial<Record<Filter, number>>): number[] =>
      idsOf(
        all.filter((each) => Object.entries(conditions).every(([name, id]) => each[filters[name as Filter]] === id)),
      );

    it.each(names)('%s has exactly the cases with it', async (filter) => {
      const values = valuesOf(filter);
      expect(values.length).toBeGreaterThan(1);
      for (const value of values)
        expect(idsOf(await listAll(testApp, { [filter]: value }))).toEqual(expected({ [filter]: value }));
      expect(await listAll(testApp, { [filter]: 999_999 })).toEqual([]);
    });

    it.each(pairs)('%s and %s has exactly the cases with both', async (one, other) => {
      for (const sample of [all[3], all[40], all[90]]) {
        const query = { [one]: Number(sample?.[filters[one]]), [other]: Number(sample?.[filters[other]]) };
        const conditions = Object.fromEntries(Object.entries(query).filter(([, id]) => id !== 0));
        expect(idsOf(await listAll(testApp, query))).toEqual(expected(conditions));
      }
      const [first = 0] = valuesOf(one);
      const last = valuesOf(other).at(-1) ?? 0;
      expect(idsOf(await listAll(testApp, { [one]: first, [other]: last }))).toEqual(
        expected({ [one]: first, [other]: last }),
      );
    });

    it('all of them at once has exactly the cases with all', async () => {
      const sample = all.find((each) => names.every((name) => each[filters[name]] !== 0));
      const query = Object.fromEntries(names.map((name) => [name, Number(sample?.[filters[name]])]));
      expect(idsOf(await listAll(testApp, query))).toEqual(expected(query));
      expect(idsOf(await listAll(testApp, query))).toContain(sample?.IssueID);
    });

    it.each(['0', '', ' '])('"%s" is not narrowed', async (value) => {
      const query = Object.fromEntries(names.map((name) => [name, value]));
      expect(idsOf(await listAll(testApp, { ...query, keyword: ' ' }))).toEqual(idsOf(all));
    });

    it('parameters in any spelling, of which the first counts', async () => {
      const { body } = await send(testApp, {
        url: '/api/cases&SPACEID=1?ISSUESTATUSid=2&issuestatusid=3&PAGELENGTH=100',
      });
      expect(idsOf(JSON.parse(body).ResponseData)).toEqual(expected({ spaceid: 1, issueStatusID: 2 }));
    });
  });

  describe('page by page', () => {
    it.each([1, 7, 10, 64, 100])('of %d has every case once', async (pageLength) => {
      const query = pageLength === 1 ? { spaceid: 1, projectID: 2, priorityID: 4 } : {};
      const whole = idsOf(await listAll(testApp, query));
      expect(idsOf(await listAll(testApp, query, { pageLength }))).toEqual(whole);
      expect(new Set(whole).size).toBe(whole.length);
    });

    it('has PageSize as another word for PageLength', async () => {
      expect(idsOf(await listPage(testApp, { PageSize: 3, StartPage: 2 }))).toEqual(idsOf(all).slice(3, 6));
      expect(idsOf(await listPage(testApp, { pagelength: 2, PageSize: 3 }))).toEqual(idsOf(all).slice(0, 2));
    });

    it('is empty behind the last page', async () => {
      expect(await listPage(testApp, { StartPage: 1_000_000, PageLength: 100 })).toEqual([]);
    });

    it('has cases with equal dates in a fixed order', async () => {
      const sorted = await listAll(testApp, { SortColumn: 'IssueStatusID', SortOrder: 1 }, { pageLength: 9 });
      expect(new Set(idsOf(sorted)).size).toBe(all.length);
    });
  });

  describe('sorted by', () => {
    /** Names and numbers of the columns; the number 0 stands for the date of the last update. */
    const columns: readonly (readonly [string, number, (one: ListedCase) => string | number])[] = [
      ['DateUpdated', 0, (one) => one.DateUpdated],
      ['DateCreated', 1, (one) => one.DateCreated],
      ['IssueID', 2, (one) => one.IssueID],
      ['IssueTitle', 3, (one) => one.IssueTitle],
      ['IssueStatusID', 4, (one) => Number(one['IssueStatusID'])],
      ['IssuePriorityID', 5, (one) => Number(one['IssuePriorityID'])],
      ['AssignedToUserID', 6, (one) => Number(one['AssignedToUserID'])],
      ['ReportedByUserID', 7, (one) => Number(one['ReportedByUserID'])],
    ];
    const compare = (one: string | number, other: string | number): number =>
      typeof one === 'number' ? one - Number(other) : Buffer.compare(Buffer.from(one), Buffer.from(String(other)));

    it.each(columns)('%s (%d) goes up and down', async (name, number, keyOf) => {
      const up = [...all].sort((one, other) => compare(keyOf(one), keyOf(other)) || one.IssueID - other.IssueID);
      for (const SortColumn of [name, name.toUpperCase(), number]) {
        for (const SortOrder of [0, 'ascending']) {
          expect(idsOf(await listAll(testApp, { SortColumn, SortOrder }))).toEqual(idsOf(up));
        }
      }
      for (const SortOrder of [1, 'Descending', '']) {
        expect(idsOf(await listAll(testApp, { SortColumn: name, SortOrder }))).toEqual(idsOf(up).reverse());
      }
    });

    it('the last update has a case that was just changed at the top', async () => {
      const last = all.at(-1)?.IssueID ?? 0;
      await putCase(testApp, last, { IssueTitle: 'Just changed' });
      expect(idsOf(await listPage(testApp, {}))[0]).toBe(last);
      all = await listAll(testApp);
    });
  });

  describe('is refused', () => {
    it.each<readonly [string, string, string]>([
      ...names.flatMap((name) =>
        ['-1', 'abc', '1.5', '1e3', '9'.repeat(40), "1' or '1'='1"].map(
          (value) => [name, value, `${name.replace('spaceid', 'spaceID')} must`] as const,
        ),
      ),
      ...['0', '-1', '1.5', 'x', '1000001', '9'.repeat(40)].map(
        (value) => ['StartPage', value, 'StartPage must be a number'] as const,
      ),
      ...['0', '-1', '101', 'all', '9'.repeat(40)].map(
        (value) => ['PageLength', value, 'PageLength must be a number'] as const,
      ),
      ['PageSize', '101', 'PageLength must be a number from 1 to 100.'],
      ['SortColumn', 'password_hash', 'SortColumn must be one of DateUpdated'],
      ['SortColumn', '8', 'SortColumn must be one of'],
      ['SortColumn', 'constructor', 'SortColumn must be one of'],
      ['SortOrder', '2', 'SortOrder must be 0, Ascending, 1 or Descending.'],
      ['SortOrder', '__proto__', 'SortOrder must be'],
      ['SortOrder', 'tostring', 'SortOrder must be'],
      ['keyword', 'x'.repeat(501), 'keyword must have at most 500 characters'],
      [
        'keyword',
        'abcdefghijklmnopqrstu'.split('').join(' '),
        'keyword must have at most 500 characters and 20 words.',
      ],
    ])('with %s=%s', async (name, value, message) => {
      const { status, body, envelope } = await getList(testApp, { [name]: value });
      expect([status, envelope.ResponseMessage]).toEqual([400, expect.stringContaining(message)]);
      expect(body).toBe(refusalBody(envelope.ResponseMessage));
    });

    it('with several wrong parameters, naming each', async () => {
      const { envelope } = await getList(testApp, { spaceid: 'x', milestoneID: '-1', projectID: 2 });
      expect(envelope.ResponseMessage).toMatch(/^spaceID must .*milestoneID must /u);
    });

    it('without a key', async () => {
      expect(await getList(testApp, {}, '')).toMatchObject({
        status: 401,
        envelope: { IsError: true, ResponseData: null },
      });
    });
  });

  describe('for somebody else than an administrator', () => {
    it('has nothing of a private space that they are not in', async () => {
      const key = await newKeyOf(testApp, 'sara.lindqvist');
      const visible = idsOf(all.filter(({ SpaceID }) => SpaceID === 1));
      expect(idsOf(await listAll(testApp, {}, { key }))).toEqual(visible);
      expect(await listAll(testApp, { spaceid: 2 }, { key })).toEqual([]);
      expect(await listAll(testApp, { projectID: 3 }, { key })).toEqual([]);
      const hidden = all.find(({ SpaceID }) => SpaceID === 2);
      const word = hidden?.IssueTitle.split(' ').find((each) => each.length > 4) ?? '';
      expect(idsOf(await listAll(testApp, { keyword: word }))).toContain(hidden?.IssueID);
      expect(ascending(idsOf(await listAll(testApp, { keyword: word }, { key })))).toEqual(
        ascending(idsOf(await listAll(testApp, { keyword: word, spaceid: 1 }))),
      );
      for (const listed of all.filter(({ SpaceID }) => SpaceID === 2).slice(0, 5)) {
        const url = `/api/cases/${listed.IssueID}`;
        expect((await send(testApp, { url, headers: { 'rest-api-key': key } })).status).toBe(404);
      }
    });

    it('has the private space from the moment on in which they join it', async () => {
      const key = await newKeyOf(testApp, 'omar.haddad');
      expect(await listAll(testApp, { spaceid: 2 }, { key })).toEqual([]);
      await addMember(testApp.operator, { spaceId: 2, userId: 7, role: 'viewer' });
      expect(idsOf(await listAll(testApp, {}, { key }))).toEqual(idsOf(all));
    });

    it('has the public space although they are no member of it', async () => {
      expect(idsOf(await listAll(testApp, {}, { key: await newKeyOf(testApp, 'yuki.tanaka') }))).toEqual(idsOf(all));
    });

    it('is refused with 401 once they are deactivated; their cases stay', async () => {
      const key = await newKeyOf(testApp, 'claire.dubois');
      expect((await getList(testApp, {}, key)).status).toBe(200);
      await deactivateUser(testApp.operator, { username: 'claire.dubois' });
      expect((await getList(testApp, {}, key)).status).toBe(401);
      const reported = all.filter((each) => each['ReportedByUserID'] === 8);
      expect(reported.length).toBeGreaterThan(0);
      expect(idsOf(await listAll(testApp, { reportedByUserID: 8 }, { key: SANDBOX_KEY }))).toEqual(idsOf(reported));
    });
  });
});
