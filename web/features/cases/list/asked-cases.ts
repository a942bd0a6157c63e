import type { AskedCases } from '../list-request.ts';
import { scopedQuery } from '../query/scoped-query.ts';
import { columnsIn, includeOf } from './columns.ts';
import type { ListAddress } from './list-address.ts';

/** What the list at an address asks the server for, of one space or of all. */
export const askedCases = ({ q = '', columns }: ListAddress, spaceId: number | undefined): AskedCases => ({
  query: scopedQuery(q, spaceId).query,
  include: includeOf(columnsIn(columns)),
});
