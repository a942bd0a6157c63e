import { type RefObject, useEffect, useRef, useState } from 'react';

const filesOf = (transfer: DataTransfer | null): readonly File[] => [...(transfer?.files ?? [])];
const hasFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') === true;

/** Where one types. */
const TYPED = 'input, textarea, [contenteditable=true]';

/** Whether a text is pasted where one types: many programs send a picture of it along. */
const isText = ({ clipboardData, target, defaultPrevented }: ClipboardEvent): boolean =>
  defaultPrevented ||
  (clipboardData?.types.includes('text/plain') === true && target instanceof Element && target.closest(TYPED) !== null);

/** Whether what is dropped or pasted is for this part of a dialog, or for the page when there is none. */
const isFor = (within: RefObject<HTMLElement | null> | undefined, target: EventTarget | null): boolean => {
  const modal = [...document.querySelectorAll('[role=dialog][aria-modal=true]')].at(-1);
  // Also beside the dialog: nothing else can be meant while it is open.
  if (within !== undefined) return modal?.contains(within.current) === true;
  return modal === undefined && !(target instanceof Element && target.closest('[role=dialog]') !== null);
};

interface DroppedFiles {
  readonly isWanted: boolean;
  readonly onFiles: (files: readonly File[]) => void;
  /** A part of the dialog that they are for; undefined for the page. */
  readonly within?: RefObject<HTMLElement | null>;
}

/** Hears of files that are dropped anywhere, or pasted. Tells whether some are held over the window. */
export const useDroppedFiles = ({ isWanted, onFiles, within }: DroppedFiles): boolean => {
  const [isOver, setOver] = useState(false);
  const latest = useRef(onFiles);
  latest.current = onFiles;
  useEffect(() => {
    if (!isWanted) return;
    const take = (files: readonly File[], event: Event): void => {
      if (files.length === 0 || !isFor(within, event.target)) return;
      event.preventDefault();
      latest.current(files);
    };
    const listening = new AbortController();
    const { signal } = listening;
    document.addEventListener('paste', (event) => isText(event) || take(filesOf(event.clipboardData), event), {
      signal,
    });
    document.addEventListener(
      'drop',
      (event) => {
        setOver(false);
        take(filesOf(event.dataTransfer), event);
        // A browser would go to the file.
        if (hasFiles(event)) event.preventDefault();
      },
      { signal },
    );
    document.addEventListener(
      'dragover',
      (event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setOver(isFor(within, event.target));
      },
      { signal },
    );
    document.addEventListener('dragleave', ({ relatedTarget }) => relatedTarget === null && setOver(false), { signal });
    return () => listening.abort();
  }, [isWanted, within]);
  return isOver;
};
