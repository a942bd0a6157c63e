import { deepEqual } from 'node:assert/strict';
import { openPlatform } from '../src/app/open-platform.ts';
import { getCase } from '../src/features/cases/get-case.ts';
import { listCases } from '../src/features/cases/list/list-cases.ts';
import { updateCase } from '../src/features/cases/update-case.ts';
import { Context } from '../src/platform/context.ts';
import { oneLine, recording } from './recording.ts';
import { PAGE_LENGTH, postgresStatements, sqliteStatements } from './statements.ts';
import type { DatabaseSettings } from './test-bed.ts';

const actor = { userId: 1, keyId: 1, door: 'communifire' } as const;

/** Throws when the program sends other statements than `statements.ts` says. */
export const verifyStatements = async (settings: DatabaseSettings): Promise<void> => {
  const platform = await openPlatform({ settings });
  try {
    const sent: string[] = [];
    const ctx = new Context(
      recording(platform, (sql) => sent.push(oneLine(sql))),
      actor,
    );
    const work = async (round: number): Promise<void> => {
      await updateCase(ctx, { caseId: 1, changes: { title: `Title ${round}`, description: `Description ${round}` } });
      await getCase(ctx, { caseId: 1 });
      const sort = { field: 'updatedAt', direction: 'desc' } as const;
      await listCases(ctx, { filter: { statusId: 1 }, sort, page: { number: 1, length: PAGE_LENGTH } });
    };
    // The first round also loads what is then remembered.
    await work(1);
    await platform.database.caseOrder.whenBuilt();
    sent.length = 0;
    await work(2);
    const known = platform.database.dialect === 'sqlite' ? sqliteStatements : postgresStatements;
    const expected = [
      ...(known.lockCase === '' ? [] : [known.lockCase]),
      ...[known.selectCase, known.updateCase, known.indexCase],
      ...[known.insertTwoHistoryEntries, known.insertEvent, known.selectCase, known.selectCases],
    ].map(oneLine);
    deepEqual(sent, expected, 'The program sends other statements than bench/statements.ts.');
  } finally {
    await platform.database.close();
  }
};
