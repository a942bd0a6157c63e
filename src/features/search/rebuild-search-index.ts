import type { Context } from '../../platform/context.ts';
import { indexComment, indexDocuments } from '../../platform/database/text-search.ts';
import { textOfHtml } from '../cases/rich-text.ts';
import { selectTextsOfCases, selectTextsOfComments } from './indexed-texts.store.ts';

/** How many texts are read at once. */
const PORTION = 500;

/** Puts the texts of all cases and comments into empty search indexes, as part of the transaction. */
export const rebuildSearchIndex = async (tx: Context): Promise<void> => {
  for await (const { id: caseId, title, description, tagsCsv } of portions((after) =>
    selectTextsOfCases(tx.db, { after, limit: PORTION }),
  )) {
    const tags = (tagsCsv ?? '').replaceAll(',', ' ');
    await indexDocuments(tx.db, [{ caseId, title, body: textOfHtml(description), tags }]);
  }
  for await (const { id: commentId, text } of portions((after) =>
    selectTextsOfComments(tx.db, { after, limit: PORTION }),
  )) {
    await indexComment(tx.db, { commentId, text: textOfHtml(text) });
  }
};

const portions = async function* <Row extends { readonly id: number }>(
  select: (after: number) => Promise<readonly Row[]>,
): AsyncGenerator<Row> {
  let after = 0;
  for (;;) {
    const rows = await select(after);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < PORTION) return;
    after = last.id;
  }
};
