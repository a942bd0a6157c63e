import { Stack, Textarea } from '@mantine/core';
import type { Ref } from 'react';
import type { EditorProps } from './editor.tsx';
import { RichText } from './rich-text.tsx';

interface PlainFieldProps extends Pick<EditorProps, 'label' | 'initial' | 'placeholder' | 'isFocused' | 'onSend'> {
  readonly fieldRef: Ref<HTMLTextAreaElement>;
  readonly text: string;
  readonly onType: (text: string) => void;
}

/** What is written into while the editor is on its way, or does not come: what it adds stands below what there is. */
export const PlainField = (props: PlainFieldProps) => {
  const { label, initial, placeholder, isFocused = false, onSend, fieldRef, text, onType } = props;
  return (
    <Stack gap="xs">
      {initial !== '' && <RichText html={initial} />}
      <Textarea
        ref={fieldRef}
        aria-label={label}
        placeholder={placeholder}
        dir="auto"
        rows={5}
        autoFocus={isFocused}
        value={text}
        onChange={({ currentTarget }) => onType(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onSend();
        }}
      />
    </Stack>
  );
};
