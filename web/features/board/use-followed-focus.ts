import { useEffect, useRef } from 'react';
import { handleOf } from './handle.ts';

/** Lets the focus stay on the handle of a case wherever it goes. */
export const useFollowedFocus = (): ((caseId: number) => void) => {
  const followed = useRef<number>(undefined);
  useEffect(() => {
    const handle = followed.current === undefined ? null : document.getElementById(handleOf(followed.current));
    if (handle === null) return;
    // Only what nobody has is taken: the focus of what is gone.
    if (document.activeElement === document.body) handle.focus();
  });
  return (caseId) => {
    followed.current = caseId;
  };
};
