import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Context } from '../../platform/context.ts';
import { casesWithIds } from '../cases/cases-with-ids.ts';
import { havingWords } from './having-words.ts';

/** How many cases are read in one turn; others wait meanwhile. */
const READ_AT_ONCE = 100;

/** Those of the cases whose texts, or comments that whoever acts may see, have each of the words. */
export const confirmed = async (ctx: Context, ids: readonly number[], words: readonly string[]): Promise<number[]> => {
  const having: number[] = [];
  for (let start = 0; start < ids.length; start += READ_AT_ONCE) {
    if (start > 0) await nextTurn();
    const cases = await casesWithIds(ctx, { ids: ids.slice(start, start + READ_AT_ONCE) });
    having.push(...(await havingWords(ctx, cases, words)).map(({ id }) => id));
  }
  return having;
};
