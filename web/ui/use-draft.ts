import { useState } from 'react';

const PREFIX = 'casekeep-draft:';

const read = <T>(key: string): T | undefined => {
  const kept = localStorage.getItem(PREFIX + key);
  if (kept === null) return undefined;
  try {
    return JSON.parse(kept) as T;
  } catch {
    return undefined;
  }
};

const write = (key: string, draft: unknown): void => {
  try {
    if (draft === undefined) localStorage.removeItem(PREFIX + key);
    else localStorage.setItem(PREFIX + key, JSON.stringify(draft));
  } catch {
    // The store is full: what is typed is kept by the page alone.
  }
};

/** Whether something was typed that is neither sent nor thrown away. */
export const hasDraft = (key: string): boolean => localStorage.getItem(PREFIX + key) !== null;

/** What somebody is typing: kept in the browser until it is sent or thrown away. Undefined when there is nothing. */
export const useDraft = <T>(key: string): readonly [T | undefined, (draft: T | undefined) => void] => {
  const [state, setState] = useState(() => ({ key, draft: read<T>(key) }));
  // Another key is another text.
  const current = state.key === key ? state : { key, draft: read<T>(key) };
  if (current !== state) setState(current);
  const keep = (draft: T | undefined): void => {
    setState({ key, draft });
    write(key, draft);
  };
  return [current.draft, keep];
};
