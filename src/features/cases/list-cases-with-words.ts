import { setImmediate as nextTurn } from 'node:timers/promises';
import { itemsBefore } from '../../kernel/page.ts';
import type { Context } from '../../platform/context.ts';
import { findAllMatching } from '../search/find-all-matching.ts';
import { havingWords } from '../search/having-words.ts';
import type { Case } from './case.ts';
import type { SelectCases } from './list-cases.store.ts';
import { selectCasesAmong } from './list-cases-among.store.ts';
import { listPage } from './list-page.ts';

/** How many cases are looked through at once, and how many at the most for one page. */
const LOOKED_THROUGH_AT_ONCE = 100;
const MAX_LOOKED_THROUGH = 100_000;

type WithWords = SelectCases & { readonly words: readonly string[] };

/**
 * One page of the cases that have all the words and fulfil the conditions: of a rare word, those that the index has; of
 * a common one, what comes first in the order of the list. Source: docs/adr/0012-search.md.
 */
export const listCasesWithWords = async (ctx: Context, { words, ...select }: WithWords): Promise<Case[]> => {
  const ids = await findAllMatching(ctx, { words, spaceIds: select.spaceIds });
  return ids === undefined ? lookThrough(ctx, { words, ...select }) : selectCasesAmong(ctx.db, { ...select, ids });
};

const lookThrough = async (ctx: Context, { page, ...select }: WithWords): Promise<Case[]> => {
  // A case that has just moved up may come again.
  const found = new Map<number, Case>();
  const wanted = itemsBefore(page) + page.length;
  for await (const some of matchesInOrder(ctx, select)) {
    for (const each of some) {
      if (!found.has(each.id)) found.set(each.id, found.size < itemsBefore(page) ? skipped : each);
    }
    if (found.size >= wanted) break;
  }
  return [...found.values()].slice(itemsBefore(page), wanted);
};

/** Stands for a case before the page: only their number counts. */
const skipped = {} as Case;

const matchesInOrder = async function* (
  ctx: Context,
  { words, ...select }: Omit<WithWords, 'page'>,
): AsyncGenerator<readonly Case[]> {
  for (let number = 1; number <= MAX_LOOKED_THROUGH / LOOKED_THROUGH_AT_ONCE; number += 1) {
    const some = await listPage(ctx, { ...select, page: { number, length: LOOKED_THROUGH_AT_ONCE } });
    yield await havingWords(ctx, some, words);
    if (some.length < LOOKED_THROUGH_AT_ONCE) return;
    // Others wait meanwhile.
    await nextTurn();
  }
};
