import { Button, Checkbox, Group, Stack, Tooltip, UnstyledButton } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { casekeep } from '../../server/casekeep.ts';
import { useCommands } from '../../ui/commands.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { RichTextField } from '../../ui/rich-text/rich-text-field.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import { useWrite } from '../../ui/use-write.ts';
import { useMe } from '../people/me.queries.ts';
import { useMentionable } from '../people/use-mentionable.ts';
import styles from './comments.module.css';

interface CommentComposerProps {
  readonly caseId: number;
  readonly spaceId: number;
  /** The comment that is answered. */
  readonly parentId?: number;
  readonly mayBeInternal: boolean;
  /** Whether somebody wants to write right now. */
  readonly isOpen?: boolean;
  readonly onClose?: () => void;
}

interface Draft {
  readonly text: string;
  readonly isInternal: boolean;
}

/** Under which key the draft of a comment is kept, or of an answer to one. */
export const answerKey = (userId: number, caseId: number, parentId?: number): string =>
  `${userId}:case-${caseId}-comment-${parentId ?? 'new'}`;

/** Where a comment is written; what is typed is kept until it is sent. */
export const CommentComposer = (props: CommentComposerProps) => {
  const { caseId, spaceId, parentId, mayBeInternal, isOpen = false, onClose } = props;
  const { t } = useTranslation();
  const me = useMe();
  const [draft, keep] = useDraft<Draft>(answerKey(me.id, caseId, parentId));
  const [isWanted, setWanted] = useState(isOpen);
  const [wasOpen, setWasOpen] = useState(false);
  const searchPeople = useMentionable(spaceId);
  const { text = '', isInternal = false } = draft ?? {};
  const close = (): void => {
    keep(undefined);
    setWanted(false);
    setWasOpen(true);
    onClose?.();
  };
  const answered = parentId === undefined ? {} : { parentId };
  const send = useWrite({
    write: () => casekeep.createComment({ caseId, body: { text, isInternal, ...answered } }),
    outdates: [['case', caseId], ['cases']],
    isRefusalShown: true,
    onDone: close,
  });
  const label = parentId === undefined ? t('case.comment') : t('comment.answer');
  const box = useRef<HTMLDivElement>(null);
  const begin = (): void => {
    setWanted(true);
    box.current?.querySelector<HTMLElement>('[contenteditable], textarea')?.focus();
  };
  const command = { id: 'case-comment', label, group: t('case.number', { id: caseId }), keys: 'r', run: begin };
  useCommands(parentId === undefined ? [command] : []);
  if (draft === undefined && !isWanted) {
    return (
      <UnstyledButton
        data-screen-only
        className={styles.invitation}
        autoFocus={wasOpen}
        onClick={() => setWanted(true)}
      >
        {t('case.commentPlaceholder')}
      </UnstyledButton>
    );
  }
  const post = (): void => {
    if (text !== '' && !send.isPending) send.mutate();
  };
  return (
    <Stack ref={box} gap="xs" data-screen-only data-internal={isInternal || undefined}>
      <RichTextField
        label={label}
        initial={text}
        placeholder={t('case.commentPlaceholder')}
        isFocused={isWanted}
        onChange={(typed) => keep({ text: typed, isInternal })}
        onSend={post}
        searchPeople={searchPeople}
      />
      <Group gap="sm">
        <Button size="xs" disabled={text === ''} loading={send.isPending} onClick={post}>
          {t('comment.send')}
        </Button>
        <Button size="xs" variant="subtle" onClick={close}>
          {t('action.cancel')}
        </Button>
        {mayBeInternal && (
          <Tooltip label={t('case.internalHint')}>
            <Checkbox
              size="xs"
              label={t('case.internal')}
              checked={isInternal}
              onChange={({ currentTarget }) => keep({ text, isInternal: currentTarget.checked })}
            />
          </Tooltip>
        )}
      </Group>
      {send.isError && <FailureNotice error={send.error} onRetry={post} />}
    </Stack>
  );
};
