import type { Context } from '../../../platform/context.ts';
import type { Dialect } from '../../../platform/database/session.ts';
import { csvOf } from '../../../platform/tables/csv.ts';
import { type XlsxCell, xlsxOf } from '../../../platform/tables/xlsx.ts';
import { parseQuery } from '../../queries/parse-query.ts';
import { resolveQuery } from '../../queries/resolve-query.ts';
import type { Case } from '../case.ts';
import { selectExternalIds } from '../external-ids.store.ts';
import type { CasePlace } from '../list/case-place.ts';
import type { CaseSelection } from '../list/case-selection.ts';
import { listMatchingCases } from '../list/list-matching-cases.ts';
import type { ExportFormat } from './export.ts';
import { type ExportedCase, exportedCase, exportedColumns } from './exported-case.ts';
import { readAhead } from './read-ahead.ts';

/**
 * How many cases are read at once. On SQLite so few that those of a portion are garbage before the one after the next
 * comes: with a hundred, what they leave counts as old and piles up, 70 MiB more at the peak. On PostgreSQL each portion is
 * a way there and back, and a hundred need no more than forty.
 */
const PORTIONS: Readonly<Record<Dialect, number>> = { sqlite: 40, postgres: 100 };

interface ExportCases {
  /** Which cases; its order does not count. */
  readonly query: string;
  /** Only those of this space. */
  readonly spaceId?: number | undefined;
  readonly format: ExportFormat;
}

/** A piece of the file, and how many cases are in it. */
export interface ExportedPortion {
  readonly content: string | Buffer;
  readonly count: number;
}

/**
 * The cases that whoever acts can see and that a query is about, as a file, piece by piece in the order of their numbers:
 * what is changed meanwhile is neither missed nor repeated. Nothing is held but one piece and the next one. Throws
 * FIELDS_INVALID of the query before the first piece.
 */
export const exportCases = async (
  ctx: Context,
  { query, spaceId, format }: ExportCases,
): Promise<AsyncGenerator<ExportedPortion>> => {
  const selection = await exportedSelection(ctx, { query, spaceId });
  return writers[format](exportedPortions(ctx, selection));
};

/** Which cases a query is about. Throws FIELDS_INVALID. */
export const exportedSelection = async (
  ctx: Context,
  { query, spaceId }: Pick<ExportCases, 'query' | 'spaceId'>,
): Promise<CaseSelection> => {
  const { where } = await resolveQuery(ctx, parseQuery(query));
  const inSpace = spaceId === undefined ? [] : [{ kind: 'reference', property: 'spaceId', ids: [spaceId] } as const];
  return { where: { kind: 'all', of: [where, ...inSpace] }, order: [{ key: 'number', direction: 'asc' }] };
};

type Portions = AsyncGenerator<readonly ExportedCase[]>;

const exportedPortions = async function* (ctx: Context, selection: CaseSelection): Portions {
  for await (const cases of readAhead(casesOf(ctx, selection))) {
    const ids = cases.map(({ id }) => id);
    const externalIds = await selectExternalIds(ctx.db, ids);
    yield Promise.all(cases.map((found) => exportedCase(ctx, found, externalIds.get(found.id) ?? null)));
  }
};

const casesOf = async function* (ctx: Context, selection: CaseSelection): AsyncGenerator<readonly Case[]> {
  let after: CasePlace | undefined;
  do {
    const { cases, next } = await listMatchingCases(ctx, { selection, after, limit: PORTIONS[ctx.db.dialect] });
    if (cases.length > 0) yield cases;
    after = next ?? undefined;
  } while (after !== undefined);
};

const writers: Readonly<Record<ExportFormat, (portions: Portions) => AsyncGenerator<ExportedPortion>>> = {
  csv: async function* (portions) {
    yield { content: csvOf([exportedColumns]), count: 0 };
    for await (const cases of portions) yield { content: csvOf(cases.map(csvCells)), count: cases.length };
  },
  jsonl: async function* (portions) {
    for await (const cases of portions) {
      yield { content: cases.map((each) => `${JSON.stringify(each)}\n`).join(''), count: cases.length };
    }
  },
  xlsx: async function* (portions) {
    let count = 0;
    const rows = async function* () {
      for await (const cases of portions) {
        count += cases.length;
        yield cases.map(xlsxCells);
      }
    };
    for await (const content of xlsxOf(exportedColumns, rows())) {
      yield { content, count };
      count = 0;
    }
    if (count > 0) yield { content: '', count };
  },
};

const csvCells = (exported: ExportedCase) => exportedColumns.map((column) => cellOf(exported[column]));

/** Lists in one cell, with commas, which neither tags nor user names nor IDs have. */
const cellOf = (value: ExportedCase[keyof ExportedCase]): string | number => {
  if (typeof value === 'object') return value === null ? '' : value.join(',');
  return typeof value === 'boolean' ? String(value) : value;
};

const xlsxCells = (exported: ExportedCase): XlsxCell[] =>
  exportedColumns.map((column) => {
    const value = exported[column];
    if (column === 'createdAt' || column === 'updatedAt') return new Date(exported[column]);
    return typeof value === 'boolean' ? value : cellOf(value);
  });
