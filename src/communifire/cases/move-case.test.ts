import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changesOf, expectRefusedUpdate, expectUpdate, newCase, newKeyOf } from '../../../test/support/cases.ts';
import { productCase, supportCase } from '../../../test/support/property-table.ts';
import { putCase, readCase } from '../../../test/support/requests.ts';
import { dialects, startTestApp, type TestApp } from '../../../test/support/test-app.ts';
import { createProject } from '../../features/choices/create-project.ts';
import { addMember } from '../../features/spaces/add-member.ts';
import { createSpace } from '../../features/spaces/create-space.ts';
import { announceConfigurationChange } from '../../platform/database/configuration-change.ts';

/** IDs of the example data: statuses 1 to 6 and priorities 1 to 4 are of space 1, the next ones of space 2. */
const people = ['jonas.weber', 'priya.raman', 'diego.fuentes', 'omar.haddad', 'yuki.tanaka'] as const;
type Person = (typeof people)[number];

describe.each(dialects)('on %s', (dialect) => {
  let testApp: TestApp;
  const keys = {} as Record<Person, string>;
  beforeAll(async () => {
    testApp = await startTestApp(dialect);
    for (const person of people) keys[person] = await newKeyOf(testApp, person);
  });
  afterAll(() => testApp.close());

  const expectMoved = (caseId: number, body: object, expected: object) => expectUpdate(testApp, caseId, body, expected);
  const expectRefused = (caseId: number, body: object, status: number, message: RegExp, by?: Person) =>
    expectRefusedUpdate(testApp, caseId, body, { status, message, key: by && keys[by] });

  describe('a case that moves to another space', () => {
    it('takes along what exists there and the defaults for the rest, each with its history', async () => {
      const caseId = await newCase(testApp, supportCase);
      const { IssueTitle, IssueDescription, TagsCSV, ReportedByUserID, UserID, DateCreated } = await readCase(
        testApp,
        caseId,
      );
      const kept = { IssueTitle, IssueDescription, TagsCSV, ReportedByUserID, UserID, DateCreated };
      await expectMoved(
        caseId,
        { SpaceID: 2 },
        {
          SpaceID: 2,
          SpaceName: 'Product Development',
          ProjectID: 3,
          ProjectSectionID: 0,
          ProjectSectionName: '',
          MilestoneID: 0,
          IssueStatusID: 8,
          IssueStatusName: 'In Progress',
          IssuePriorityID: 7,
          IssuePriorityName: 'High',
          AssignedToUserID: 3,
          RecipientUserIDCSV: '',
          ...kept,
        },
      );
      expect(await changesOf(testApp, caseId)).toEqual({
        spaceId: [1, 2],
        projectId: [1, 3],
        sectionId: [2, null],
        milestoneId: [2, null],
        statusId: [2, 8],
        priorityId: [3, 7],
        recipientIds: [[2, 7], []],
      });
    });

    it('and back again is where it was', async () => {
      const caseId = await newCase(testApp, {
        ...supportCase,
        ProjectSectionID: 0,
        MilestoneID: 0,
        RecipientUserIDCSV: '',
      });
      const { DateUpdated: _, DateUpdatedWithRespectToUser: __, ...before } = await readCase(testApp, caseId);
      await expectMoved(caseId, { SpaceID: 2 }, { SpaceID: 2, ProjectID: 3 });
      await expectMoved(caseId, { SpaceID: '1' }, before);
    });

    it('loses an assignee and recipients who cannot see the new space, and keeps the others in their order', async () => {
      const caseId = await newCase(testApp, { ...supportCase, AssignedToUserID: 7, RecipientUserIDCSV: '8,2,1,7,5' });
      await expectMoved(
        caseId,
        { SpaceID: 2 },
        { AssignedToUserID: 0, AssignedToUserDisplayName: '', RecipientUserIDCSV: '8,1,5' },
      );
      expect(await changesOf(testApp, caseId)).toMatchObject({
        assigneeId: [7, null],
        recipientIds: [
          [8, 2, 1, 7, 5],
          [8, 1, 5],
        ],
      });
    });

    it('takes everything that is named together with it', async () => {
      const caseId = await newCase(testApp, supportCase);
      const named = {
        SpaceID: 2,
        ProjectID: 4,
        ProjectSectionID: 15,
        MilestoneID: 12,
        IssueStatusID: 12,
        IssuePriorityID: 5,
        AssignedToUserID: 6,
        RecipientUserIDCSV: '4,8',
        IssueTitle: 'Moved and renamed',
      };
      await expectMoved(caseId, named, named);
    });

    it('has none of what is cleared together with it', async () => {
      const caseId = await newCase(testApp, supportCase);
      const cleared = {
        MilestoneID: 0,
        ProjectSectionID: null,
        AssignedToUserID: 0,
        RecipientUserIDCSV: '',
        TagsCSV: '',
      };
      await expectMoved(caseId, { SpaceID: 2, ...cleared }, { ...cleared, ProjectSectionID: 0, SpaceID: 2 });
    });

    it('takes the new default where no status or priority has the same name', async () => {
      const caseId = await newCase(testApp, supportCase);
      const spaceId = await createSpace(testApp.operator, { name: 'Other words', visibility: 'public' });
      await createProject(testApp.operator, { spaceId, title: 'Only one' });
      await testApp.operator.inTransaction(async ({ db }) => {
        await db.run(`update statuses set name = 'x' || name where space_id = ${spaceId}`, []);
        await db.run(`update priorities set name = 'x' || name where space_id = ${spaceId}`, []);
        await announceConfigurationChange(db);
      });
      const expected = {
        SpaceID: spaceId,
        ProjectTitle: 'Only one',
        IssueStatusName: 'xNew',
        IssuePriorityName: 'xNormal',
      };
      await expectMoved(caseId, { SpaceID: spaceId }, expected);
    });

    it('is found there and no longer where it was', async () => {
      const caseId = await newCase(testApp, { ...supportCase, IssueTitle: 'Quokka in the warehouse' });
      await expectMoved(caseId, { SpaceID: 2 }, { SpaceID: 2 });
      const found = async (spaceId: number) => {
        const { app } = testApp;
        const { body } = await app.inject({
          url: `/api/cases?keyword=quokka&spaceid=${spaceId}&token=${keys['jonas.weber']}`,
        });
        return JSON.parse(body).ResponseData.map(({ IssueID }: { IssueID: number }) => IssueID);
      };
      expect([await found(1), await found(2)]).toEqual([[], [caseId]]);
    });
  });

  describe('a case does not move', () => {
    it.each([
      [
        'to a space that does not exist',
        { SpaceID: 999 },
        /^SpaceID must be a space that you can see: there is no 999\.$/u,
      ],
      [
        'with the old project',
        { SpaceID: 2, ProjectID: 1 },
        /^ProjectID must be one of the space "Product Development"/u,
      ],
      [
        'with the old section',
        { SpaceID: 2, ProjectSectionID: 2 },
        /^ProjectSectionID must be one of the project "Mobile Apps"/u,
      ],
      ['with the old milestone', { SpaceID: 2, MilestoneID: 2 }, /^MilestoneID must/u],
      ['with a section of another project there', { SpaceID: 2, ProjectSectionID: 14 }, /^ProjectSectionID must/u],
      ['with the old status', { SpaceID: 2, IssueStatusID: 2 }, /^IssueStatusID must/u],
      ['with the old priority', { SpaceID: 2, IssuePriorityID: 3 }, /^IssuePriorityID must/u],
      ['with an assignee who cannot see it there', { SpaceID: 2, AssignedToUserID: 7 }, /^AssignedToUserID must/u],
      [
        'with a recipient who cannot see it there',
        { SpaceID: 2, RecipientUserIDCSV: '3,7' },
        /^RecipientUserIDCSV must .*: 7 cannot\.$/u,
      ],
      ['by naming only a project there', { ProjectID: 3 }, /^ProjectID must be one of the space "Customer Support"/u],
    ])('%s', async (_name, body, message) => expectRefused(await newCase(testApp, supportCase), body, 400, message));

    it('to a space without a project', async () => {
      const spaceId = await createSpace(testApp.operator, { name: 'Empty', visibility: 'public' });
      await expectRefused(
        await newCase(testApp, supportCase),
        { SpaceID: spaceId },
        400,
        /^SpaceID must be a space that has a project/u,
      );
    });
  });

  describe('a case that changes its project', () => {
    it('loses section and milestone of the old one', async () => {
      const caseId = await newCase(testApp, supportCase);
      await expectMoved(
        caseId,
        { ProjectID: 2 },
        { ProjectID: 2, ProjectSectionID: 0, MilestoneID: 0, AssignedToUserID: 3, IssueStatusID: 2 },
      );
      expect(await changesOf(testApp, caseId)).toEqual({
        projectId: [1, 2],
        sectionId: [2, null],
        milestoneId: [2, null],
      });
    });

    const body = { ProjectID: 2, ProjectSectionID: 6, MilestoneID: 5 };
    it('takes section and milestone of the new one', async () =>
      expectMoved(await newCase(testApp, supportCase), body, body));

    it.each([{ ProjectSectionID: 2 }, { MilestoneID: 2 }])('does not take %j of the old one', async (body) =>
      expectRefused(
        await newCase(testApp, supportCase),
        { ProjectID: 2, ...body },
        400,
        /must be one of the project "Billing and Printing"/u,
      ),
    );

    it('that is the one it has keeps all', async () => {
      const caseId = await newCase(testApp, supportCase);
      const before = await readCase(testApp, caseId);
      await expectMoved(caseId, { ProjectID: 1, SpaceID: 1 }, before);
    });
  });

  describe('who may move a case to another space:', () => {
    it("who may edit everybody's cases on both sides", async () => {
      // Jonas is an agent in space 1 and a contributor in space 2.
      await addMember(testApp.operator, { spaceId: 2, userId: 3, role: 'agent' });
      const caseId = await newCase(testApp, supportCase);
      expect((await putCase(testApp, caseId, { SpaceID: 2 }, keys['jonas.weber'])).status).toBe(200);
      expect(await readCase(testApp, caseId)).toMatchObject({ SpaceID: 2, IssueStatusName: 'In Progress' });
      await addMember(testApp.operator, { spaceId: 2, userId: 3, role: 'contributor' });
    });

    it('not who may edit only their own there: status and people would come along', async () => {
      const caseId = await newCase(testApp, supportCase);
      const right = /into the space "Product Development": the right AdminEntityUpdate is missing/u;
      await expectRefused(caseId, { SpaceID: 2 }, 403, right, 'jonas.weber');
    });

    it('not who may edit only their own here', async () => {
      // Diego is a contributor in space 1 and a viewer in space 2.
      const own = await newCase(testApp, { ...supportCase, ReportedByUserID: 5 });
      const right = /out of the space "Customer Support": the right AdminEntityUpdate is missing/u;
      await expectRefused(own, { SpaceID: 2 }, 403, right, 'diego.fuentes');
    });

    it('not who cannot see the other space: for them it does not exist', async () => {
      await expectRefused(
        await newCase(testApp, supportCase),
        { SpaceID: 2 },
        400,
        /^SpaceID must .*: there is no 2\.$/u,
        'omar.haddad',
      );
    });

    it('not who may only read here', async () => {
      // Priya is a viewer in space 1 and manages space 2.
      await expectRefused(
        await newCase(testApp, supportCase),
        { SpaceID: 2 },
        403,
        /AdminEntityUpdate/u,
        'priya.raman',
      );
    });

    it("not who may only change their own, when it is another one's", async () => {
      await expectRefused(
        await newCase(testApp, productCase),
        { SpaceID: 1 },
        403,
        /AdminEntityUpdate/u,
        'jonas.weber',
      );
    });

    it('not who cannot see the case', async () => {
      await expectRefused(
        await newCase(testApp, productCase),
        { SpaceID: 1 },
        404,
        /^There is no case \d/u,
        'omar.haddad',
      );
    });
  });
});
