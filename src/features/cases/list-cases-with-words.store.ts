import { itemsBefore } from '../../kernel/page.ts';
import type { Session } from '../../platform/database/session.ts';
import { containsWords } from '../../platform/database/text-search.ts';
import type { Case } from './case.ts';
import { type CaseRow, caseColumns, recipientsOfCase, tagsOfCase, toCase } from './cases.store.ts';
import { filterColumns, ordered, type SelectCases } from './list-cases.store.ts';

/** One page of the cases that fulfil the conditions and have all the words in their texts. */
export const selectCasesWithWords = async (
  session: Session,
  { filter, words, sort, page, spaceIds }: SelectCases & { readonly words: readonly string[] },
): Promise<Case[]> => {
  if (spaceIds !== 'all' && spaceIds.length === 0) return [];
  let query = session.kysely.selectFrom('cases').where('cases.deleted_at', 'is', null);
  for (const [field, id] of Object.entries(filter)) {
    if (id !== undefined) query = query.where(`cases.${filterColumns[field as keyof typeof filterColumns]}`, '=', id);
  }
  if (spaceIds !== 'all') query = query.where('cases.space_id', 'in', spaceIds);
  const matching = query.where(({ ref }) =>
    containsWords(session, words, {
      id: ref('cases.id'),
      title: ref('cases.title'),
      description: ref('cases.description'),
      tags: tagsOfCase,
    }),
  );
  const rows = await ordered(matching, sort)
    .select([...caseColumns, tagsOfCase.as('tagsCsv'), recipientsOfCase.as('recipientsCsv')])
    .limit(page.length)
    .offset(itemsBefore(page))
    .execute();
  return (rows as CaseRow[]).map(toCase);
};
