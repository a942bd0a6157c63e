import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newCase } from '../../../test/support/cases.ts';
import { actingAs, configurationTraces } from '../../../test/support/configuration.ts';
import { putCase, readCase } from '../../../test/support/requests.ts';
import { dialects, startTestApp, type TestApp } from '../../../test/support/test-app.ts';
import { operator as operatorOf } from '../../kernel/actor.ts';
import { Context } from '../../platform/context.ts';
import type { Database } from '../../platform/database/database.ts';
import { archiveSpace } from '../spaces/archive-space.ts';
import { getConfiguration } from '../spaces/space-configuration.ts';
import { unarchiveSpace } from '../spaces/unarchive-space.ts';
import { archiveChoice } from './archive-choice.ts';
import { createMilestone } from './create-milestone.ts';
import { createPriority } from './create-priority.ts';
import { createProject } from './create-project.ts';
import { createSection } from './create-section.ts';
import { createStatus } from './create-status.ts';
import { mergeChoice } from './merge-choice.ts';

const SPACE_ID = 1;
const FIXED = 4;
const CLOSED = 6;

describe.each(dialects)('a merge on %s', (dialect) => {
  let testApp: TestApp;
  beforeAll(async () => {
    testApp = await startTestApp(dialect);
  });
  afterAll(() => testApp.close());

  const count = async (condition: string): Promise<number> =>
    Number((await testApp.rows(`select count(*) as count from ${condition}`))[0]?.['count']);
  const configuration = () => getConfiguration(testApp.operator, SPACE_ID);
  const inProject = (projectId: number, more: object = {}) =>
    newCase(testApp, { IssueTitle: 'Merged', SpaceID: SPACE_ID, ProjectID: projectId, ...more });

  const expectRefused = async (work: () => Promise<unknown>, expected: object): Promise<void> => {
    const before = await configurationTraces(testApp);
    await expect(work()).rejects.toMatchObject(expected);
    expect(await configurationTraces(testApp)).toEqual(before);
  };

  it('changes every case that used it, with history, event, revision and time, also in the bin', async () => {
    const usedBefore = await count(`cases where status_id = ${FIXED}`);
    const closedBefore = await count(`cases where status_id = ${CLOSED}`);
    const [binned] = await testApp.rows(`select min(id) as id from cases where status_id = ${FIXED}`);
    const binnedId = Number(binned?.['id']);
    await testApp.operator.inTransaction(({ db }) =>
      db.run(`update cases set deleted_at = 1 where id = ${binnedId}`, []),
    );
    const [lastEvent] = await testApp.rows('select max(id) as id from events');
    const began = Date.now();
    const manager = await actingAs(testApp, 'sara.lindqvist');

    expect(await mergeChoice(manager, { kind: 'status', id: FIXED, intoId: CLOSED })).toBe(usedBefore);

    expect(usedBefore).toBeGreaterThan(5);
    expect(await count(`cases where status_id = ${FIXED}`)).toBe(0);
    expect(await count(`cases where status_id = ${CLOSED}`)).toBe(usedBefore + closedBefore);
    const changed = `property = 'statusId' and old_value = '${FIXED}' and new_value = '${CLOSED}' and actor_id = 2`;
    expect(await count(`case_history where ${changed}`)).toBe(usedBefore);
    const events = `events where id > ${lastEvent?.['id']}`;
    expect(await count(`${events} and type = 'case.updated' and space_id = 1 and actor_id = 2`)).toBe(usedBefore);
    expect(await count(`${events} and type = 'status.archived'`)).toBe(1);
    expect(await count(`${events} and type = 'status.merged'`)).toBe(1);
    expect(await count(`cases where status_id = ${CLOSED} and revision = 2 and updated_at >= ${began}`)).toBe(
      usedBefore,
    );
    expect(await count(`cases where id = ${binnedId} and deleted_at = 1 and status_id = ${CLOSED}`)).toBe(1);
    expect((await configuration()).statuses.has(FIXED)).toBe(false);
  });

  it('cut off in the middle keeps what is done, gives nobody the old one, and can be done again', async () => {
    const { platform, operator } = testApp;
    const old = await createPriority(operator, { spaceId: SPACE_ID, name: 'Someday' });
    const ids: number[] = [];
    for (let index = 0; index < 120; index += 1) ids.push(await inProject(1, { IssuePriorityID: old }));
    let transactions = 0;
    const failing: Database = {
      ...platform.database,
      transaction: (work) => {
        transactions += 1;
        if (transactions === 3) throw new Error('cut off');
        return platform.database.transaction(work);
      },
    };
    const cutOff = new Context({ ...platform, database: failing }, operatorOf('cli'));
    await expect(mergeChoice(cutOff, { kind: 'priority', id: old, intoId: 1 })).rejects.toThrow('cut off');

    expect(await count(`cases where priority_id = ${old}`)).toBe(20);
    expect((await configuration()).priorities.get(old)).toMatchObject({ archived: true });
    expect((await putCase(testApp, 2304, { IssuePriorityID: old })).status).toBe(400);

    expect(await mergeChoice(operator, { kind: 'priority', id: old, intoId: 1 })).toBe(20);
    expect(await count(`cases where priority_id = ${old}`)).toBe(0);
    expect((await configuration()).priorities.has(old)).toBe(false);
    const changes = `property = 'priorityId' and old_value = '${old}' and new_value = '1'`;
    expect(await count(`case_history where ${changes}`)).toBe(ids.length);
  });

  it('of projects takes sections and milestones along, to those of the same name', async () => {
    const { operator } = testApp;
    const goes = await createProject(operator, { spaceId: SPACE_ID, title: 'Goes' });
    const stays = await createProject(operator, { spaceId: SPACE_ID, title: 'Stays' });
    const same = await createSection(operator, { projectId: goes, name: 'Same name' });
    const twin = await createSection(operator, { projectId: stays, name: 'SAME name' });
    const alone = await createSection(operator, { projectId: goes, name: 'Only here' });
    const milestone = await createMilestone(operator, { projectId: goes, title: 'Soon', dueAt: 1_800_000_000_000 });
    await archiveChoice(operator, {
      kind: 'milestone',
      id: await createMilestone(operator, { projectId: goes, title: 'Past', dueAt: null }),
    });
    const withTwin = await inProject(goes, { ProjectSectionID: same });
    const withAll = await inProject(goes, { ProjectSectionID: alone, MilestoneID: milestone });
    const plain = await inProject(goes);

    expect(await mergeChoice(operator, { kind: 'project', id: goes, intoId: stays })).toBe(3);

    const { projects, sections, milestones } = await configuration();
    expect([projects.has(goes), sections.has(same), sections.has(alone), milestones.has(milestone)]).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect(await readCase(testApp, withTwin)).toMatchObject({ ProjectID: stays, ProjectSectionID: twin });
    expect(await readCase(testApp, withAll)).toMatchObject({
      ProjectID: stays,
      ProjectSectionName: 'Only here',
      MilestoneTitle: 'Soon',
    });
    expect(await readCase(testApp, plain)).toMatchObject({ ProjectID: stays, ProjectSectionID: 0, MilestoneID: 0 });
    const moved = [...milestones.values()].filter(({ projectId }) => projectId === stays);
    expect(moved).toMatchObject([
      { title: 'Soon', dueAt: 1_800_000_000_000, archived: false },
      { title: 'Past', archived: true },
    ]);
    const history = `case_history where case_id = ${withAll} and revision = 2`;
    expect(await count(`${history} and property in ('projectId', 'sectionId', 'milestoneId')`)).toBe(3);
  });

  it.each(['section', 'milestone'] as const)('of a %s changes its cases and nothing else of them', async (kind) => {
    const { operator } = testApp;
    const create = {
      section: (name: string) => createSection(operator, { projectId: 1, name }),
      milestone: (title: string) => createMilestone(operator, { projectId: 1, title, dueAt: null }),
    }[kind];
    const field = { section: 'ProjectSectionID', milestone: 'MilestoneID' }[kind];
    const [id, intoId] = [await create('Goes away'), await create('Stays here')];
    const caseId = await inProject(1, { [field]: id, TagsCSV: 'kept' });
    const before = await readCase(testApp, caseId);
    expect(await mergeChoice(operator, { kind, id, intoId })).toBe(1);
    const { [field]: now, ...after } = await readCase(testApp, caseId);
    const changing = ['DateUpdated', 'DateUpdatedWithRespectToUser', 'ProjectSectionName', 'MilestoneTitle'];
    const unchanged = Object.entries(before).filter(([name]) => name !== field && !changing.includes(name));
    expect(now).toBe(intoId);
    expect(after).toMatchObject(Object.fromEntries(unchanged));
    const foreign = await createSection(operator, { projectId: 2, name: `Elsewhere ${kind}` });
    await expectRefused(() => mergeChoice(operator, { kind, id: intoId, intoId: foreign }), {
      fields: [{ field: 'intoId', problem: `must be a ${kind} of the same project: there is no ${foreign}` }],
    });
  });

  it('is refused into itself, into an archived one, into one of another space, and for the default', async () => {
    const { operator } = testApp;
    const id = await createStatus(operator, { spaceId: SPACE_ID, name: 'Parked' });
    const archived = await createStatus(operator, { spaceId: SPACE_ID, name: 'Old' });
    await archiveChoice(operator, { kind: 'status', id: archived });
    const refusals: readonly (readonly [number, string])[] = [
      [id, 'must be another status than the one that goes'],
      [archived, 'must not be archived: "Old" is'],
      [8, 'must be a status of the same space: there is no 8'],
    ];
    for (const [intoId, problem] of refusals) {
      await expectRefused(() => mergeChoice(operator, { kind: 'status', id, intoId }), {
        fields: [{ field: 'intoId', problem }],
      });
    }
    const ofDefault = () => mergeChoice(operator, { kind: 'status', id: 1, intoId: 2 });
    await expectRefused(ofDefault, { code: 'CONFIGURATION_CONFLICT', message: /is the default/u });
  });

  it('is refused to agents, and in an archived space to everybody', async () => {
    const agent = await actingAs(testApp, 'jonas.weber');
    const merge = (ctx: Context) => () => mergeChoice(ctx, { kind: 'status', id: 3, intoId: 2 });
    await expectRefused(merge(agent), { code: 'RIGHT_MISSING' });
    await archiveSpace(testApp.operator, { spaceId: SPACE_ID });
    await expectRefused(merge(testApp.operator), { code: 'SPACE_ARCHIVED' });
    await unarchiveSpace(testApp.operator, { spaceId: SPACE_ID });
  });
});
