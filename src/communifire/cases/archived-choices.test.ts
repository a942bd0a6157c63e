import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectRefusedUpdate, newCase, postCase, traces } from '../../../test/support/cases.ts';
import { productCase, supportCase } from '../../../test/support/property-table.ts';
import { putCase, readCase } from '../../../test/support/requests.ts';
import { dialects, startTestApp, type TestApp } from '../../../test/support/test-app.ts';
import { archiveChoice } from '../../features/choices/archive-choice.ts';
import type { ChoiceKind } from '../../features/choices/choice.ts';
import { createMilestone } from '../../features/choices/create-milestone.ts';
import { createPriority } from '../../features/choices/create-priority.ts';
import { createProject } from '../../features/choices/create-project.ts';
import { createSection } from '../../features/choices/create-section.ts';
import { createStatus } from '../../features/choices/create-status.ts';

const fields = {
  project: 'ProjectID',
  section: 'ProjectSectionID',
  milestone: 'MilestoneID',
  status: 'IssueStatusID',
  priority: 'IssuePriorityID',
} as const satisfies Record<ChoiceKind, string>;

describe.each(dialects)('what is archived on %s', (dialect) => {
  let testApp: TestApp;
  const ids = {} as Record<ChoiceKind, number>;
  let hasAll: number;
  beforeAll(async () => {
    testApp = await startTestApp(dialect);
    const { operator } = testApp;
    ids.project = await createProject(operator, { spaceId: 1, title: 'Old project' });
    ids.section = await createSection(operator, { projectId: 1, name: 'Old section' });
    ids.milestone = await createMilestone(operator, { projectId: 1, title: 'Old milestone', dueAt: null });
    ids.status = await createStatus(operator, { spaceId: 1, name: 'Old status' });
    ids.priority = await createPriority(operator, { spaceId: 1, name: 'Old priority' });
    const { project: _, ...inProject } = ids;
    const properties = Object.entries(inProject).map(([kind, id]) => [fields[kind as ChoiceKind], id]);
    hasAll = await newCase(testApp, { ...supportCase, ProjectID: 1, ...Object.fromEntries(properties) });
    for (const [kind, id] of Object.entries(ids)) await archiveChoice(operator, { kind: kind as ChoiceKind, id });
  });
  afterAll(() => testApp.close());

  it.each(Object.entries(fields) as [ChoiceKind, string][])('cannot be chosen anew: a %s', async (kind, field) => {
    const problem = `${field} must not be archived: "Old ${kind}" (${ids[kind]}) is.`;
    const caseId = await newCase(testApp, { IssueTitle: 'Plain', SpaceID: 1, ProjectID: 1 });
    const message = new RegExp(problem.replace(/[().]/gu, '\\$&'), 'u');
    await expectRefusedUpdate(testApp, caseId, { [field]: ids[kind] }, { status: 400, message, key: undefined });
    const before = await traces(testApp);
    const created = await postCase(testApp, { IssueTitle: 'New', SpaceID: 1, ProjectID: 1, [field]: ids[kind] });
    expect([created.status, created.envelope.ResponseMessage]).toEqual([400, problem]);
    expect(await traces(testApp)).toEqual(before);
  });

  it('stays at the cases that have it: sent back, it changes nothing', async () => {
    const read = await readCase(testApp, hasAll);
    expect(read).toMatchObject({ IssueStatusName: 'Old status', ProjectSectionName: 'Old section' });
    const before = await traces(testApp);
    const sentBack = Object.fromEntries(Object.values(fields).map((field) => [field, read[field]]));
    expect((await putCase(testApp, hasAll, sentBack)).status).toBe(200);
    expect(await traces(testApp)).toEqual(before);
    expect((await putCase(testApp, hasAll, { ...sentBack, IssueTitle: 'Changed' })).status).toBe(200);
    expect(await readCase(testApp, hasAll)).toMatchObject({ ...sentBack, IssueTitle: 'Changed' });
  });

  it('is not what a case gets that comes from another space', async () => {
    const { IssueStatusName } = await readCase(testApp, await newCase(testApp, productCase));
    const twin = [
      ...(await testApp.rows(`select id from statuses where space_id = 1 and name = '${IssueStatusName}'`)),
    ];
    await archiveChoice(testApp.operator, { kind: 'status', id: Number(twin[0]?.['id']) });
    const caseId = await newCase(testApp, productCase);
    expect((await putCase(testApp, caseId, { SpaceID: 1 })).status).toBe(200);
    expect(await readCase(testApp, caseId)).toMatchObject({ IssueStatusName: 'New' });
  });
});
