import { useEffect, useRef } from 'react';

/** What Escape means something else for, or what it has closed just now. */
const OTHERS = 'input, textarea, select, [contenteditable=true], [aria-expanded=true], [role=dialog], [role=menu]';

/** Hears Escape wherever it is not meant for something smaller than the page. */
export const useEscape = (onEscape: () => void): void => {
  const latest = useRef(onEscape);
  latest.current = onEscape;
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      if ((event.target as Element).closest(OTHERS) !== null || document.querySelector('[aria-modal=true]') !== null)
        return;
      latest.current();
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, []);
};
