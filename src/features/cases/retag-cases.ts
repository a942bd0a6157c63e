import type { Context } from '../../platform/context.ts';
import { fold } from '../../platform/database/folded-text.ts';
import { type Case, isSame } from './case.ts';
import { countSpelledOtherwise, selectTaggedCaseIds } from './retag-cases.store.ts';
import { rewriteCases } from './rewrite-cases.ts';

interface Retagging {
  readonly spaceId: number;
  /** The tag that goes, in whatever spelling. */
  readonly tag: string;
  /** The tag that cases get instead, in the form in which it is kept; undefined for none. */
  readonly instead: string | undefined;
}

interface RetagCases extends Retagging {
  /** Throws when the changes are not allowed, or not any more; asked in every transaction. */
  readonly require: (tx: Context) => Promise<void>;
  /** What else belongs to the last transaction. */
  readonly conclude: (tx: Context, changed: number) => Promise<void>;
}

/**
 * Gives all cases of a space that have a tag another one, or takes it from them, as `rewriteCases` does: also those in
 * the bin. Cases that have both keep one, where the first of them stands. Answers how many it changed.
 */
export const retagCases = (ctx: Context, { spaceId, tag, instead, require, conclude }: RetagCases): Promise<number> => {
  const foldedName = fold(tag);
  const change = (found: Case) => {
    const tags = retagged(found.tags, foldedName, instead);
    return found.spaceId !== spaceId || isSame(tags, found.tags) ? undefined : { tags };
  };
  return rewriteCases(ctx, {
    require,
    select: (tx, batch) => selectTaggedCaseIds(tx.db, { spaceId, foldedName, ...batch }),
    change,
    conclude,
  });
};

/** How many cases that would change. */
export const countRetagged = (ctx: Context, { spaceId, tag, instead }: Retagging): Promise<number> =>
  countSpelledOtherwise(ctx.db, { spaceId, foldedName: fold(tag), spelling: instead });

const retagged = (tags: readonly string[], foldedName: string, instead: string | undefined): string[] => {
  const goes = new Set([foldedName, ...(instead === undefined ? [] : [fold(instead)])]);
  const place = tags.findIndex((tag) => goes.has(fold(tag)));
  return tags.flatMap((tag, index) => {
    if (!goes.has(fold(tag))) return [tag];
    return instead !== undefined && index === place ? [instead] : [];
  });
};
