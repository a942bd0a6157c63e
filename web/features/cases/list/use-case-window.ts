import { useQueries } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { caseListPageQuery } from '../cases.queries.ts';
import type { AskedCases, ListedCase } from '../list-request.ts';
import { marksAfter, type PageMark, placeOfRow, rowsOf, unread } from './case-pages.ts';

/** A list of any length, of which only the pages in sight are kept. */
export interface CaseWindow {
  readonly rowCount: number;
  /** Undefined while it is on its way. */
  readonly rowAt: (row: number) => ListedCase | undefined;
  /** Tells which rows are in sight. */
  readonly show: (first: number, last: number) => void;
  /** Whether nothing of this list has come yet; rows of the list before may still be there. */
  readonly isPending: boolean;
  /** Whether there is no list, because it was asked for wrongly or could not be read. */
  readonly isRefused: boolean;
  readonly error: unknown;
  readonly retry: () => void;
}

interface Sight {
  readonly asked: AskedCases;
  readonly marks: readonly PageMark[];
  readonly first: number;
  readonly last: number;
}

const atTop = (asked: AskedCases): Sight => ({ asked, marks: unread, first: 0, last: 0 });

/**
 * The cases that are asked for, as far as they are in sight. The server goes on from page to page by cursors: those of
 * pages that were read are remembered, so that one can go back without keeping everything.
 */
export const useCaseWindow = (asked: AskedCases): CaseWindow => {
  const [sight, setSight] = useState(() => atTop(asked));
  const isSame = sight.asked.query === asked.query && sight.asked.include === asked.include;
  const { marks, first, last } = isSame ? sight : atTop(asked);
  if (!isSame) setSight(atTop(asked));
  const shown = marks.slice(first, last + 1);
  const results = useQueries({ queries: shown.map(({ cursor }) => caseListPageQuery(asked, cursor)) });
  const kept = useRef(new Map<number, readonly ListedCase[]>());
  const seen = new Map(shown.map((_, at) => [first + at, results[at]?.data?.items ?? kept.current.get(first + at)]));
  useEffect(() => {
    kept.current = new Map([...seen].flatMap(([page, items]) => (items === undefined ? [] : [[page, items]])));
    setSight((before) => {
      const after = results.reduce((known, { data }, at) => {
        const answered = data && { index: first + at, size: data.items.length, next: data.next };
        return answered === undefined ? known : marksAfter(known, answered);
      }, before.marks);
      return after === before.marks ? before : { ...before, marks: after };
    });
  });
  const isPending = first === 0 && (results[0]?.isPending ?? true);
  const isRefused = first === 0 && results[0]?.isError === true;
  // The list before stays until this one comes, so that nothing jumps.
  const rowsBefore = isPending ? seen.get(0)?.length : undefined;
  return {
    rowCount: isRefused ? 0 : (rowsBefore ?? rowsOf(marks)),
    rowAt: (row) => {
      const { page, at } = placeOfRow(marks, row);
      return seen.get(page)?.[at];
    },
    show: (firstRow, lastRow) => {
      const wanted = { first: placeOfRow(marks, firstRow).page, last: placeOfRow(marks, lastRow).page };
      setSight((before) =>
        before.first === wanted.first && before.last === wanted.last ? before : { ...before, ...wanted },
      );
    },
    isPending,
    isRefused,
    error: results.find(({ error }) => error !== null)?.error ?? null,
    retry: () => {
      for (const { isError, refetch } of results) if (isError) void refetch();
    },
  };
};
