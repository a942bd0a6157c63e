import type { Context } from '../../platform/context.ts';
import { fold, searchedText } from '../../platform/database/folded-text.ts';
import type { Case } from '../cases/case.ts';
import { textOfHtml } from '../cases/rich-text.ts';
import { accessOfActor } from '../spaces/space-access.ts';
import { getConfiguration } from '../spaces/space-configuration.ts';
import { selectCommentTexts } from './search.store.ts';

/** What of a case is looked at. */
export type SearchedCase = Pick<
  Case,
  'id' | 'spaceId' | 'title' | 'description' | 'tags' | 'commentCount' | 'internalCommentCount'
>;

/** Those of the cases that have each of the words: in their own texts or in comments that whoever acts may see. */
export const havingWords = async <T extends SearchedCase>(
  ctx: Context,
  cases: readonly T[],
  words: readonly string[],
): Promise<T[]> => {
  const missing = new Map(cases.map((each) => [each.id, wordsMissing(each, words)]));
  const doubtful = cases.filter(({ id }) => (missing.get(id) ?? []).length > 0);
  const comments = await commentsOf(ctx, doubtful, words);
  return cases.filter(({ id }) => isIn(missing.get(id) ?? [], comments.get(id) ?? []));
};

/** The words that the case's own texts do not have. */
export const wordsMissing = ({ title, description, tags }: SearchedCase, words: readonly string[]): string[] => {
  const short = [fold(title), fold(tags.join(' '))];
  const missing = words.filter((word) => !short.some((text) => text.includes(word)));
  if (missing.length === 0) return missing;
  const body = bodyOf(description, words);
  return missing.filter((word) => !body.includes(word));
};

/** The text in which the words are looked for: on one line when one of them is several words. */
const bodyOf = (html: string, words: readonly string[]): string => {
  const text = searchedText(textOfHtml(html));
  return words.some((word) => word.includes(' ')) ? text.replace(/\s+/gu, ' ') : text;
};

const isIn = (words: readonly string[], texts: readonly string[]): boolean =>
  words.every((word) => texts.some((text) => text.includes(word)));

/** The folded texts of the comments that whoever acts may see, by case. */
const commentsOf = async (
  ctx: Context,
  cases: readonly SearchedCase[],
  words: readonly string[],
): Promise<ReadonlyMap<number, string[]>> => {
  const seen = new Map<number, string[]>();
  const discussed = new Map<number, SearchedCase>();
  for (const each of cases) if (each.commentCount + each.internalCommentCount > 0) discussed.set(each.id, each);
  if (discussed.size === 0) return seen;
  for (const { caseId, isInternal, text } of await selectCommentTexts(ctx.db, [...discussed.keys()])) {
    if (isInternal && !(await seesInternal(ctx, discussed.get(caseId)?.spaceId ?? 0))) continue;
    const texts = seen.get(caseId) ?? [];
    texts.push(bodyOf(text, words));
    seen.set(caseId, texts);
  }
  return seen;
};

const seesInternal = async (ctx: Context, spaceId: number): Promise<boolean> =>
  (await accessOfActor(ctx, await getConfiguration(ctx, spaceId)))?.may('InternalComments') === true;
