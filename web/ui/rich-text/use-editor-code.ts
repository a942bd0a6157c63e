import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Editor } from './editor.tsx';
import { editorThere, loadEditor } from './load-editor.ts';

interface EditorCode {
  readonly Editor: typeof Editor | undefined;
  /** Whether the plain field had the focus when the editor took its place; undefined when there was no plain field. */
  readonly wasFocused?: boolean;
}

/** The code of the editor as soon as it is there, and the plain field that stands in for it until then. */
export const useEditorCode = () => {
  const field = useRef<HTMLTextAreaElement>(null);
  const [code, setCode] = useState<EditorCode>(() => ({ Editor: editorThere() }));
  const isThere = code.Editor !== undefined;
  useEffect(() => {
    if (isThere) return;
    let isGone = false;
    loadEditor().then(
      (Editor) => {
        // In one go: a letter that is typed in between would be in neither of them.
        if (!isGone) flushSync(() => setCode({ Editor, wasFocused: document.activeElement === field.current }));
      },
      // The plain field goes on being there; the next one tries again.
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [isThere]);
  return { ...code, field };
};
