import { casekeep } from '../../../server/casekeep.ts';
import { narrowedQuery } from '../query/narrowed-query.ts';

/** How many numbers a query may name, and a page may have. */
const AT_ONCE = 100;

/** Which of some cases a query does not mean. Rejects when the server does not answer. */
export const unlistedOf = async (ids: readonly number[], query: string): Promise<ReadonlySet<number>> => {
  const unlisted = new Set(ids);
  for (let first = 0; first < ids.length; first += AT_ONCE) {
    const some = ids.slice(first, first + AT_ONCE);
    const narrowed = narrowedQuery(query, { terms: [`number:${some.join(',')}`] });
    const { items } = await casekeep.listCases({ query: narrowed, limit: AT_ONCE, fields: 'id' });
    for (const { id } of items) if (id !== undefined) unlisted.delete(id);
  }
  return unlisted;
};
