import { itemsBefore } from '../../../kernel/page.ts';
import { idsIn } from '../../../platform/database/ids-in.ts';
import type { Session } from '../../../platform/database/session.ts';
import type { Case } from '../case.ts';
import { type CaseRow, toCase } from '../cases.store.ts';
import { filterColumns, ordered, type SelectCases, selectRows } from './list-cases.store.ts';

/** One page of those among these cases that fulfil the conditions. */
export const selectCasesAmong = async (
  session: Session,
  { ids, filter, sort, page, spaceIds }: SelectCases & { readonly ids: readonly number[] },
): Promise<Case[]> => {
  if (ids.length === 0 || (spaceIds !== 'all' && spaceIds.length === 0)) return [];
  let among = session.aside
    .selectFrom('cases')
    .select('cases.id')
    .where('cases.deleted_at', 'is', null)
    .where(idsIn(session, 'cases.id', ids));
  for (const [name, id] of Object.entries(filter)) {
    if (id !== undefined) among = among.where(`cases.${filterColumns[name as keyof typeof filterColumns]}`, '=', id);
  }
  if (spaceIds !== 'all') among = among.where('cases.space_id', 'in', spaceIds);
  const onPage = ordered(among, sort).limit(page.length).offset(itemsBefore(page));
  const rows = await ordered(selectRows(session.aside).where('cases.id', 'in', onPage), sort).execute();
  return (rows as CaseRow[]).map(toCase);
};
