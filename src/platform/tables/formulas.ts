/** What makes spreadsheets take a text for a formula, behind apostrophes that say it is none. Source: OWASP, CSV injection. */
const ESCAPED = /^'+[=+\-@\t\r＝＋－＠]/u;

/** A text that looks as if it had been kept from being a formula gets one apostrophe more: so each reads back as it was. */
export const escapeEscaped = (text: string): string => (ESCAPED.test(text) ? `'${text}` : text);

/** The text without the apostrophe that kept it from being a formula. */
export const unescapeFormula = (text: string): string =>
  text.startsWith("'") && ESCAPED.test(text) ? text.slice(1) : text;
