import { Readable } from 'node:stream';
import { type CsvError, parse } from 'csv-parse';
import { DomainError } from '../../kernel/errors.ts';
import { unescapeFormula } from './formulas.ts';
import { MAX_COLUMNS, MAX_ROW_BYTES, type TableRow, unreadable } from './table-row.ts';
import { checkedUtf8 } from './utf8.ts';

interface ParsedRecord {
  readonly record: readonly string[];
  readonly info: { readonly lines: number; readonly bytes: number };
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
  const parser = parse({
    ...{ bom: true, info: true, relax_column_count: true, skip_empty_lines: true, delimiter: separator },
    max_record_size: MAX_ROW_BYTES,
  });
  const source = Readable.from(whole);
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  let columns: readonly string[] | undefined;
  let line = 1;
  try {
    for await (const { record, info } of parser as AsyncIterable<ParsedRecord>) {
      if (columns === undefined) columns = headingsOf(record);
      else yield rowOf({ record, info }, columns, line);
      line = info.lines + 1;
    }
  } catch (error) {
    throw explained(error as CsvError, line);
  } finally {
    source.destroy();
  }
}

const rowOf = ({ record, info }: ParsedRecord, columns: readonly string[], line: number): TableRow => {
  const row = { line, bytesRead: info.bytes, columns, cells: record.map(unescapeFormula) };
  if (record.length === columns.length) return row;
  return { ...row, problem: `must have ${columns.length} cells, as the first line: it has ${record.length}` };
};

const headingsOf = (record: readonly string[]): string[] => {
  const columns = record.map((heading) => heading.trim());
  if (columns.length > MAX_COLUMNS) throw unreadable(1, `it has more than ${MAX_COLUMNS} columns`);
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

const explained = (error: CsvError, line: number): unknown => {
  const explanation = explanations[error.code];
  return explanation === undefined || error instanceof DomainError ? error : unreadable(line, explanation);
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
