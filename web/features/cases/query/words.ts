/** The words of a text, without what stands between them. */
export const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

/** Words as texts that are searched, each for itself: whatever somebody types is no query. */
export const asTexts = (words: readonly string[]): string => words.map((word) => `"${word}"`).join(' ');
