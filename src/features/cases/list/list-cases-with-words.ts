import { setImmediate as nextTurn } from 'node:timers/promises';
import { itemsBefore } from '../../../kernel/page.ts';
import type { Context } from '../../../platform/context.ts';
import { findAllMatching } from '../../search/find-all-matching.ts';
import { havingWords } from '../../search/having-words.ts';
import type { Case } from '../case.ts';
import type { SelectCases } from './list-cases.store.ts';
import { selectCasesAmong } from './list-cases-among.store.ts';
import { listEfforts } from './list-efforts.ts';
import { listPage } from './list-page.ts';
import { findInMemory, isFew } from './lists-from-memory.ts';
import { readFound } from './read-found.ts';

const LOOKED_THROUGH_AT_ONCE = 100;

type WithWords = SelectCases & { readonly words: readonly string[] };

/**
 * One page of the cases that have all the words and fulfil the conditions: of a rare word, those that the index has; of
 * a common one, what comes first in the order of the list. Source: docs/adr/0012-search.md.
 */
export const listCasesWithWords = async (ctx: Context, { words, ...select }: WithWords): Promise<Case[]> => {
  let found: readonly Case[] = [];
  for (const { mostMatches, mostLookedThrough } of listEfforts) {
    const ids = await findAllMatching(ctx, { words, spaceIds: select.spaceIds, most: mostMatches });
    if (ids !== undefined) return listAmong(ctx, { ...select, ids });
    found = await lookThrough(ctx, { words, ...select }, mostLookedThrough);
    if (found.length === select.page.length) break;
  }
  return [...found];
};

const listAmong = async (ctx: Context, select: SelectCases & { readonly ids: readonly number[] }): Promise<Case[]> => {
  // To find a few in memory, all of it would have to be gone through.
  const known = isFew(select.ids) ? undefined : await findInMemory(ctx, select);
  if (known === undefined) return selectCasesAmong(ctx.db, select);
  return readFound(ctx, { ids: known, spaceIds: select.spaceIds });
};

const lookThrough = async (ctx: Context, { page, ...select }: WithWords, most: number): Promise<Case[]> => {
  // A case that has just moved up may come again.
  const found = new Map<number, Case>();
  const wanted = itemsBefore(page) + page.length;
  for await (const some of matchesInOrder(ctx, select, most)) {
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
  most: number,
): AsyncGenerator<readonly Case[]> {
  for (let number = 1; number <= most / LOOKED_THROUGH_AT_ONCE; number += 1) {
    const some = await listPage(ctx, { ...select, page: { number, length: LOOKED_THROUGH_AT_ONCE } });
    yield await havingWords(ctx, some, words);
    // A page that is not full need not be the last one: cases may have gone out of sight before they were read.
    if (some.length === 0) return;
    // Others wait meanwhile.
    await nextTurn();
  }
};
