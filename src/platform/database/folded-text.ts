/** How much of a text is searched, in characters: what follows cannot be found by keyword. */
const MAX_SEARCHED_CHARACTERS = 100_000;

const BEYOND_ASCII = /[^\p{ASCII}]/u;
const ACCENTS = /[\u0300-\u036F]/gu;
/** Putting marks in order takes time with the square of their number; nobody writes so many. */
const TOO_MANY_MARKS = /(\p{M}{20})\p{M}+/gu;

/** The form in which texts are compared, the same on both databases: without case, accents and compatibility forms. */
export const fold = (text: string): string =>
  (BEYOND_ASCII.test(text)
    ? text.replace(TOO_MANY_MARKS, '$1').normalize('NFKD').replace(ACCENTS, '').normalize('NFC')
    : text
  ).toLowerCase();

/** What is searched of a long text, folded. */
export const searchedText = (text: string): string => fold(text.slice(0, MAX_SEARCHED_CHARACTERS));

/** The different words of a keyword, in the form in which they are looked for: one character can stand for several. */
export const wordsOf = (keyword: string): string[] => [...new Set(fold(keyword).split(/\s+/u))].filter(Boolean);
