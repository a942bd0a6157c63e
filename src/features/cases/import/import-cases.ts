import { invalidField } from '../../../kernel/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { requireSpace } from '../case-access.ts';
import { beginGroup } from '../history/begin-group.ts';
import { ColumnMapping, type GivenMapping, type MappedColumn } from './column-mapping.ts';
import type { ImportFormat, RowOutcome } from './import.ts';
import { readRows } from './import-format.ts';
import { importRows } from './import-rows.ts';
import { portionsOf } from './portions.ts';
import { valuesOf } from './row-values.ts';

/** How much is imported in one transaction: so that a flush serves many cases, and other writers wait for little. */
const PORTION = { most: 200, mostBytes: 2 * 1024 * 1024 };

interface ImportCases {
  readonly spaceId: number;
  readonly content: AsyncIterable<Buffer>;
  readonly format: ImportFormat;
  readonly columns: GivenMapping;
  /** Who reports cases of which the file does not say it; whoever acts unless told. */
  readonly reporterId?: number | undefined;
  /** Checks and counts, and writes nothing. */
  readonly isDryRun: boolean;
}

/** Throws FIELDS_INVALID when a column that the caller names is not there, before anything is written. */
const requireColumns = ({ missing, columns }: ColumnMapping): void => {
  const [first] = missing;
  if (first === undefined) return;
  const there = columns
    .map(({ column }) => column)
    .join(', ')
    .slice(0, MOST_TOLD);
  throw invalidField('columns', `must be in the file: there is no "${first}"; there are ${there}`);
};

/** How much of the names of columns a refusal tells, in characters. */
const MOST_TOLD = 1_000;

/** What was done since the last time. */
export interface ImportedPortion {
  readonly outcomes: readonly RowOutcome[];
  readonly bytesRead: number;
  /** What columns came up by now. */
  readonly columns: readonly MappedColumn[];
}

/**
 * Brings the cases of a file into a space, portion by portion, each in a transaction of its own; nothing is held but one
 * portion. All changes are one group in the history. Throws FIELDS_INVALID when whoever acts does not see the space, and
 * FILE_UNREADABLE where the file ends to make sense: what came before is imported.
 */
export async function* importCases(
  ctx: Context,
  { content, format, columns, ...request }: ImportCases,
): AsyncGenerator<ImportedPortion> {
  await requireSpace(ctx, request.spaceId);
  const mapping = new ColumnMapping(columns);
  const groupId = request.isDryRun ? undefined : (await ctx.inTransaction((tx) => beginGroup(tx))).groupId;
  const grouped = groupId === undefined ? ctx : ctx.as({ ...ctx.actor, groupId });
  const taken = new Set<string>();
  for await (const portion of portionsOf(readRows(format, content), PORTION)) {
    const rows = portion.map((row) => valuesOf(mapping, row));
    // Lines of JSON have names of their own: one of them may come later.
    if (format === 'csv') requireColumns(mapping);
    const outcomes = request.isDryRun
      ? await importRows(ctx, { ...request, rows, taken })
      : await grouped.inTransaction((tx) => importRows(tx, { ...request, rows }));
    yield { outcomes, bytesRead: portion.at(-1)?.bytesRead ?? 0, columns: mapping.columns };
  }
}
