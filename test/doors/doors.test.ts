import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseChanges } from '../../src/features/cases/case.ts';
import { createCase } from '../../src/features/cases/create-case.ts';
import { type Update, updates } from '../support/case-model.ts';
import { dialects, startTestApp, type TestApp } from '../support/test-app.ts';
import { bulkChanges, bulkJobs } from './bulk-changes.ts';
import { caseChanges, propertyChanges, update } from './case-changes.ts';
import type { Change } from './change.ts';
import { commandLine } from './command-line.ts';
import { configurationChanges } from './configuration-changes.ts';
import type { Door } from './door.ts';
import { imports } from './imports.ts';
import { newApi } from './new-api.ts';
import { oldApi, xmlServices } from './old-api.ts';
import { peopleChanges } from './people-changes.ts';
import { type Traces, type WatchedApp, watch } from './traces.ts';

/*
 * Whichever way a change comes in, it leaves the same: history, events, what feeds show, who is told, and what webhooks send. A new door is one
 * line in `doorsOf`, a new kind of change one line in `Abilities` and one in a list of changes.
 */

const GENERATED_UPDATES = 15;
const changes = [...caseChanges, ...configurationChanges, ...peopleChanges];

/** One line each. */
const doorsOf = (testApp: TestApp): Door[] => [
  oldApi(testApp),
  xmlServices(testApp),
  newApi(testApp),
  bulkChanges(testApp),
  bulkJobs(testApp),
  imports(testApp),
  commandLine(testApp),
];

/** What the change leaves, by the doors that can make it. */
const leftThroughEach = async (testApp: WatchedApp, change: Change): Promise<Map<string, Traces>> => {
  const left = new Map<string, Traces>();
  for (const door of doorsOf(testApp)) {
    if (door.can[change.ability] !== undefined) left.set(door.title, await change.makeThrough(testApp, door));
  }
  return left;
};

const expectEqual = (left: ReadonlyMap<string, Traces>): Traces => {
  const [[firstDoor, first], ...others] = [...left] as [[string, Traces], ...[string, Traces][]];
  expect(others.length, 'there must be another door to compare with').toBeGreaterThan(0);
  for (const [door, traces] of others) expect(traces, `${door}, compared with ${firstDoor}`).toEqual(first);
  return first;
};

describe.each(dialects)('on %s, the same is left through every door by whoever', (dialect) => {
  let test: WatchedApp;

  beforeAll(async () => {
    test = await watch(await startTestApp(dialect, { settings: { webhooksAllowPrivate: true } }));
  });

  afterAll(() => test.close());

  it.each(changes.map((each) => [each.name, each] as const))('%s', async (_, each) => {
    const { outcome, history, events, activities, notifications, deliveries } = expectEqual(
      await leftThroughEach(test, each),
    );
    if (each.leavesNothing)
      expect([history, events, activities, notifications, deliveries]).toEqual([[], [], [], [], []]);
    else expect([outcome, events.length > 0, deliveries.length]).toEqual(['done', true, events.length]);
  });

  it('makes any update of a case', async () => {
    const outcomes: string[] = [];
    const property = fc.asyncProperty(updates.map(meantBy).filter(namesAny), async (generated) => {
      outcomes.push(expectEqual(await leftThroughEach(test, update(generated))).outcome);
    });
    await fc.assert(property, { numRuns: GENERATED_UPDATES });
    expect(outcomes).toContain('done');
  });

  it('changes any property that a case is created with, except who reported it', async () => {
    const properties = { title: 'Every property', spaceId: 1, projectId: 1, reporterId: 1 };
    const caseId = await createCase(test.operator, { properties });
    const rows = await test.rows(`select property from case_history where case_id = ${caseId}`);
    const changeable = rows.map(({ property }) => property).filter((property) => property !== 'reporterId');
    expect(Object.keys(propertyChanges).sort()).toEqual(changeable.sort());
    for (const [property, values] of Object.entries(propertyChanges)) {
      expect(values.length, property).toBeGreaterThan(0);
      for (const value of values) expect(Object.keys(value)).toEqual([property]);
    }
  });

  it('does anything else that more than one door can do', () => {
    const abilities = doorsOf(test).flatMap(({ can }) => Object.keys(can));
    expect([...new Set(changes.map(({ ability }) => ability))].sort()).toEqual([...new Set(abilities)].sort());
  });
});

const list = (csv: string): string[] => csv.split(',').filter((item) => item.trim() !== '');
const optional = (id: number): number | null => (id === 0 ? null : id);

/** What a client of the old API means by an update: 0 is none where there may be none, and otherwise "leave it". */
const meantBy = (sent: Update): CaseChanges => ({
  ...(sent.IssueTitle === undefined ? {} : { title: sent.IssueTitle }),
  ...(sent.IssueDescription === undefined ? {} : { description: sent.IssueDescription }),
  ...(sent.SpaceID ? { spaceId: sent.SpaceID } : {}),
  ...(sent.ProjectID ? { projectId: sent.ProjectID } : {}),
  ...(sent.ProjectSectionID === undefined ? {} : { sectionId: optional(sent.ProjectSectionID) }),
  ...(sent.MilestoneID === undefined ? {} : { milestoneId: optional(sent.MilestoneID) }),
  ...(sent.IssueStatusID ? { statusId: sent.IssueStatusID } : {}),
  ...(sent.IssuePriorityID ? { priorityId: sent.IssuePriorityID } : {}),
  ...(sent.AssignedToUserID === undefined ? {} : { assigneeId: optional(sent.AssignedToUserID) }),
  ...(sent.TagsCSV === undefined ? {} : { tags: list(sent.TagsCSV) }),
  ...(sent.RecipientUserIDCSV === undefined ? {} : { recipientIds: list(sent.RecipientUserIDCSV).map(Number) }),
});

const namesAny = (changes: CaseChanges): boolean => Object.keys(changes).length > 0;
