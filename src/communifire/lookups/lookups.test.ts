import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newCase, newKeyOf, refusalBody } from '../../../test/support/cases.ts';
import { putCase, send } from '../../../test/support/requests.ts';
import { dialects, startTestApp, type TestApp } from '../../../test/support/test-app.ts';
import { archiveChoice } from '../../features/choices/archive-choice.ts';
import { createMilestone } from '../../features/choices/create-milestone.ts';

describe.each(dialects)('on %s', (dialect) => {
  let testApp: TestApp;
  let outsiderKey: string;
  beforeAll(async () => {
    testApp = await startTestApp(dialect);
    outsiderKey = await newKeyOf(testApp, 'sara.lindqvist');
  });
  afterAll(() => testApp.close());

  const read = async (url: string): Promise<readonly Record<string, unknown>[]> => {
    const { status, envelope } = await send(testApp, { url });
    expect([status, envelope.IsError, envelope.ResponseMessage]).toEqual([200, false, '']);
    return envelope.ResponseData as readonly Record<string, unknown>[];
  };

  it('statuses are listed in their order, with their CSS classes', async () => {
    const statuses = await read('/api/spaces/1/cases/statuses');
    expect(statuses.map(({ IssueStatusName }) => IssueStatusName)).toEqual([
      'New',
      'In Progress',
      'Feedback Required',
      'Fixed',
      'Reopened',
      'Closed',
    ]);
    expect([statuses[0], statuses[5]]).toEqual([
      {
        IssueStatusID: 1,
        IssueStatusName: 'New',
        StatusColorCssClass: 'case-status-label-new',
        IsDefault: true,
        IsClosed: false,
      },
      {
        IssueStatusID: 6,
        IssueStatusName: 'Closed',
        StatusColorCssClass: 'case-status-label-closed',
        IsDefault: false,
        IsClosed: true,
      },
    ]);
  });

  it('priorities and projects are listed with the default among them', async () => {
    expect((await read('/API/Spaces/1/Cases/Priorities'))[1]).toEqual({
      IssuePriorityID: 2,
      IssuePriorityName: 'Normal',
      IsDefault: true,
    });
    expect(await read('/api/spaces/1/cases/projects')).toEqual([
      { ProjectID: 1, ProjectTitle: 'Web Shop', IsDefaultProject: true },
      { ProjectID: 2, ProjectTitle: 'Billing and Printing', IsDefaultProject: false },
    ]);
  });

  it('categories and milestones are those of the project', async () => {
    expect((await read('/api/spaces/1/cases/projects/2/categories'))[0]).toEqual({
      ProjectSectionID: 5,
      ProjectSectionName: 'Invoices',
    });
    expect(await read('/api/spaces/1/cases/projects/2/milestones')).toMatchObject([
      { MilestoneID: 4, MilestoneTitle: 'New invoice archive', DueDate: '2026-09-30T00:00:00.000Z' },
      { MilestoneID: 5 },
      { MilestoneID: 6 },
    ]);
  });

  it('a milestone is complete by the share of its cases that are closed, and can be without a due date', async () => {
    const MilestoneID = await createMilestone(testApp.operator, { projectId: 1, title: 'Share', dueAt: null });
    const percent = async () => (await read('/api/spaces/1/cases/projects/1/milestones')).at(-1);
    expect(await percent()).toEqual({ MilestoneID, MilestoneTitle: 'Share', DueDate: '', PercentComplete: 0 });
    const body = { IssueTitle: 'One of three', SpaceID: 1, ProjectID: 1, MilestoneID };
    const ids = [await newCase(testApp, body), await newCase(testApp, body), await newCase(testApp, body)];
    for (const id of ids.slice(1)) await putCase(testApp, id, { IssueStatusID: 6 });
    expect(await percent()).toMatchObject({ PercentComplete: 66 });
    await putCase(testApp, ids[0] ?? 0, { IssueStatusID: 6 });
    expect(await percent()).toMatchObject({ PercentComplete: 100 });
  });

  it('what is archived is not listed', async () => {
    const sections = async () => (await read('/api/spaces/1/cases/projects/1/categories')).length;
    const statuses = async () => (await read('/api/spaces/1/cases/statuses')).length;
    const before = [await sections(), await statuses()];
    await archiveChoice(testApp.operator, { kind: 'section', id: 4 });
    await archiveChoice(testApp.operator, { kind: 'status', id: 5 });
    expect([await sections(), await statuses()]).toEqual(before.map((count) => count - 1));
  });

  it('as long as no project is chosen there are no categories and milestones', async () => {
    expect(await read('/api/spaces/1/cases/projects/0/categories')).toEqual([]);
    expect(await read('/api/spaces/1/cases/projects/0/milestones')).toEqual([]);
  });

  const lists = ['statuses', 'priorities', 'projects', 'projects/3/categories', 'projects/3/milestones'];

  it.each(lists)('a space that one cannot see has no %s, exactly like one that does not exist', async (list) => {
    const ask = (spaceId: number) =>
      send(testApp, { url: `/api/spaces/${spaceId}/cases/${list}`, headers: { 'rest-api-key': outsiderKey } });
    for (const spaceId of [2, 777, 0]) {
      const { status, body } = await ask(spaceId);
      expect([status, body]).toEqual([404, refusalBody(`There is no space ${spaceId}.`)]);
    }
  });

  it.each(lists.slice(3))('a project of another space has no %s here, exactly like none', async (list) => {
    for (const projectId of [3, 777]) {
      const url = `/api/spaces/1/cases/${list.replace('3', String(projectId))}`;
      const { status, body } = await send(testApp, { url });
      expect([status, body]).toEqual([404, refusalBody(`There is no project ${projectId} in this space.`)]);
    }
  });

  it.each([
    ['/api/spaces/x/cases/statuses', 400, 'spaceid must be a positive integer.'],
    ['/api/spaces/1/cases/projects/-1/categories', 400, 'projectid must be a positive integer.'],
    ['/api/spaces/99999999999999999/cases/statuses', 404, 'There is no space 99999999999999999.'],
  ])('%s is refused', async (url, status, message) => {
    const answer = await send(testApp, { url });
    expect([answer.status, answer.body]).toEqual([status, refusalBody(message)]);
  });

  it('a list can only be read', async () => {
    const { status, headers } = await send(testApp, { method: 'POST', url: '/api/spaces/1/cases/statuses' });
    expect([status, headers['allow']]).toEqual([405, 'GET']);
  });
});
