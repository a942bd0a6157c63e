import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconLink, IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Comment } from '../../../src/client/index.ts';
import { casekeep } from '../../server/casekeep.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { useCopyLink } from '../../ui/use-copy-link.ts';
import { useWrite } from '../../ui/use-write.ts';

interface CommentMenuProps {
  readonly comment: Comment;
  readonly mayEdit: boolean;
  readonly mayDelete: boolean;
  readonly onEdit: () => void;
}

/** What can be done with a comment. */
export const CommentMenu = ({ comment, mayEdit, mayDelete, onEdit }: CommentMenuProps) => {
  const { t } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  const copyLink = useCopyLink();
  const remove = useWrite({
    write: () => casekeep.deleteComment({ commentId: comment.id }),
    outdates: [['case', comment.caseId], ['cases']],
    told: t('comment.deleted'),
  });
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size="sm" aria-label={t('comment.menu')}>
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconLink size={16} aria-hidden />}
            onClick={() => copyLink(`/cases/${comment.caseId}#comment-${comment.id}`)}
          >
            {t('comment.copyLink')}
          </Menu.Item>
          {mayEdit && (
            <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={onEdit}>
              {t('comment.edit')}
            </Menu.Item>
          )}
          {mayDelete && (
            <Menu.Item
              c="var(--mantine-color-error)"
              leftSection={<IconTrash size={16} aria-hidden />}
              onClick={() => setAsking(true)}
            >
              {t('comment.delete')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {isAsking && (
        <ConfirmDialog
          title={t('comment.delete')}
          question={t('comment.deleteQuestion')}
          action={t('comment.delete')}
          onConfirm={() => remove.mutate()}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
};
