import { useState } from 'react';
import type { ManyName } from '../change/property-keys.ts';
import type { ListedCase } from '../list-request.ts';
import type { Selection } from './use-selection.ts';

/** Changes a property of one row by its key as if it alone were selected, until the list of options closes. */
export const useRowChange = (selection: Selection) => {
  const [begun, setBegun] = useState<{ readonly each: ListedCase; readonly name: ManyName }>();
  const end = (): void => setBegun(undefined);
  if (selection.isAll || selection.cases.length > 0) return { changed: selection };
  const begin = (each: ListedCase, name: ManyName): void => setBegun({ each, name });
  if (begun === undefined) return { begin };
  const { each, name } = begun;
  const changed: Selection = { ...selection, cases: [each], clear: end };
  return { begin, changed, only: { name, onEnded: end } };
};
