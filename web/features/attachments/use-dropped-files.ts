import { type RefObject, useEffect, useRef, useState } from 'react';

const filesOf = (transfer: DataTransfer | null): readonly File[] => [...(transfer?.files ?? [])];
const hasFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') === true;

interface DroppedFiles {
  readonly isWanted: boolean;
  readonly onFiles: (files: readonly File[]) => void;
  /** The dialog that they are for; undefined for the page. */
  readonly within?: RefObject<HTMLElement | null>;
}

/** Hears of files that are dropped anywhere on the page, or pasted. Tells whether some are held over it. */
export const useDroppedFiles = ({ isWanted, onFiles, within }: DroppedFiles): boolean => {
  const [isOver, setOver] = useState(false);
  const latest = useRef(onFiles);
  latest.current = onFiles;
  useEffect(() => {
    if (!isWanted) return;
    const take = (files: readonly File[], event: Event): void => {
      setOver(false);
      // What is dropped into a dialog is not for what is behind it.
      const dialog = (event.target as Element).closest('[role=dialog]');
      const isMeant = within === undefined ? dialog === null : dialog?.contains(within.current) === true;
      if (files.length === 0 || !isMeant) return;
      event.preventDefault();
      latest.current(files);
    };
    const listening = new AbortController();
    const { signal } = listening;
    document.addEventListener('paste', (event) => take(filesOf(event.clipboardData), event), { signal });
    document.addEventListener('drop', (event) => take(filesOf(event.dataTransfer), event), { signal });
    document.addEventListener(
      'dragover',
      (event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setOver(true);
      },
      { signal },
    );
    document.addEventListener('dragleave', ({ relatedTarget }) => relatedTarget === null && setOver(false), { signal });
    return () => listening.abort();
  }, [isWanted, within]);
  return isOver;
};
