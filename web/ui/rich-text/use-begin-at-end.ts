import type { Editor } from '@tiptap/react';
import { useLayoutEffect } from 'react';

interface Beginning {
  readonly typed?: string;
  readonly isFocused?: boolean;
}

/**
 * Begins at the end of what there is, after what was typed there before. At once, and not when the editor says that it is
 * ready: until then letters would go nowhere.
 */
export const useBeginAtEnd = (editor: Editor, { typed = '', isFocused = false }: Beginning): void => {
  // biome-ignore lint/correctness/useExhaustiveDependencies: what it begins with is told once
  useLayoutEffect(() => {
    if (!isFocused && typed === '') return;
    editor.commands.setTextSelection(editor.state.doc.content.size);
    if (isFocused) editor.view.focus();
    if (typed !== '') editor.view.pasteText(typed);
  }, [editor]);
};
