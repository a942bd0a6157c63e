import { useEffect, useRef } from 'react';

/** Gives the focus back to where a case stands on the page when it is not looked at beside it any more. */
export const useReturnedFocus = (
  caseId: number | undefined,
  placeOf: (caseId: number) => HTMLElement | null | undefined,
): void => {
  const before = useRef(caseId);
  useEffect(() => {
    const closed = caseId === undefined ? before.current : undefined;
    before.current = caseId;
    // Only what nobody has is taken: the focus of what is gone.
    if (closed !== undefined && document.activeElement === document.body) placeOf(closed)?.focus();
  });
};
