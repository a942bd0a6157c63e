import { type FieldProblem, invalidField, refuseInvalidFields } from '../../../kernel/errors.ts';
import { fold } from '../../../platform/database/folded-text.ts';
import type { CaseChanges } from '../case.ts';
import { distinctTags, MAX_TAGS, usableTag } from '../normalize-changes.ts';

/** Tags that each case gets or loses, whatever others it has. */
export interface Tagging {
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

/** The tags in the form in which they are kept, each once in whatever spelling. Throws FIELDS_INVALID. */
export const normalizeTagging = (changes: CaseChanges, { add, remove }: Tagging): Tagging => {
  refuseInvalidFields([...problemsOf('addTags', add, changes), ...problemsOf('removeTags', remove, changes)]);
  const added = eachOnce(add.map((tag) => usableTag('addTags', tag)));
  const removed = eachOnce(remove.map((tag) => usableTag('removeTags', tag)));
  const isAdded = new Set(added.map(fold));
  const both = removed.find((tag) => isAdded.has(fold(tag)));
  if (both !== undefined) throw invalidField('removeTags', `must not name what is added: "${both}"`);
  return { add: added, remove: removed };
};

const problemsOf = (field: string, tags: readonly string[], changes: CaseChanges): FieldProblem[] => {
  if (tags.length === 0) return [];
  if (changes.tags !== undefined) return [{ field, problem: 'must not stand beside tags, which replaces all of them' }];
  return tags.length > MAX_TAGS ? [{ field, problem: `must have at most ${MAX_TAGS} tags` }] : [];
};

/**
 * The tags of a case afterwards, the new ones last. What it has in another spelling it has already. Throws
 * FIELDS_INVALID when it would have more than a case can have.
 */
export const tagged = (tags: readonly string[], { add, remove }: Tagging): readonly string[] => {
  const goes = new Set(remove.map(fold));
  const kept = tags.filter((tag) => !goes.has(fold(tag)));
  const isThere = new Set(kept.map(fold));
  const added = add.filter((tag) => !isThere.has(fold(tag)));
  if (added.length === 0) return kept;
  const count = kept.length + added.length;
  if (count > MAX_TAGS) {
    throw invalidField('addTags', `must leave the case with at most ${MAX_TAGS} tags: it would have ${count}`);
  }
  return distinctTags([...kept, ...added]);
};

const eachOnce = (tags: readonly string[]): string[] => {
  const spellings = tags.map(fold);
  return tags.filter((tag, index) => spellings.indexOf(fold(tag)) === index);
};
