import { createCase } from '../../src/features/cases/create-case.ts';
import type { Context } from '../../src/platform/context.ts';

/** So many are written in one transaction. */
const PORTION = 500;

/** Creates so many cases in the first space of the example data, and answers with their numbers. */
export const createManyCases = async (ctx: Context, count: number): Promise<number[]> => {
  const caseIds: number[] = [];
  while (caseIds.length < count) {
    await ctx.inTransaction(async (tx) => {
      for (let left = Math.min(PORTION, count - caseIds.length); left > 0; left -= 1) {
        const properties = { title: `One of ${count}`, spaceId: 1, projectId: 1, reporterId: 2, tags: ['before'] };
        caseIds.push(await createCase(tx, { properties }));
      }
    });
  }
  return caseIds;
};
