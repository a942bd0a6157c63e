import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call } from '../../../../test/support/api.ts';
import { importFile } from '../../../../test/support/imports.ts';
import { dialects, startTestApp, type TestApp } from '../../../../test/support/test-app.ts';
import type { Context } from '../../../platform/context.ts';
import { createMilestone } from '../../choices/create-milestone.ts';
import { createProject } from '../../choices/create-project.ts';
import { createSection } from '../../choices/create-section.ts';
import { addMember } from '../../spaces/add-member.ts';
import { createSpace } from '../../spaces/create-space.ts';
import type { Project } from '../../spaces/space.ts';
import { getConfiguration } from '../../spaces/space-configuration.ts';

type Exported = Readonly<Record<string, unknown>>;

/** A space with the same choices and members as the first one, and no cases. */
const copyOfSpace = ({ operator }: TestApp): Promise<number> =>
  operator.inTransaction(async (tx) => {
    const { projects, members } = await getConfiguration(tx, 1);
    const spaceId = await createSpace(tx, { name: 'Copy', visibility: 'public' });
    for (const project of projects.values()) await copyProject(tx, project, spaceId);
    for (const [userId, role] of members) await addMember(tx, { spaceId, userId, role });
    return spaceId;
  });

const copyProject = async (tx: Context, { id, title }: Project, spaceId: number): Promise<void> => {
  const { sections, milestones } = await getConfiguration(tx, 1);
  const projectId = await createProject(tx, { spaceId, title });
  const isIn = (each: { projectId: number }): boolean => each.projectId === id;
  for (const { name } of [...sections.values()].filter(isIn)) await createSection(tx, { projectId, name });
  for (const each of [...milestones.values()].filter(isIn)) {
    await createMilestone(tx, { projectId, title: each.title, dueAt: each.dueAt });
  }
};

describe.each(dialects)('cases that are exported and imported elsewhere on %s', (dialect) => {
  let test: TestApp;
  let copyId: number;

  beforeAll(async () => {
    test = await startTestApp(dialect);
    await call(test, 'PATCH /cases/2304', { body: { dueOn: '2026-12-24' } });
    copyId = await copyOfSpace(test);
  });

  afterAll(async () => {
    expect(test.logged()).not.toContain('defect');
    await test.close();
  });

  const exported = async (spaceId: number, format: 'csv' | 'jsonl'): Promise<string> =>
    String((await call(test, `GET /cases/export?format=${format}&spaceId=${spaceId}`)).body);

  /** What a case is, without the numbers that are others elsewhere and what happened to it there. */
  const told = (jsonl: string): Exported[] =>
    jsonl
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Exported)
      .map((each) => Object.fromEntries(Object.entries(each).filter(([name]) => !others.has(name))));
  const others = new Set([
    ...['id', 'externalId', 'spaceId', 'space', 'projectId', 'sectionId', 'milestoneId', 'statusId', 'priorityId'],
    ...['creatorId', 'creator', 'commentCount', 'attachmentCount', 'updatedAt'],
  ]);
  const written = async () =>
    (
      await test.rows(`select (select count(*) from case_history) as history, (select count(*) from events) as events,
        (select sum(revision) from cases) as revisions, (select max(updated_at) from cases) as updated`)
    )[0];

  it.each(['csv', 'jsonl'] as const)('are the same there, and a second time nothing changes: %s', async (format) => {
    const columns = encodeURIComponent('{"id":"externalId","externalId":null}');
    const upload = {
      ...{ content: await exported(1, format), name: `cases.${format}` },
      query: `spaceId=${copyId}&columns=${columns}`,
    };
    const isFirst = format === 'csv';
    const { ended, refusals } = await importFile(test, upload);
    expect([refusals, ended.refused, ended.changed]).toEqual([[], 0, 0]);
    expect(ended[isFirst ? 'created' : 'unchanged']).toBe(ended.rowCount);
    expect(told(await exported(copyId, 'jsonl'))).toEqual(told(await exported(1, 'jsonl')));
    const before = await written();
    expect((await importFile(test, upload)).ended).toMatchObject({ created: 0, changed: 0, refused: 0 });
    expect(await written()).toEqual(before);
  });

  it('can be changed by their own export, with the number of each case', async () => {
    const [first] = told(await exported(copyId, 'jsonl'));
    const edited = (await exported(copyId, 'csv')).replace(String(first?.['title']), 'Edited in a spreadsheet');
    const query = `spaceId=${copyId}&columns=${encodeURIComponent('{"id":"id","externalId":null}')}`;
    const { ended } = await importFile(test, { content: edited, query });
    expect(ended).toMatchObject({ created: 0, changed: 1, refused: 0 });
    const { ended: elsewhere, refusals } = await importFile(test, {
      ...{ content: 'id,title\n2304,Not from here\n999999,Nobody', query },
    });
    expect(elsewhere).toMatchObject({ created: 0, changed: 0, refused: 2 });
    expect(refusals[1].problem.code).toBe('CASE_NOT_FOUND');
  });
});
