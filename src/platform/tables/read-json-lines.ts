import { StringDecoder } from 'node:string_decoder';
import { parseJson } from '../http/json-text.ts';
import { MAX_COLUMNS, MAX_NAME_LENGTH, MAX_ROW_BYTES, type TableRow, unreadable } from './table-row.ts';
import { checkedUtf8 } from './utf8.ts';

const BYTE_ORDER_MARK = '\uFEFF';

/**
 * The rows of a file that has one JSON object on each line, in UTF-8; empty lines are passed over. A line that is no JSON
 * object has a problem. Throws FILE_UNREADABLE at a line that is too long, while it is read.
 */
export async function* readJsonLines(content: AsyncIterable<Buffer>): AsyncGenerator<TableRow> {
  let [line, bytesRead] = [0, 0];
  for await (const text of linesOf(content)) {
    line += 1;
    bytesRead += Buffer.byteLength(text) + 1;
    const json = line === 1 && text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
    if (json.trim() !== '') yield { line, bytesRead, ...objectOf(json) };
  }
}

/** A position in bytes would cost a look at each character: the decoder keeps what is not whole. */
async function* linesOf(content: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  let line = 1;
  for await (const piece of checkedUtf8(content)) {
    const lines = `${rest}${decoder.write(piece)}`.split('\n');
    rest = lines.pop() ?? '';
    line += lines.length;
    yield* lines;
    if (rest.length > MAX_ROW_BYTES) throw unreadable(line, `the line has more than ${MAX_ROW_BYTES} bytes`);
  }
  if (rest !== '') yield rest;
}

type Content = Pick<TableRow, 'columns' | 'cells' | 'problem'>;

const objectOf = (json: string): Content => {
  try {
    const value: unknown = parseJson(json);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return contentOf(value);
    }
  } catch {
    // Told below, in the same words: where JSON breaks off is of no use to those who look at the line.
  }
  return withProblem('must be a JSON object');
};

const contentOf = (value: object): Content => {
  const columns = Object.keys(value);
  if (columns.length > MAX_COLUMNS) return withProblem(`must have at most ${MAX_COLUMNS} names`);
  const isLong = columns.some((name) => name.length > MAX_NAME_LENGTH);
  if (isLong) return withProblem(`must have names of at most ${MAX_NAME_LENGTH} characters`);
  return { columns, cells: Object.values(value) };
};

const withProblem = (problem: string): Content => ({ columns: [], cells: [], problem });
