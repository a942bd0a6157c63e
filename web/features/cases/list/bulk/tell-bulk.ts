import { notifications } from '@mantine/notifications';
import { createElement } from 'react';
import type { BegunBulkChange } from '../../../../../src/client/index.ts';
import { BulkOutcome } from './bulk-outcome.tsx';
import { forgetBulkChange, keepBulkChange } from './open-bulk-changes.ts';

/** How long it is told what became of it, in milliseconds: long enough to take it back. */
const TOLD_MS = 20_000;

/** Tells what becomes of a bulk change; of one that goes on as a job, until somebody has seen it, also when they load the page anew. */
export const tellBulk = (begun: BegunBulkChange): void => {
  const id = `bulk-${begun.id}`;
  const isJob = begun.results === null;
  const onUndone = (revert: BegunBulkChange): void => {
    notifications.hide(id);
    tellBulk(revert);
  };
  if (isJob) keepBulkChange(begun);
  notifications.show({
    id,
    message: createElement(BulkOutcome, { begun, onUndone }),
    autoClose: isJob ? false : TOLD_MS,
    onClose: () => forgetBulkChange(begun),
  });
};
