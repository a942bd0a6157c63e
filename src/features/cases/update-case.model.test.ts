import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applyUpdate, type CaseModel, type Update, updates, values } from '../../../test/support/case-model.ts';
import { newCase } from '../../../test/support/cases.ts';
import { supportCase } from '../../../test/support/property-table.ts';
import { putCase, readCase } from '../../../test/support/requests.ts';
import { dialects, startTestApp, type TestApp } from '../../../test/support/test-app.ts';
import { buildApp } from '../../app/build-app.ts';
import { openPlatform } from '../../app/open-platform.ts';
import type { Platform } from '../../platform/context.ts';
import { createMetrics } from '../../platform/http/metrics.ts';
import { createLog } from '../../platform/log.ts';
import { getCase } from './get-case.ts';

const RUNS = { sqlite: 200, postgres: 80 } as const;

const begin: CaseModel = { ...supportCase, IssueTitle: 'Begin' };

describe.each(dialects)('updates on %s', (dialect) => {
  let testApp: TestApp;
  let secondPlatform: Platform | undefined;
  /** Where the two writers send: on PostgreSQL to two servers that share the database. */
  let writers: readonly TestApp[];
  beforeAll(async () => {
    testApp = await startTestApp(dialect);
    writers = [testApp, dialect === 'postgres' ? { ...testApp, app: await secondServer() } : testApp];
  });
  afterAll(async () => {
    if (secondPlatform !== undefined) await writers[1]?.app.close();
    await secondPlatform?.database.close();
    await testApp.close();
  });

  const secondServer = async (): Promise<FastifyInstance> => {
    secondPlatform = await openPlatform({ settings: testApp.settings, durable: false });
    return buildApp({ platform: secondPlatform, metrics: createMetrics(), log: createLog('silent') });
  };
  const count = { refused: 0, accepted: 0 };
  const runs = (share = 1) => ({ numRuns: Math.ceil(RUNS[dialect] * share), endOnFailure: true });

  /** The history from its first entry on, applied to nothing; every entry has to begin where the one before ended. */
  const replay = async (caseId: number) => {
    const state: Record<string, unknown> = {};
    let revision = 0;
    const rows = await testApp.rows(
      `select property, old_value, new_value, revision from case_history where case_id = ${caseId} order by id`,
    );
    for (const row of rows) {
      const property = String(row['property']);
      expect(JSON.parse(String(row['old_value']))).toEqual(state[property] ?? null);
      state[property] = JSON.parse(String(row['new_value']));
      expect(Number(row['revision']) - revision).toBeLessThanOrEqual(1);
      revision = Number(row['revision']);
    }
    return { ...state, revision };
  };
  const expectHistoryOf = async (caseId: number): Promise<number> => {
    const current = await getCase(testApp.operator, { caseId });
    const replayed = await replay(caseId);
    expect(current).toEqual({ ...current, ...replayed });
    expect(Object.keys(replayed).length).toBe(14);
    // A move is told to the space that was left as well, in an event without a revision of its own.
    const events = await testApp.rows(
      `select payload from events where case_id = ${caseId} and type <> 'case.left_space' order by id`,
    );
    const revisions = events.map(({ payload }) => JSON.parse(String(payload)).revision as number);
    expect(revisions).toEqual(Array.from({ length: current.revision }, (_, index) => index + 1));
    if (dialect === 'postgres') {
      const [indexed] = await testApp.rows(`select tags from case_search where case_id = ${caseId}`);
      expect(indexed).toEqual({ tags: current.tags.join(' ').toLowerCase() });
    }
    return current.revision;
  };

  /** Sends the updates one after the other, and expects of each what becomes of the plain object. */
  const follow = async (caseId: number, sequence: readonly Update[]) => {
    let model = begin;
    let revision = 1;
    for (const update of sequence) {
      const possible = applyUpdate(model, update);
      const { status } = await putCase(testApp, caseId, update);
      expect([update, status]).toEqual([update, possible === undefined ? 400 : 200]);
      count[possible === undefined ? 'refused' : 'accepted'] += 1;
      const after = possible ?? model;
      if (!isDeepStrictEqual(after, model)) revision += 1;
      model = after;
    }
    return { model, revision };
  };

  it('in any order equal the same changes of a plain object, and the history leads to the case', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(updates, { minLength: 1, maxLength: 10 }), async (sequence) => {
        const caseId = await newCase(testApp, { ...begin });
        const { model, revision } = await follow(caseId, sequence);
        expect(await readCase(testApp, caseId)).toMatchObject(model);
        expect(await expectHistoryOf(caseId)).toBe(revision);
      }),
      runs(),
    );
    expect(Math.min(count.refused, count.accepted)).toBeGreaterThan(RUNS[dialect] / 2);
  });

  const sequenceOf = (update: fc.Arbitrary<Update>): fc.Arbitrary<Update[]> =>
    fc.array(update, { minLength: 1, maxLength: 5 });
  const firstWriter = sequenceOf(
    fc.record({
      IssueTitle: values.IssueTitle.filter((title) => title.trim() !== ''),
      TagsCSV: values.TagsCSV,
      IssueStatusID: fc.integer({ min: 1, max: 6 }),
    }),
  );
  const places = [
    { ProjectID: 2, MilestoneID: 4 },
    { ProjectID: 1, ProjectSectionID: 3 },
    { ProjectID: 1 },
    { ProjectID: 2 },
  ];
  const secondWriter = sequenceOf(
    fc
      .record({
        place: fc.constantFrom<Update>(...places),
        IssueDescription: values.IssueDescription,
        AssignedToUserID: fc.nat({ max: 8 }),
        RecipientUserIDCSV: values.RecipientUserIDCSV,
        IssuePriorityID: fc.integer({ min: 1, max: 4 }),
      })
      .map(({ place, ...update }) => ({ ...place, ...update })),
  );

  it('of two writers on different properties never lose a change', async () => {
    await fc.assert(
      fc.asyncProperty(firstWriter, secondWriter, async (...sequences) => {
        const caseId = await newCase(testApp, { ...begin });
        const write = async (sequence: readonly Update[], index: number) => {
          for (const update of sequence) {
            expect((await putCase(writers[index] ?? testApp, caseId, update)).status).toBe(200);
          }
        };
        await Promise.all(sequences.map(write));
        const model = sequences
          .flat()
          .reduce<CaseModel>((before, update) => applyUpdate(before, update) ?? before, begin);
        expect(await readCase(testApp, caseId)).toMatchObject(model);
        await expectHistoryOf(caseId);
      }),
      runs(0.5),
    );
  });

  it('of many writers on the same properties follow one upon the other', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(updates, { minLength: 5, maxLength: 12 }), async (all) => {
        const caseId = await newCase(testApp, { ...begin });
        const answers = await Promise.all(
          all.map((update, index) => putCase(writers[index % 2] ?? testApp, caseId, update)),
        );
        for (const { status } of answers) expect([200, 400]).toContain(status);
        await expectHistoryOf(caseId);
      }),
      runs(0.25),
    );
  });
});
