import { useNavigate, useRouter, useSearch } from '@tanstack/react-router';

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** Whether this entry was made to look at a case beside the list that is the entry before. */
    readonly isPeek?: boolean;
  }
}

/** The case that one looks at beside a list or a board; the address says which. */
export interface Peek {
  /** Undefined when there is none. */
  readonly caseId: number | undefined;
  readonly show: (caseId: number) => void;
  readonly close: () => void;
}

/** Looks at cases beside what is on the page. The button back closes, however many cases one has gone through. */
export const usePeek = (): Peek => {
  const { history } = useRouter();
  const navigate = useNavigate();
  const caseId = useSearch({ strict: false, select: (search) => search.case });
  return {
    caseId,
    show: (shown) => {
      const isOpen = caseId !== undefined;
      void navigate({
        to: '.',
        search: (now) => ({ ...now, case: shown }),
        state: (now) => (isOpen ? now : { ...now, isPeek: true }),
        replace: isOpen,
        resetScroll: false,
      });
    },
    close: () => {
      if (history.location.state.isPeek) history.back();
      else {
        const without = { to: '.', replace: true, resetScroll: false } as const;
        void navigate({ ...without, search: (now) => ({ ...now, case: undefined }) });
      }
    },
  };
};
