import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { invalidField } from '../../kernel/errors.ts';

/** What a cell can have: texts are never taken for formulas, instants become dates. */
export type XlsxCell = string | number | boolean | Date | null;

/** The most rows of a sheet, and the longest text of a cell. Source: Microsoft, Excel specifications and limits. */
const MAX_ROWS = 1_048_576;
const MAX_TEXT_LENGTH = 32_767;

const CUT = ' … (cut: a cell has no room for more)';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Everything but the sheet. Source: ECMA-376 part 1, sections 8, 12 and 18. */
const parts: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/xl/workbook.xml" ContentType="${CONTENT}.sheet.main+xml"/>
<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${CONTENT}.worksheet+xml"/>
<Override PartName="/xl/styles.xml" ContentType="${CONTENT}.styles+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships">
<Relationship Id="r1" Type="${RELATIONSHIPS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}">
<sheets><sheet name="Cases" sheetId="1" r:id="r1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships">
<Relationship Id="r1" Type="${RELATIONSHIPS}/worksheet" Target="worksheets/sheet1.xml"/>
<Relationship Id="r2" Type="${RELATIONSHIPS}/styles" Target="styles.xml"/></Relationships>`,
  // Formats of cells: 0 as usual, 1 dates, 2 headings.
  'xl/styles.xml': `<styleSheet xmlns="${MAIN}">
<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts>
<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>
<cellXfs count="3"><xf xfId="0"/><xf xfId="0" numFmtId="164" applyNumberFormat="1"/>
<xf xfId="0" fontId="1" applyFont="1"/></cellXfs></styleSheet>`,
};

const SHEET_START = `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">
<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>`;
const SHEET_END = '</sheetData></worksheet>';

/**
 * A workbook with one sheet, piece by piece as the rows arrive, the headings in bold and in sight. Source: ECMA-376.
 * Throws FIELDS_INVALID on the way when there are more rows than a sheet may have.
 */
export async function* xlsxOf(
  headings: readonly string[],
  rows: AsyncIterable<readonly (readonly XlsxCell[])[]>,
): AsyncGenerator<Buffer> {
  const zip = new ZipFile();
  for (const [name, xml] of Object.entries(parts)) zip.addBuffer(Buffer.from(`${HEAD}${xml}`), name);
  const sheet = Readable.from(sheetOf(headings, rows), { objectMode: false });
  const output = zip.outputStream as Readable;
  sheet.on('error', (error) => output.destroy(error));
  zip.addReadStream(sheet, 'xl/worksheets/sheet1.xml');
  zip.end();
  try {
    yield* output as AsyncIterable<Buffer>;
  } finally {
    sheet.destroy();
  }
}

async function* sheetOf(
  headings: readonly string[],
  portions: AsyncIterable<readonly (readonly XlsxCell[])[]>,
): AsyncGenerator<string> {
  yield `${SHEET_START}<row>${headings.map((heading) => textCell(heading, ' s="2"')).join('')}</row>`;
  let rows = 1;
  for await (const portion of portions) {
    rows += portion.length;
    if (rows > MAX_ROWS) throw invalidField('format', `must be csv or jsonl for more than ${MAX_ROWS - 1} cases`);
    yield portion.map((cells) => `<row>${cells.map(cellOf).join('')}</row>`).join('');
  }
  yield SHEET_END;
}

const MS_PER_DAY = 24 * 60 * 60 * 1_000;
/** The number of 1970-01-01 as spreadsheets count days. */
const EPOCH_DAY = 25_569;

const cellOf = (cell: XlsxCell): string => {
  if (cell === null || cell === '') return '<c/>';
  if (typeof cell === 'string') return textCell(cell);
  if (typeof cell === 'boolean') return `<c t="b"><v>${Number(cell)}</v></c>`;
  if (typeof cell === 'number') return `<c><v>${cell}</v></c>`;
  return `<c s="1"><v>${cell.getTime() / MS_PER_DAY + EPOCH_DAY}</v></c>`;
};

const textCell = (text: string, style = ''): string =>
  `<c t="inlineStr"${style}><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`;

const NEEDS_CARE = /[&<>\uFFFE\uFFFF\r]|[^\P{Cc}\t\n]|_x[0-9A-Fa-f]{4}_/u;
/** What XML cannot have at all. Source: XML 1.0 section 2.2. */
const FORBIDDEN = /[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu;
/** What spreadsheets would read as a character by its number. Source: ECMA-376 part 1, section 22.9.2.19. */
const LOOKS_ESCAPED = /_(?=x[0-9A-Fa-f]{4}_)/gu;

const xmlText = (text: string): string => {
  const short = text.length > MAX_TEXT_LENGTH ? `${text.slice(0, MAX_TEXT_LENGTH - CUT.length)}${CUT}` : text;
  const whole = short.toWellFormed();
  if (!NEEDS_CARE.test(whole)) return whole;
  return whole
    .replaceAll(FORBIDDEN, '')
    .replaceAll(LOOKS_ESCAPED, '_x005F_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
};
