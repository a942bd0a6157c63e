import { stringify } from 'csv-stringify/sync';
import { escapeEscaped } from './formulas.ts';

/** What ends a cell for some readers: half a line break, and what separates cells where commas belong to numbers. */
const ENDS_CELLS = /[\r\n;\t]/u;

/**
 * Rows as CSV in UTF-8, each ended by CRLF. Texts that spreadsheets would take for formulas get an apostrophe before them.
 * Source: RFC 4180; OWASP, CSV injection.
 */
export const csvOf = (rows: readonly (readonly unknown[])[]): string =>
  stringify(
    rows.map((cells) => cells.map(plain)),
    { record_delimiter: 'windows', escape_formulas: true, quoted_match: ENDS_CELLS },
  );

/** A text that begins as those that were kept from being formulas reads back as it was, too. */
const plain = (cell: unknown): unknown => (typeof cell === 'string' ? escapeEscaped(cell) : cell);
