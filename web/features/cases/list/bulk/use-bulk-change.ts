import type { BulkRequest } from '../../../../../src/client/index.ts';
import { casekeep } from '../../../../server/casekeep.ts';
import { useWrite } from '../../../../ui/use-write.ts';
import { outlineOf } from '../../query/query-terms.ts';
import type { Selection } from '../use-selection.ts';
import { tellBulk } from './tell-bulk.ts';

const selected = ({ isAll, cases }: Selection, query: string): BulkRequest['selection'] => {
  if (!isAll) return { ids: cases.map(({ id }) => id) };
  const hasConditions = outlineOf(query).terms.some(({ field }) => field !== 'sort');
  return hasConditions ? { query } : { all: true };
};

/** Changes all cases that are selected, each that can be, and tells what became of it. */
export const useBulkChange = (selection: Selection, query: string) =>
  useWrite({
    write: (changes: BulkRequest['changes']) =>
      casekeep.changeCases({ body: { selection: selected(selection, query), changes, mode: 'per-case' } }),
    outdates: [['cases'], ['case']],
    onDone: tellBulk,
  });
