/** A tag as it is used in a space. */
export interface Tag {
  /** In the spelling that most cases have. */
  readonly name: string;
  /** How many cases have it, in whatever spelling; those in the bin do not count. */
  readonly caseCount: number;
}

/** Cases with one spelling of a tag. */
export interface SpelledTag {
  readonly foldedName: string;
  readonly name: string;
  readonly count: number;
}

/** Tags from their spellings, in the order of the first one of each. */
export const tagsOf = (spelled: readonly SpelledTag[]): Tag[] => {
  const groups = Map.groupBy(spelled, ({ foldedName }) => foldedName);
  return [...groups.values()].map((spellings) => ({
    name: spellings.reduce((usual, each) => (each.count > usual.count ? each : usual)).name,
    caseCount: spellings.reduce((sum, { count }) => sum + count, 0),
  }));
};
