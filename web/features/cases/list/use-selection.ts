import { useState } from 'react';
import type { ListedCase } from '../list-request.ts';

/** Which cases of a list were chosen to be changed together. */
export interface Selection {
  /** Those that were chosen one by one. */
  readonly cases: readonly ListedCase[];
  /** Whether all that the query means are, seen or not. */
  readonly isAll: boolean;
  readonly has: (id: number) => boolean;
  readonly toggle: (toggled: readonly ListedCase[], isChosen: boolean) => void;
  /** Drops those of these cases that are in it. */
  readonly drop: (dropped: ReadonlySet<number>) => void;
  readonly chooseAll: () => void;
  readonly clear: () => void;
}

/** A selection lasts as long as the list is about the same query. */
export const useSelection = (query: string): Selection => {
  const none = { query, cases: [] as readonly ListedCase[], isAll: false };
  const [state, setState] = useState(none);
  const current = state.query === query ? state : none;
  const ids = new Set(current.cases.map(({ id }) => id));
  return {
    cases: current.cases,
    isAll: current.isAll,
    has: (id) => current.isAll || ids.has(id),
    toggle: (toggled, isChosen) => {
      const others = current.cases.filter((each) => !toggled.some(({ id }) => id === each.id));
      setState({ query, isAll: false, cases: isChosen ? [...others, ...toggled] : others });
    },
    drop: (dropped) => setState((before) => ({ ...before, cases: before.cases.filter(({ id }) => !dropped.has(id)) })),
    chooseAll: () => setState({ ...current, query, isAll: true }),
    clear: () => setState(none),
  };
};
