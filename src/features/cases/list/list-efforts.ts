/** How much is done to find cases with texts before a list goes another way. */
export interface ListEffort {
  /** How many cases with the texts are few enough to look at no others. */
  readonly mostMatches: number;
  /** How many cases are looked through in the order of the list when they are more. */
  readonly mostLookedThrough: number;
}

/** First a little of both, which is enough for most texts and pages, then much. */
export const listEfforts: readonly ListEffort[] = [
  { mostMatches: 2_000, mostLookedThrough: 2_000 },
  { mostMatches: 50_000, mostLookedThrough: 20_000 },
];
