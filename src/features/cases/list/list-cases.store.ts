import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely';
import { itemsBefore, type Page } from '../../../kernel/page.ts';
import { preparedShapes, type ShapeValues } from '../../../platform/database/prepared-shapes.ts';
import type { Schema } from '../../../platform/database/schema.ts';
import type { Session } from '../../../platform/database/session.ts';
import type { Case } from '../case.ts';
import { type CaseRow, caseColumns, recipientsOfCase, tagsOfCase, toCase } from '../cases.store.ts';
import type { CaseFilter, CaseSort, CaseSortField } from './case-list.ts';

export interface SelectCases {
  readonly filter: Omit<CaseFilter, 'keyword'>;
  readonly sort: CaseSort;
  readonly page: Page;
  /** The spaces to look in. */
  readonly spaceIds: 'all' | readonly number[];
}

export const filterColumns = {
  spaceId: 'space_id',
  projectId: 'project_id',
  sectionId: 'section_id',
  milestoneId: 'milestone_id',
  statusId: 'status_id',
  priorityId: 'priority_id',
  assigneeId: 'assignee_id',
  reporterId: 'reporter_id',
} as const satisfies Record<Exclude<keyof CaseFilter, 'keyword'>, string>;

const filterNames = Object.keys(filterColumns) as (keyof typeof filterColumns)[];

const sortColumns = {
  updatedAt: 'cases.updated_at',
  createdAt: 'cases.created_at',
  id: 'cases.id',
  title: 'cases.title',
  statusId: 'cases.status_id',
  priorityId: 'cases.priority_id',
  // The databases disagree about where nulls go; clients see nobody as 0.
  assigneeId: sql<number>`coalesce(cases.assignee_id, 0)`,
  reporterId: 'cases.reporter_id',
} as const satisfies Record<CaseSortField, string | RawBuilder<number>>;

/** What the text of a list's statement depends on. */
interface ListShape {
  readonly names: readonly (keyof typeof filterColumns)[];
  readonly sort: CaseSort;
  readonly spaceCount: number | 'all';
}

/** First the IDs of the page, from an index without the rows; then their rows. */
const listOfShape = preparedShapes<ListShape, CaseRow>((db, value, { names, sort, spaceCount }) => {
  let page = db.selectFrom('cases').select('cases.id').where('cases.deleted_at', 'is', null);
  for (const name of names) page = page.where(`cases.${filterColumns[name]}`, '=', value[name] as number);
  if (spaceCount !== 'all') page = page.where('cases.space_id', 'in', numbered(value, spaceCount));
  const ids = ordered(page, sort)
    .limit(value['length'] as number)
    .offset(value['offset'] as number);
  return ordered(selectRows(db).where('cases.id', 'in', ids), sort);
});

const rowsWithIds = preparedShapes<number, CaseRow>((db, value, count) =>
  selectRows(db).where('cases.id', 'in', numbered(value, count)),
);

/** The values with the numbers 0, 1, 2, … */
const numbered = (value: ShapeValues, count: number): number[] =>
  Array.from({ length: count }, (_, index) => value[index] as number);

export const selectRows = (db: Session['kysely']) =>
  db.selectFrom('cases').select([...caseColumns, tagsOfCase.as('tagsCsv'), recipientsOfCase.as('recipientsCsv')]);

export const ordered = <Row>(query: SelectQueryBuilder<Schema, 'cases', Row>, { field, direction }: CaseSort) =>
  query.orderBy(sortColumns[field], direction).orderBy('cases.id', direction);

/** One page of the cases that fulfil the conditions. */
export const selectCases = async (session: Session, select: SelectCases): Promise<Case[]> => {
  const { filter, sort, page, spaceIds } = select;
  if (spaceIds !== 'all' && spaceIds.length === 0) return [];
  const names = filterNames.filter((name) => filter[name] !== undefined);
  const spaceCount = spaceIds === 'all' ? 'all' : spaceIds.length;
  const statement = listOfShape(`${names} ${sort.field} ${sort.direction} ${spaceCount}`, { names, sort, spaceCount });
  const values: Record<string, number> = { length: page.length, offset: itemsBefore(page) };
  for (const name of names) values[name] = filter[name] as number;
  if (spaceIds !== 'all') Object.assign(values, spaceIds);
  return (await statement.allAside(session, values)).map(toCase);
};

/** These cases in the order of their IDs here; those that are not there, or in the bin, are left out. */
export const selectCasesWithIds = async (session: Session, ids: readonly number[]): Promise<Case[]> => {
  const { recentCases: recent } = session;
  const moment = recent?.moment() ?? 0;
  const cases = new Map<number, Case>();
  for (const id of ids) {
    const known = recent?.get(id);
    if (known !== undefined) cases.set(id, known as Case);
  }
  const unknown = cases.size === 0 ? ids : ids.filter((id) => !cases.has(id));
  for (const read of await readCases(session, unknown)) {
    cases.set(read.id, read);
    recent?.keep(read, moment);
  }
  return ids.flatMap((id) => {
    const found = cases.get(id);
    return found === undefined || found.deletedAt !== null ? [] : [found];
  });
};

const readCases = async (session: Session, ids: readonly number[]): Promise<Case[]> => {
  if (ids.length === 0) return [];
  const statement = rowsWithIds(String(ids.length), ids.length);
  return (await statement.all(session, { ...ids } as unknown as ShapeValues)).map(toCase);
};
