const BEYOND_ASCII = /[^\p{ASCII}]/u;
const ACCENTS = /[\u0300-\u036F]/gu;
/** Putting marks in order takes time with the square of their number; nobody writes so many. */
const TOO_MANY_MARKS = /(\p{M}{20})\p{M}+/gu;

/** The form in which texts are compared, the same on both databases: without case, accents and compatibility forms. */
export const foldText = (text: string): string =>
  (BEYOND_ASCII.test(text)
    ? text.replace(TOO_MANY_MARKS, '$1').normalize('NFKD').replace(ACCENTS, '').normalize('NFC')
    : text
  ).toLowerCase();
