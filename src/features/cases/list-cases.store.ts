import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely';
import { itemsBefore, type Page } from '../../kernel/page.ts';
import type { Schema } from '../../platform/database/schema.ts';
import type { Session } from '../../platform/database/session.ts';
import { containsWords } from '../../platform/database/text-search.ts';
import type { Case } from './case.ts';
import type { CaseFilter, CaseSort, CaseSortField } from './case-list.ts';
import { type CaseRow, caseColumns, recipientsOfCase, tagsOfCase, toCase } from './cases.store.ts';

interface SelectCases {
  readonly filter: Omit<CaseFilter, 'keyword'>;
  /** Words that all occur, as `wordsOf` makes them. */
  readonly words: readonly string[];
  readonly sort: CaseSort;
  readonly page: Page;
  /** The spaces to look in. */
  readonly spaceIds: 'all' | readonly number[];
}

const filterColumns = {
  spaceId: 'cases.space_id',
  projectId: 'cases.project_id',
  sectionId: 'cases.section_id',
  milestoneId: 'cases.milestone_id',
  statusId: 'cases.status_id',
  priorityId: 'cases.priority_id',
  assigneeId: 'cases.assignee_id',
  reporterId: 'cases.reporter_id',
} as const satisfies Record<Exclude<keyof CaseFilter, 'keyword'>, string>;

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

export const selectCases = async (
  session: Session,
  { filter, words, sort, page, spaceIds }: SelectCases,
): Promise<Case[]> => {
  if (spaceIds !== 'all' && spaceIds.length === 0) return [];
  const rows = await narrowed(session, { filter, words, spaceIds })
    .select([...caseColumns, tagsOfCase.as('tagsCsv'), recipientsOfCase.as('recipientsCsv')])
    .orderBy(sortColumns[sort.field], sort.direction)
    .orderBy('cases.id', sort.direction)
    .limit(page.length)
    .offset(itemsBefore(page))
    .execute();
  return (rows as CaseRow[]).map(toCase);
};

const narrowed = (
  session: Session,
  { filter, words, spaceIds }: Pick<SelectCases, 'filter' | 'words' | 'spaceIds'>,
): SelectQueryBuilder<Schema, 'cases', object> => {
  let query = session.kysely.selectFrom('cases').where('cases.deleted_at', 'is', null);
  for (const [field, id] of Object.entries(filter)) {
    if (id !== undefined) query = query.where(filterColumns[field as keyof typeof filterColumns], '=', id);
  }
  if (spaceIds !== 'all') query = query.where('cases.space_id', 'in', spaceIds);
  if (words.length === 0) return query;
  return query.where(({ ref }) =>
    containsWords(session, words, {
      id: ref('cases.id'),
      title: ref('cases.title'),
      description: ref('cases.description'),
      tags: tagsOfCase,
    }),
  );
};
