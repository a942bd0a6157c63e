import { DomainError } from '../../kernel/errors.ts';

/** One row of a file, as it arrives. */
export interface TableRow {
  /** The line on which it begins, from 1. */
  readonly line: number;
  /** How much of the file has been read when it has been read, in bytes. */
  readonly bytesRead: number;
  /** What its cells are called; the same list for all rows of a table with one heading. */
  readonly columns: readonly string[];
  readonly cells: readonly unknown[];
  /** What keeps it from being read, while those after it can be. */
  readonly problem?: string;
}

/** The longest row that is read, in bytes: of a CSV file with its quotes, of JSON lines with its escapes. */
export const MAX_ROW_BYTES = 8 * 1024 * 1024;

/** The most columns that a row may have. */
export const MAX_COLUMNS = 500;

/** The longest name of a column, in characters. */
export const MAX_NAME_LENGTH = 200;

/** The refusal of a file that cannot be read from this line on. */
export const unreadable = (line: number, problem: string): DomainError =>
  new DomainError('FILE_UNREADABLE', {
    message: `The file cannot be read from line ${line} on: ${problem}.`,
    details: { line },
  });
