import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvOf } from './csv.ts';
import { readCsv } from './read-csv.ts';
import { readJsonLines } from './read-json-lines.ts';
import type { TableRow } from './table-row.ts';

const PIECE_BYTES = 7;

/** The text in small pieces, which cut through characters. */
async function* piecesOf(content: string | Buffer, size = PIECE_BYTES): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(content as string);
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

const rowsOf = async (rows: AsyncIterable<TableRow>): Promise<TableRow[]> => {
  const all: TableRow[] = [];
  for await (const row of rows) all.push(row);
  return all;
};

describe('CSV', () => {
  it('reads back as it was written, whatever the cells are', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('=1', "'=1", "''@x", '-5', '"', 'a,b\r\n"c"'),
    );
    const tables = fc.array(fc.tuple(text, text), { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(tables, async (cells) => {
        const written = csvOf([['a', 'b'], ...cells.map(([one, other]) => [`x${one}`, other])]);
        const rows = await rowsOf(readCsv(piecesOf(written, 50)));
        expect(rows.map((row) => row.cells)).toEqual(cells.map(([one, other]) => [`x${one}`, other]));
      }),
    );
  });

  it('keeps formulas in their cells for those who separate cells by semicolons or tabs', () => {
    expect(csvOf([['x;=cmd|calc!A0;y', 'x\t=1', "'=1 round"]])).toBe(`"x;=cmd|calc!A0;y","x\t=1",''=1 round\r\n`);
  });

  it('has lines, separators and byte order marks as spreadsheets write them', async () => {
    const rows = await rowsOf(readCsv(piecesOf('\uFEFFName;Größe\r\n"a\r\nb";1\r\n\r\nc;2\r\n', 1_000)));
    expect(rows.map(({ line, cells }) => [line, cells])).toEqual([
      [2, ['a\r\nb', '1']],
      [5, ['c', '2']],
    ]);
    expect(rows[0]?.columns).toEqual(['Name', 'Größe']);
  });

  it('has a problem where a row has another number of cells', async () => {
    const rows = await rowsOf(readCsv(piecesOf('a,b\n1\n1,2\n1,2,3', 1_000)));
    expect(rows.map(({ problem }) => problem !== undefined)).toEqual([true, false, true]);
  });

  it.each([
    ['a quote that is not closed', 'a,b\n1,2\n3,"4\n5,6', 3],
    ['something behind a quote', 'a,b\n1,2\n"3"x,4', 3],
    ['a quote inside of a cell', 'a,b\n1,2\n3,4"5"', 3],
    ['a heading that is a novel', `a,${'b'.repeat(201)}\n1,2`, 1],
    ['two columns of one name', 'a,a\n1,2', 1],
    ['bytes that are no UTF-8', Buffer.from([0x61, 0x0a, 0xe4, 0x0a]), undefined],
    ['UTF-16', Buffer.from('\uFEFFa\n1', 'utf16le'), undefined],
  ])('cannot be read with %s', async (_, content, line) => {
    await expect(rowsOf(readCsv(piecesOf(content, 1_000)))).rejects.toMatchObject({
      code: 'FILE_UNREADABLE',
      details: line === undefined ? {} : { line },
    });
  });

  it('can be read up to where it breaks off', async () => {
    const rows = readCsv(piecesOf('a,b\n1,2\n3,4\n5,"6\n7,8', 1_000));
    expect((await rows.next()).value).toMatchObject({ cells: ['1', '2'] });
    expect((await rows.next()).value).toMatchObject({ cells: ['3', '4'] });
    await expect(rows.next()).rejects.toMatchObject({ details: { line: 4 } });
  });

  it('can have cells of a mebibyte', async () => {
    const long = 'ä'.repeat(512 * 1024);
    const [row] = await rowsOf(readCsv(piecesOf(`a,b\n"${long}",2`, 65_536)));
    expect(row?.cells).toEqual([long, '2']);
  });

  it.each(['', '\uFEFF', 'a,b', 'a,b\n'])('has no rows in %j', async (content) => {
    expect(await rowsOf(readCsv(piecesOf(content, 1_000)))).toEqual([]);
  });
});

describe('JSON lines', () => {
  it('have one object on each line; others have a problem', async () => {
    const rows = await rowsOf(readJsonLines(piecesOf('\uFEFF{"a":"ö"}\r\n\n[1]\n{"a":\n{"b":2}')));
    expect(rows.map(({ line, columns, cells, problem }) => [line, columns, cells, problem])).toEqual([
      [1, ['a'], ['ö'], undefined],
      [3, [], [], 'must be a JSON object'],
      [4, [], [], 'must be a JSON object'],
      [5, ['b'], [2], undefined],
    ]);
  });
});
