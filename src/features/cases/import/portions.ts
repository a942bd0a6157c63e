import type { TableRow } from '../../../platform/tables/table-row.ts';

/**
 * The rows in portions that are carried out together: up to so many, and up to so many bytes of the file. What comes before
 * the place where a file breaks off is handed out before that is told.
 */
export async function* portionsOf(
  rows: AsyncIterable<TableRow>,
  { most, mostBytes }: { readonly most: number; readonly mostBytes: number },
): AsyncGenerator<readonly TableRow[]> {
  let portion: TableRow[] = [];
  let begun = 0;
  let broken: unknown;
  try {
    for await (const row of rows) {
      portion.push(row);
      if (portion.length < most && row.bytesRead - begun < mostBytes) continue;
      yield portion;
      [portion, begun] = [[], row.bytesRead];
    }
  } catch (error) {
    broken = error;
  }
  if (portion.length > 0) yield portion;
  if (broken !== undefined) throw broken;
}
