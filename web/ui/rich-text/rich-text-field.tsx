import { useState } from 'react';
import type { EditorProps } from './editor.tsx';
import { PlainField } from './plain-field.tsx';
import { useEditorCode } from './use-editor-code.ts';
import { withParagraphs } from './with-paragraphs.ts';

/**
 * A field for rich text, whose code is loaded when it is needed. Letters that are typed before it is there go into a plain
 * field, which hands them on: they are neither lost nor taken for commands.
 */
export const RichTextField = (props: Omit<EditorProps, 'typed'>) => {
  const [typed, setTyped] = useState('');
  // Those who show it keep what they hear, and may give that as what it begins with.
  const [initial] = useState(props.initial);
  const { Editor, wasFocused, field } = useEditorCode();
  if (Editor !== undefined) {
    return <Editor {...props} initial={initial} typed={typed} isFocused={wasFocused ?? props.isFocused ?? false} />;
  }
  const type = (text: string): void => {
    setTyped(text);
    props.onChange(withParagraphs(initial, text));
  };
  return <PlainField {...props} initial={initial} fieldRef={field} text={typed} onType={type} />;
};
