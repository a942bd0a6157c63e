/** A text of somebody's in a sentence, which turns neither the sentence nor itself round. Source: Unicode UAX #9. */
export const isolated = (text: string): string => `\u2068${text}\u2069`;
