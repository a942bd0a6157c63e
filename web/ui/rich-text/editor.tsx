import { Link, RichTextEditor } from '@mantine/tiptap';
import { Image } from '@tiptap/extension-image';
import { Placeholder } from '@tiptap/extension-placeholder';
import { TableKit } from '@tiptap/extension-table';
import { useEditor } from '@tiptap/react';
import { StarterKit } from '@tiptap/starter-kit';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MentionList } from './mention-list.tsx';
import { type Mentionable, type MentionOffer, mentions } from './mentions.ts';
import { useBeginAtEnd } from './use-begin-at-end.ts';

/** What a field for rich text is given. */
export interface EditorProps {
  /** What it is called. */
  readonly label: string;
  /** HTML to begin with. */
  readonly initial: string;
  /** What was typed at its end before it was there. */
  readonly typed?: string;
  readonly placeholder?: string | undefined;
  readonly isFocused?: boolean;
  /** Hears the HTML; "" when there is nothing but blanks. */
  readonly onChange: (html: string) => void;
  /** Hears that somebody wants to send it, by keyboard. */
  readonly onSend: () => void;
  readonly searchPeople: (typed: string) => Promise<readonly Mentionable[]>;
}

/** A field for rich text. */
export const Editor = (props: EditorProps) => {
  const { label, initial, placeholder = '' } = props;
  const [offer, setOffer] = useState<MentionOffer | null>(null);
  const labels = useLabels();
  const latest = useRef(props);
  latest.current = props;
  const editor = useEditor({
    extensions: [
      StarterKit.configure({ link: false }),
      Link,
      // What other clients have written stays when it is edited here.
      TableKit,
      Image,
      Placeholder.configure({ placeholder }),
      mentions({ search: (typed) => latest.current.searchPeople(typed), show: setOffer }),
    ],
    content: initial,
    shouldRerenderOnTransaction: true,
    onBlur: () => setOffer(null),
    onUpdate: ({ editor: now }) => latest.current.onChange(now.getText().trim() === '' ? '' : now.getHTML()),
    editorProps: {
      attributes: { 'aria-label': label, role: 'textbox', 'aria-multiline': 'true', dir: 'auto' },
      handleKeyDown: (_, event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return false;
        latest.current.onSend();
        return true;
      },
    },
  });
  useBeginAtEnd(editor, props);
  return (
    <RichTextEditor editor={editor} labels={labels} variant="subtle">
      <RichTextEditor.Toolbar>
        <RichTextEditor.ControlsGroup>
          <RichTextEditor.Bold />
          <RichTextEditor.Italic />
          <RichTextEditor.Strikethrough />
          <RichTextEditor.Code />
        </RichTextEditor.ControlsGroup>
        <RichTextEditor.ControlsGroup>
          <RichTextEditor.BulletList />
          <RichTextEditor.OrderedList />
          <RichTextEditor.Blockquote />
          <RichTextEditor.CodeBlock />
        </RichTextEditor.ControlsGroup>
        <RichTextEditor.ControlsGroup>
          <RichTextEditor.Link />
        </RichTextEditor.ControlsGroup>
      </RichTextEditor.Toolbar>
      <RichTextEditor.Content fz="sm" mih={90} style={{ overflowWrap: 'anywhere' }} />
      {offer !== null && <MentionList offer={offer} />}
    </RichTextEditor>
  );
};

const useLabels = () => {
  const { t } = useTranslation();
  return {
    boldControlLabel: t('editor.bold'),
    italicControlLabel: t('editor.italic'),
    strikeControlLabel: t('editor.strike'),
    codeControlLabel: t('editor.code'),
    bulletListControlLabel: t('editor.bulletList'),
    orderedListControlLabel: t('editor.orderedList'),
    blockquoteControlLabel: t('editor.quote'),
    codeBlockControlLabel: t('editor.codeBlock'),
    linkControlLabel: t('editor.link'),
    linkEditorInputLabel: t('editor.linkAddress'),
    linkEditorInputPlaceholder: 'https://',
    linkEditorExternalLink: t('editor.linkNewTab'),
    linkEditorInternalLink: t('editor.linkSameTab'),
    linkEditorSave: t('action.save'),
  };
};
