import { ActionIcon, Anchor, Group, Text } from '@mantine/core';
import { IconFile, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '../../../src/client/index.ts';
import { casekeep } from '../../server/casekeep.ts';
import { byteSize } from '../../ui/byte-size.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { useWrite } from '../../ui/use-write.ts';
import { useMe } from '../people/me.queries.ts';
import styles from './attachments.module.css';

interface AttachmentItemProps {
  readonly attachment: Attachment;
  readonly mayUpload: boolean;
  readonly mayDeleteOthers: boolean;
}

/** A file, with a preview if it is a picture. */
export const AttachmentItem = ({ attachment, mayUpload, mayDeleteOthers }: AttachmentItemProps) => {
  const { t, i18n } = useTranslation();
  const me = useMe();
  const [isAsking, setAsking] = useState(false);
  const { id, caseId, name, url, isPicture, uploaderId } = attachment;
  const place = new URL(url);
  // The server may know itself by another name than the browser does, which the policy of the page would keep out.
  const here = place.pathname + place.search;
  const remove = useWrite({
    write: () => casekeep.deleteAttachment({ attachmentId: id }),
    outdates: [['case', caseId]],
    told: t('files.deleted', { name }),
  });
  return (
    <article className={styles.file} aria-label={name}>
      <div className={styles.preview} aria-hidden>
        {isPicture ? <img src={here} alt="" loading="lazy" /> : <IconFile size={28} />}
      </div>
      <Group gap={4} p={6} wrap="nowrap" justify="space-between">
        <div style={{ minWidth: 0 }}>
          <Anchor href={here} target="_blank" rel="noreferrer" size="xs" display="block" truncate title={name}>
            {name}
          </Anchor>
          <Text size="xs" c="dimmed">
            {byteSize(attachment.byteSize, i18n.language)}
          </Text>
        </div>
        {mayUpload && (uploaderId === me.id || mayDeleteOthers) && (
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={t('files.delete', { name })}
            onClick={() => setAsking(true)}
          >
            <IconTrash size={14} />
          </ActionIcon>
        )}
      </Group>
      {isAsking && (
        <ConfirmDialog
          title={t('files.delete', { name })}
          question={t('files.deleteQuestion')}
          action={t('files.deleteAction')}
          onConfirm={() => remove.mutate()}
          onClose={() => setAsking(false)}
        />
      )}
    </article>
  );
};
