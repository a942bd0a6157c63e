import type { Editor } from './editor.tsx';

let loaded: typeof Editor | undefined;

/** The editor when its code is there already, so that nobody waits for it a second time. */
export const editorThere = (): typeof Editor | undefined => loaded;

/** Loads the code of the editor. Rejects when it does not come. */
export const loadEditor = async (): Promise<typeof Editor> => {
  loaded = (await import('./editor.tsx')).Editor;
  return loaded;
};
