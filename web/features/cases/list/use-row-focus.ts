import { type RefObject, useEffect, useRef } from 'react';

/** Finds the rows of a list on the page, and gives one the focus as soon as it is drawn. */
export const useRowFocus = (scroller: RefObject<HTMLElement | null>) => {
  const wanted = useRef<number>(undefined);
  const linkOf = (row: number) => scroller.current?.querySelector<HTMLElement>(`[data-row="${row}"] a`);
  const focus = (row: number): void => {
    const link = linkOf(row);
    wanted.current = link == null ? row : undefined;
    link?.focus({ preventScroll: true });
  };
  useEffect(() => {
    if (wanted.current !== undefined) focus(wanted.current);
  });
  return {
    linkOf,
    focus,
    /** The row of a case that is drawn. */
    rowOf: (caseId: number | undefined): number | undefined => {
      const row = scroller.current?.querySelector<HTMLElement>(`[data-row]:has(a[href="/cases/${caseId}"])`);
      return row == null ? undefined : Number(row.dataset['row']);
    },
  };
};
