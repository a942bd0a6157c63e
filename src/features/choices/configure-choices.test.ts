import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newCase } from '../../../test/support/cases.ts';
import { actingAs, configurationTraces } from '../../../test/support/configuration.ts';
import { putCase, readCase } from '../../../test/support/requests.ts';
import { dialects, startTestApp, type TestApp } from '../../../test/support/test-app.ts';
import type { Context } from '../../platform/context.ts';
import { createSpace } from '../spaces/create-space.ts';
import type { SpaceConfiguration } from '../spaces/space.ts';
import { getConfiguration } from '../spaces/space-configuration.ts';
import { archiveChoice } from './archive-choice.ts';
import { changeStatus } from './change-status.ts';
import { type ChoiceKind, choiceKinds, kinds } from './choice.ts';
import { completeMilestone } from './complete-milestone.ts';
import { createMilestone } from './create-milestone.ts';
import { createPriority } from './create-priority.ts';
import { createProject } from './create-project.ts';
import { createSection } from './create-section.ts';
import { createStatus } from './create-status.ts';
import { deleteChoice } from './delete-choice.ts';
import { moveChoice } from './move-choice.ts';
import { renameChoice } from './rename-choice.ts';
import { reopenMilestone } from './reopen-milestone.ts';
import { scheduleMilestone } from './schedule-milestone.ts';
import { setDefaultChoice } from './set-default-choice.ts';
import { unarchiveChoice } from './unarchive-choice.ts';

const requiredKinds = ['project', 'status', 'priority'] as const;
const NOBODY_HAS_IT = 987_654;

describe.each(dialects)('the choices of a space on %s', (dialect) => {
  let testApp: TestApp;
  let operator: Context;
  let spaceId: number;
  let projectId: number;
  beforeAll(async () => {
    testApp = await startTestApp(dialect);
    operator = testApp.operator;
    spaceId = await createSpace(operator, { name: 'Workshop', visibility: 'public' });
    projectId = await createProject(operator, { spaceId, title: 'Bench' });
  });
  afterAll(() => testApp.close());

  const configuration = (): Promise<SpaceConfiguration> => getConfiguration(operator, spaceId);
  const all = async (kind: ChoiceKind) => kinds[kind].all(await configuration());
  const found = async (kind: ChoiceKind, id: number) => (await all(kind)).find((choice) => choice.id === id);

  const create = (ctx: Context, kind: ChoiceKind, name: string): Promise<number> =>
    ({
      project: () => createProject(ctx, { spaceId, title: name }),
      section: () => createSection(ctx, { projectId, name }),
      milestone: () => createMilestone(ctx, { projectId, title: name, dueAt: null }),
      status: () => createStatus(ctx, { spaceId, name }),
      priority: () => createPriority(ctx, { spaceId, name }),
    })[kind]();

  const lastEvent = async () =>
    (await testApp.rows('select type, space_id, payload from events order by id desc limit 1')).map((row) => ({
      type: row['type'],
      spaceId: row['space_id'],
      payload: JSON.parse(String(row['payload'])),
    }))[0];

  const expectRefused = async (work: () => Promise<unknown>, expected: object): Promise<void> => {
    const before = await configurationTraces(testApp);
    await expect(work()).rejects.toMatchObject(expected);
    expect(await configurationTraces(testApp)).toEqual(before);
  };

  describe.each(choiceKinds)('%s', (kind) => {
    const field = kinds[kind].nameField;

    it('is created at the end, with its name as one line of plain text, and tells of it', async () => {
      const id = await create(operator, kind, '  <b>First</b>\nof its kind ');
      expect((await all(kind)).at(-1)).toMatchObject({ id, name: 'First of its kind', archived: false });
      const payload = { [kinds[kind].property]: id, name: 'First of its kind' };
      expect(await lastEvent()).toMatchObject({ type: `${kind}.created`, spaceId, payload });
    });

    it.each([
      ['blank', ' \n ', 'must not be blank'],
      ['only markup', '<b></b>', 'must not be blank'],
      ['too long', 'x'.repeat(201), 'must have at most 200 characters'],
      ['taken, whatever its case', 'FIRST of its kind', 'must be new: there is already the'],
    ])('is refused when its name is %s', async (_what, name, problem) => {
      const refusal = { code: 'FIELDS_INVALID', fields: [{ field, problem: expect.stringContaining(problem) }] };
      await expectRefused(() => create(operator, kind, name), refusal);
      const id = await create(operator, kind, `Other ${name.length}`);
      await expectRefused(() => renameChoice(operator, { kind, id, name }), refusal);
    });

    it('is renamed, also to another spelling of its own name', async () => {
      const id = await create(operator, kind, 'Old name');
      await renameChoice(operator, { kind, id, name: 'New name' });
      await renameChoice(operator, { kind, id, name: 'NEW NAME' });
      expect(await found(kind, id)).toMatchObject({ name: 'NEW NAME' });
      const before = await configurationTraces(testApp);
      await renameChoice(operator, { kind, id, name: 'NEW NAME' });
      expect(await configurationTraces(testApp)).toEqual(before);
    });

    it('is moved to another place, and nowhere beyond the ends', async () => {
      const id = (await all(kind)).at(-1)?.id ?? 0;
      const others = (await all(kind)).slice(0, -1).map((choice) => choice.id);
      await moveChoice(operator, { kind, id, position: 2 });
      expect((await all(kind)).map((choice) => choice.id)).toEqual(others.toSpliced(1, 0, id));
      await moveChoice(operator, { kind, id, position: others.length + 1 });
      expect((await all(kind)).map((choice) => choice.id)).toEqual([...others, id]);
      for (const position of [0, others.length + 2, 1.5]) {
        const refusal = { fields: [{ field: 'position', problem: `must be from 1 to ${others.length + 1}` }] };
        await expectRefused(() => moveChoice(operator, { kind, id, position }), refusal);
      }
    });

    it('is archived and unarchived, each time once', async () => {
      const id = await create(operator, kind, 'To archive');
      await archiveChoice(operator, { kind, id });
      expect(await lastEvent()).toMatchObject({ type: `${kind}.archived`, spaceId });
      await archiveChoice(operator, { kind, id });
      expect(await found(kind, id)).toMatchObject({ archived: true });
      const taken = { fields: [{ field, problem: expect.stringMatching(/, which is archived$/u) }] };
      await expectRefused(() => create(operator, kind, 'to archive'), taken);
      await unarchiveChoice(operator, { kind, id });
      expect(await found(kind, id)).toMatchObject({ archived: false });
    });

    it('is deleted when no case has it, and only then', async () => {
      const id = await create(operator, kind, 'To delete');
      const title = { IssueTitle: 'Uses it', SpaceID: spaceId, ProjectID: kind === 'project' ? id : projectId };
      const fields = {
        project: {},
        section: { ProjectSectionID: id },
        milestone: { MilestoneID: id },
        status: { IssueStatusID: id },
        priority: { IssuePriorityID: id },
      };
      const caseId = await newCase(testApp, { ...title, ...fields[kind] });
      const wayOut = 'archive it, or merge it into another one';
      const message = `The ${kind} "To delete" is used by 1 case: ${wayOut}.`;
      await expectRefused(() => deleteChoice(operator, { kind, id }), { code: 'IN_USE', message });
      await testApp.operator.inTransaction(({ db }) =>
        db.run(`update cases set deleted_at = 1 where id = ${caseId}`, []),
      );
      const binned = `The ${kind} "To delete" is used by 1 case (1 of them in the bin): ${wayOut}.`;
      await expectRefused(() => deleteChoice(operator, { kind, id }), { code: 'IN_USE', message: binned });
      const unused = await create(operator, kind, 'Unused');
      await deleteChoice(operator, { kind, id: unused });
      expect(await found(kind, unused)).toBeUndefined();
      expect(await lastEvent()).toMatchObject({ type: `${kind}.deleted`, payload: { name: 'Unused' } });
    });

    it('is configured by managers of the space, and by nobody below', async () => {
      const manager = await actingAs(testApp, 'sara.lindqvist', { spaceId, role: 'manager' });
      const agent = await actingAs(testApp, 'jonas.weber', { spaceId, role: 'agent' });
      const id = await create(manager, kind, 'Of a manager');
      const verbs: ((ctx: Context) => Promise<unknown>)[] = [
        (ctx) => create(ctx, kind, 'Of somebody'),
        (ctx) => renameChoice(ctx, { kind, id, name: 'Of somebody else' }),
        (ctx) => moveChoice(ctx, { kind, id, position: 1 }),
        (ctx) => archiveChoice(ctx, { kind, id }),
        (ctx) => unarchiveChoice(ctx, { kind, id }),
        (ctx) => deleteChoice(ctx, { kind, id }),
      ];
      const message = 'You may not configure the space "Workshop": the right ManageSpace is missing.';
      for (const verb of verbs) await expectRefused(() => verb(agent), { code: 'RIGHT_MISSING', message });
      for (const verb of verbs) await expect(verb(manager)).resolves.not.toThrow();
    });

    it('is not there for those who do not see the space, nor when there is none', async () => {
      const outsider = await actingAs(testApp, 'sara.lindqvist');
      const { projects, sections, milestones, statuses, priorities } = await getConfiguration(operator, 2);
      const foreign = {
        project: projects,
        section: sections,
        milestone: milestones,
        status: statuses,
        priority: priorities,
      };
      const [id = 0] = foreign[kind].keys();
      const code = kinds[kind].notFound;
      await expectRefused(() => renameChoice(outsider, { kind, id, name: 'Mine' }), {
        code,
        message: `There is no ${kind} ${id}.`,
      });
      await expectRefused(() => archiveChoice(operator, { kind, id: NOBODY_HAS_IT }), { code });
    });
  });

  describe.each(requiredKinds)('the default %s', (kind) => {
    it('can be another one, but no archived one, and is neither archived nor deleted', async () => {
      const old = (await all(kind)).find(({ isDefault }) => isDefault)?.id ?? 0;
      const id = await create(operator, kind, 'The new default');
      await archiveChoice(operator, { kind, id });
      await expectRefused(() => setDefaultChoice(operator, { kind, id }), { code: 'CONFIGURATION_CONFLICT' });
      await unarchiveChoice(operator, { kind, id });
      await setDefaultChoice(operator, { kind, id });
      expect((await all(kind)).filter(({ isDefault }) => isDefault).map((choice) => choice.id)).toEqual([id]);
      const message = `The ${kind} "The new default" is the default: make another one the default first.`;
      await expectRefused(() => archiveChoice(operator, { kind, id }), { code: 'CONFIGURATION_CONFLICT', message });
      await expectRefused(() => deleteChoice(operator, { kind, id }), { code: 'CONFIGURATION_CONFLICT', message });
      await setDefaultChoice(operator, { kind, id: old });
    });

    it('is what a new case gets', async () => {
      const id = await create(operator, kind, 'Given to new cases');
      await setDefaultChoice(operator, { kind, id });
      const named = { IssueTitle: 'New', SpaceID: spaceId, ProjectID: kind === 'project' ? id : projectId };
      const wire = { project: 'ProjectID', status: 'IssueStatusID', priority: 'IssuePriorityID' }[kind];
      expect((await readCase(testApp, await newCase(testApp, named)))[wire]).toBe(id);
    });
  });

  it('the last project in use stays', async () => {
    const lonely = await createSpace(operator, { name: `Lonely`, visibility: 'private' });
    const id = await createProject(operator, { spaceId: lonely, title: 'Only one' });
    const message = 'The project "Only one" is the last one in use here: add another one first.';
    await expectRefused(() => archiveChoice(operator, { kind: 'project', id }), {
      code: 'CONFIGURATION_CONFLICT',
      message,
    });
    await expectRefused(() => deleteChoice(operator, { kind: 'project', id }), {
      code: 'CONFIGURATION_CONFLICT',
      message,
    });
  });

  it('a status can be closed and have another class, of which clients know some', async () => {
    const classOf = async (id: number) => (await configuration()).statuses.get(id)?.cssClass;
    const done = await createStatus(operator, { spaceId, name: 'Done', isClosed: true });
    const doing = await createStatus(operator, { spaceId, name: 'Doing' });
    expect([await classOf(done), await classOf(doing)]).toEqual([
      'case-status-label-closed',
      'case-status-label-inprogress',
    ]);
    await changeStatus(operator, { id: doing, isClosed: true, cssClass: 'mine_2' });
    expect((await configuration()).statuses.get(doing)).toMatchObject({ isClosed: true, cssClass: 'mine_2' });
    for (const cssClass of ['', 'two words', '"><script>', 'x'.repeat(101), 'Größe']) {
      await expectRefused(() => changeStatus(operator, { id: doing, cssClass }), { code: 'FIELDS_INVALID' });
      await expectRefused(() => createStatus(operator, { spaceId, name: 'No', cssClass }), { code: 'FIELDS_INVALID' });
    }
    const color = 'puce' as 'pink';
    await expectRefused(() => changeStatus(operator, { id: doing, color }), { code: 'FIELDS_INVALID' });
  });

  it('a milestone can be scheduled, completed and reopened', async () => {
    const id = await createMilestone(operator, { projectId, title: 'Soon', dueAt: 1 });
    const milestone = async () => (await configuration()).milestones.get(id);
    await scheduleMilestone(operator, { id, dueAt: 2 });
    await completeMilestone(operator, { id });
    expect(await milestone()).toMatchObject({ dueAt: 2, completedAt: expect.any(Number) });
    const before = await configurationTraces(testApp);
    await completeMilestone(operator, { id });
    expect(await configurationTraces(testApp)).toEqual(before);
    await reopenMilestone(operator, { id });
    await scheduleMilestone(operator, { id, dueAt: null });
    expect(await milestone()).toMatchObject({ dueAt: null, completedAt: null });
  });

  it('what is added is there for the next request, and what is deleted is not', async () => {
    const caseId = await newCase(testApp, { IssueTitle: 'Soon', SpaceID: spaceId, ProjectID: projectId });
    const id = await createStatus(operator, { spaceId, name: 'Just added' });
    expect((await putCase(testApp, caseId, { IssueStatusID: id })).status).toBe(200);
    expect(
      (await putCase(testApp, caseId, { IssueStatusID: [...(await configuration()).statuses.keys()][0] })).status,
    ).toBe(200);
    await deleteChoice(operator, { kind: 'status', id });
    expect((await putCase(testApp, caseId, { IssueStatusID: id })).status).toBe(400);
  });
});
