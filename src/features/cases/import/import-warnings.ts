import type { MappedColumn } from './column-mapping.ts';
import type { RowCounts } from './import.ts';

interface Imported extends Pick<RowCounts, 'created'> {
  readonly columns: readonly MappedColumn[];
}

/**
 * What whoever imports should know before another run, in sentences; also of a dry run. A column of numbers is never taken
 * for those of cases here unless told: in a file from elsewhere they are those of other cases.
 */
export const importWarnings = ({ columns, created }: Imported): string[] => {
  if (created === 0) return [];
  const unused = columns.find(({ column, target, isGiven }) => target === null && !isGiven && isCalledId(column));
  const unusedId =
    unused === undefined
      ? []
      : [
          `The column "${unused.column}" is not used: its rows are new cases. Map it to "id" to change the cases that
have these numbers here, or to "externalId" for a file from elsewhere.`.replaceAll('\n', ' '),
        ];
  const isFoundAgain = columns.some(({ target }) => target === 'externalId' || target === 'id');
  const again = 'No column is taken for "externalId" or "id": another run creates these cases again.';
  return isFoundAgain ? unusedId : [...unusedId, again];
};

const isCalledId = (column: string): boolean => column.trim().toLowerCase() === 'id';
