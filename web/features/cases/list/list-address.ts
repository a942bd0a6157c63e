import { type PeekAddress, peekAddress } from '../panel/peek-address.ts';

/** What the address of a list says. */
export interface ListAddress extends PeekAddress {
  /** Which cases, in the query language. */
  readonly q?: string | undefined;
  /** What is shown of each, with commas; the usual columns when it is not said. */
  readonly columns?: string | undefined;
  /** The saved view that one came from. */
  readonly view?: number | undefined;
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** What an address says, whoever wrote it. */
export const listAddress = ({ q, columns, view, ...others }: Record<string, unknown>): ListAddress => ({
  ...peekAddress(others),
  q: text(typeof q === 'number' ? String(q) : q),
  columns: text(columns),
  view: typeof view === 'number' ? view : undefined,
});
