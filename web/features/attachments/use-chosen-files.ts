import { useState } from 'react';

/** Files that were chosen for what is not sent yet, by its draft: they stay as long as the page does. */
const chosen = new Map<string, readonly File[]>();

/** The files that were chosen for a draft, also when its dialog was closed meanwhile. */
export const useChosenFiles = (draft: string): readonly [readonly File[], (files: readonly File[]) => void] => {
  const [files, setFiles] = useState(() => chosen.get(draft) ?? []);
  const keep = (changed: readonly File[]): void => {
    if (changed.length === 0) chosen.delete(draft);
    else chosen.set(draft, changed);
    setFiles(changed);
  };
  return [files, keep];
};
