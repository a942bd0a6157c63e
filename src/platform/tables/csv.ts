import { stringify } from 'csv-stringify/sync';
import { escapeEscaped } from './formulas.ts';

/** Half a line break is one to many readers. */
const LINE_BREAK = /[\r\n]/u;

/**
 * Rows as CSV in UTF-8, each ended by CRLF. Texts that spreadsheets would take for formulas get an apostrophe before them.
 * Source: RFC 4180; OWASP, CSV injection.
 */
export const csvOf = (rows: readonly (readonly unknown[])[]): string =>
  stringify(
    rows.map((cells) => cells.map(plain)),
    { record_delimiter: 'windows', escape_formulas: true, quoted_match: LINE_BREAK },
  );

/** A text that begins as those that were kept from being formulas reads back as it was, too. */
const plain = (cell: unknown): unknown => (typeof cell === 'string' ? escapeEscaped(cell) : cell);
