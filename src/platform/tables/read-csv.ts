import { Readable } from 'node:stream';
import { type CsvError, parse } from 'csv-parse';
import { unescapeFormula } from './formulas.ts';
import { MAX_COLUMNS, MAX_NAME_LENGTH, MAX_ROW_BYTES, type TableRow, unreadable } from './table-row.ts';
import { checkedUtf8 } from './utf8.ts';

interface ParsedRecord {
  readonly record: readonly string[];
  readonly info: { readonly lines: number; readonly bytes: number; readonly records: number };
}

/** The separators that are found out by themselves: comma, semicolon (what Excel writes in much of Europe), tab. */
const SEPARATORS = [',', ';', '\t'] as const;

/**
 * The rows of a CSV file (RFC 4180) in UTF-8, with or without a byte order mark, under the headings of its first line.
 * Empty lines are passed over. A row with another number of cells has a problem. Throws FILE_UNREADABLE where quotes
 * leave open what belongs to which cell, while it is read.
 */
export async function* readCsv(content: AsyncIterable<Buffer>): AsyncGenerator<TableRow> {
  const { separator, whole } = await separatorOf(checkedUtf8(content));
  const source = Readable.from(whole);
  const { parser, broken } = parserFor(separator);
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  let columns: readonly string[] | undefined;
  const lines = new LineCount();
  try {
    for await (const { record, info } of parser as AsyncIterable<ParsedRecord>) {
      if (info.records > (broken()?.afterRecord ?? info.records)) break;
      const line = lines.firstOf(record, info.lines);
      if (columns === undefined) columns = headingsOf(record);
      else yield rowOf({ record, info }, columns, line);
    }
  } finally {
    source.destroy();
  }
  const error = broken()?.error;
  if (error !== undefined) throw unreadable(lines.next, explanations[error.code] ?? error.message);
}

const LINE_BREAK = /\r\n|\r|\n/gu;

/** On which lines of the file records begin. */
class LineCount {
  /** The line after the last record. */
  next = 1;
  /** How many line breaks of two characters were in cells: the parser counts each of them twice. */
  #countedTwice = 0;

  /** The first line of a record that ends on this line, as the parser counts. */
  firstOf(record: readonly string[], counted: number): number {
    const breaks = record.flatMap((cell) => (/[\r\n]/u.test(cell) ? (cell.match(LINE_BREAK) ?? []) : []));
    this.#countedTwice += breaks.filter((each) => each.length > 1).length;
    const last = counted - this.#countedTwice;
    this.next = last + 1;
    return last - breaks.length;
  }
}

/**
 * A parser that goes on where it finds an error, and tells of the first one: otherwise it would take back the rows before
 * it that nobody has asked for yet.
 */
const parserFor = (separator: string) => {
  let broken: { readonly error: CsvError; readonly afterRecord: number } | undefined;
  const parser = parse({
    ...{ bom: true, info: true, relax_column_count: true, skip_empty_lines: true, delimiter: separator },
    ...{ max_record_size: MAX_ROW_BYTES, skip_records_with_error: true },
  });
  parser.on('skip', (error: CsvError) => {
    broken ??= { error, afterRecord: parser.info.records };
  });
  return { parser, broken: () => broken };
};

const rowOf = ({ record, info }: ParsedRecord, columns: readonly string[], line: number): TableRow => {
  const row = { line, bytesRead: info.bytes, columns, cells: record.map(unescapeFormula) };
  if (record.length === columns.length) return row;
  return { ...row, problem: `must have ${columns.length} cells, as the first line: it has ${record.length}` };
};

const headingsOf = (record: readonly string[]): string[] => {
  const columns = record.map((heading) => heading.trim());
  if (columns.length > MAX_COLUMNS) throw unreadable(1, `it has more than ${MAX_COLUMNS} columns`);
  const long = columns.find((heading) => heading.length > MAX_NAME_LENGTH);
  if (long !== undefined) throw unreadable(1, `"${long.slice(0, 30)}…" has more than ${MAX_NAME_LENGTH} characters`);
  const named = columns.filter((heading) => heading !== '');
  const twice = named.find((heading, index) => named.indexOf(heading) !== index);
  if (twice !== undefined) throw unreadable(1, `it has two columns that are called "${twice.slice(0, 100)}"`);
  return columns;
};

const explanations: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quoted cell has no end',
  CSV_INVALID_CLOSING_QUOTE: 'a quoted cell goes on behind its last quote (quotes inside of a cell must be doubled)',
  INVALID_OPENING_QUOTE: 'there is a quote inside of a cell that does not begin with one',
  CSV_MAX_RECORD_SIZE: `a row has more than ${MAX_ROW_BYTES / 1024 / 1024} MiB: is a quote missing at its end?`,
};

/** The separator that the first line has most of, outside of quotes; the content again, with what was looked at. */
const separatorOf = async (content: AsyncGenerator<Buffer>) => {
  const first = await content.next();
  const start = first.done === true ? Buffer.alloc(0) : first.value;
  const [heading = ''] = start.toString('utf8').split(/[\r\n]/u, 1);
  const bare = heading.replaceAll(/"[^"]*"/gu, '');
  const counts = SEPARATORS.map((separator) => bare.split(separator).length);
  const separator = SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ',';
  async function* whole(): AsyncGenerator<Buffer> {
    yield start;
    yield* content;
  }
  return { separator, whole: whole() };
};
