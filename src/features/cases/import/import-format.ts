import { readCsv } from '../../../platform/tables/read-csv.ts';
import { readJsonLines } from '../../../platform/tables/read-json-lines.ts';
import type { TableRow } from '../../../platform/tables/table-row.ts';
import type { ImportFormat } from './import.ts';

const readers: Readonly<Record<ImportFormat, (content: AsyncIterable<Buffer>) => AsyncGenerator<TableRow>>> = {
  csv: readCsv,
  jsonl: readJsonLines,
};

/** The rows of a file. Throws FILE_UNREADABLE while they are read. */
export const readRows = (format: ImportFormat, content: AsyncIterable<Buffer>): AsyncGenerator<TableRow> =>
  readers[format](content);

/** What a file of this name probably is. */
export const formatOf = (fileName: string): ImportFormat => (/\.(?:jsonl|ndjson)$/iu.test(fileName) ? 'jsonl' : 'csv');
