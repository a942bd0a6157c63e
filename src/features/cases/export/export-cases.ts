import type { Context } from '../../../platform/context.ts';
import { csvOf } from '../../../platform/tables/csv.ts';
import { parseQuery } from '../../queries/parse-query.ts';
import { resolveQuery } from '../../queries/resolve-query.ts';
import type { Case } from '../case.ts';
import type { CasePlace } from '../case-place.ts';
import type { CaseSelection } from '../case-selection.ts';
import { listMatchingCases } from '../list-matching-cases.ts';
import { type ExportedCase, exportedCase, exportedColumns } from './exported-case.ts';

/** The kinds of files that cases are exported to. */
export const exportFormats = ['csv', 'jsonl'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** How many cases are read at once: few enough to be held in memory, also with long descriptions. */
const PORTION = 100;

interface ExportCases {
  /** Which cases; its order does not count. */
  readonly query: string;
  /** Only those of this space. */
  readonly spaceId?: number | undefined;
  readonly format: ExportFormat;
}

/** A piece of the file, and how many cases are in it. */
export interface ExportedPortion {
  readonly text: string;
  readonly count: number;
}

/**
 * The cases that whoever acts can see and that a query is about, as a file, piece by piece in the order of their numbers:
 * what is changed meanwhile is neither missed nor repeated. Nothing is held but one piece. Throws FIELDS_INVALID of the
 * query before the first piece.
 */
export const exportCases = async (
  ctx: Context,
  { query, spaceId, format }: ExportCases,
): Promise<AsyncGenerator<ExportedPortion>> => {
  const { where } = await resolveQuery(ctx, parseQuery(query));
  const inSpace = spaceId === undefined ? [] : [{ kind: 'reference', property: 'spaceId', ids: [spaceId] } as const];
  const selection: CaseSelection = {
    where: { kind: 'all', of: [where, ...inSpace] },
    order: [{ key: 'number', direction: 'asc' }],
  };
  return portionsOf(ctx, selection, format);
};

const portionsOf = async function* (
  ctx: Context,
  selection: CaseSelection,
  format: ExportFormat,
): AsyncGenerator<ExportedPortion> {
  const { head, write } = writers[format];
  if (head !== '') yield { text: head, count: 0 };
  for await (const cases of casesOf(ctx, selection)) {
    const exported = await Promise.all(cases.map((found) => exportedCase(ctx, found)));
    yield { text: write(exported), count: exported.length };
  }
};

const casesOf = async function* (ctx: Context, selection: CaseSelection): AsyncGenerator<readonly Case[]> {
  let after: CasePlace | undefined;
  do {
    const { cases, next } = await listMatchingCases(ctx, { selection, after, limit: PORTION });
    if (cases.length > 0) yield cases;
    after = next ?? undefined;
  } while (after !== undefined);
};

interface Writer {
  /** What the file begins with. */
  readonly head: string;
  readonly write: (cases: readonly ExportedCase[]) => string;
}

const writers: Readonly<Record<ExportFormat, Writer>> = {
  csv: {
    head: csvOf([exportedColumns]),
    write: (cases) => csvOf(cases.map((each) => exportedColumns.map((column) => cellOf(each[column])))),
  },
  jsonl: { head: '', write: (cases) => cases.map((each) => `${JSON.stringify(each)}\n`).join('') },
};

/** Lists in one cell, with commas, which neither tags nor user names nor IDs have. */
const cellOf = (value: ExportedCase[keyof ExportedCase]): string | number => {
  if (typeof value === 'object') return value === null ? '' : value.join(',');
  return typeof value === 'boolean' ? String(value) : value;
};
