import { Button, Group, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Comment } from '../../../src/client/index.ts';
import { casekeep } from '../../server/casekeep.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { RichTextField } from '../../ui/rich-text/rich-text-field.tsx';
import { useWrite } from '../../ui/use-write.ts';
import { useMentionable } from '../people/use-mentionable.ts';

interface CommentEditorProps {
  readonly comment: Comment;
  readonly spaceId: number;
  readonly draft: string;
  readonly onType: (text: string) => void;
  readonly onClose: () => void;
}

/** Where a comment is changed that was sent already. */
export const CommentEditor = ({ comment, spaceId, draft, onType, onClose }: CommentEditorProps) => {
  const { t } = useTranslation();
  const searchPeople = useMentionable(spaceId);
  const save = useWrite({
    write: () => casekeep.editComment({ commentId: comment.id, body: { text: draft } }),
    outdates: [['case', comment.caseId]],
    isRefusalShown: true,
    onDone: onClose,
  });
  const send = (): void => {
    if (draft !== '' && !save.isPending) save.mutate();
  };
  return (
    <Stack gap="xs">
      <RichTextField
        label={t('comment.edit')}
        initial={draft}
        isFocused
        onChange={onType}
        onSend={send}
        searchPeople={searchPeople}
      />
      <Group gap="xs">
        <Button size="xs" disabled={draft === ''} loading={save.isPending} onClick={send}>
          {t('action.save')}
        </Button>
        <Button size="xs" variant="subtle" onClick={onClose}>
          {t('action.cancel')}
        </Button>
      </Group>
      {save.isError && <FailureNotice error={save.error} onRetry={send} />}
    </Stack>
  );
};
