import { notifications } from '@mantine/notifications';
import { createElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { BulkRequest } from '../../../../../src/client/index.ts';
import { casekeep } from '../../../../server/casekeep.ts';
import { useWrite } from '../../../../ui/use-write.ts';
import { outlineOf } from '../../query/query-terms.ts';
import type { Selection } from '../use-selection.ts';
import { BulkOutcome } from './bulk-outcome.tsx';

/** How long it is told what became of it, in milliseconds: long enough to take it back. */
const TOLD_MS = 20_000;

const selected = ({ isAll, cases }: Selection, query: string): BulkRequest['selection'] => {
  if (!isAll) return { ids: cases.map(({ id }) => id) };
  const hasConditions = outlineOf(query).terms.some(({ field }) => field !== 'sort');
  return hasConditions ? { query } : { all: true };
};

/** Changes all cases that are selected, each that can be, and tells what became of it. */
export const useBulkChange = (selection: Selection, query: string) => {
  const { t } = useTranslation();
  return useWrite({
    write: (changes: BulkRequest['changes']) =>
      casekeep.changeCases({ body: { selection: selected(selection, query), changes, mode: 'per-case' } }),
    outdates: [['cases'], ['case']],
    onDone: (begun) => {
      const id = `bulk-${begun.id}`;
      notifications.show({
        id,
        title: t('list.bulk.changed'),
        message: createElement(BulkOutcome, { begun, onClose: () => notifications.hide(id) }),
        autoClose: begun.results === null ? false : TOLD_MS,
      });
    },
  });
};
