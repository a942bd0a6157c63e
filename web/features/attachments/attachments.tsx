import { Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { AddFiles } from './add-files.tsx';
import { AttachmentItem } from './attachment-item.tsx';
import styles from './attachments.module.css';
import { attachmentsQuery } from './attachments.queries.ts';
import { takeFiles } from './files-ahead.ts';
import { SendingItem } from './sending-item.tsx';
import { useDroppedFiles } from './use-dropped-files.ts';
import { useUploads } from './use-uploads.ts';

interface AttachmentsProps {
  readonly caseId: number;
  readonly mayUpload: boolean;
  /** Whether what others have attached may be deleted. */
  readonly mayDeleteOthers: boolean;
}

/** The files of a case: chosen, dropped anywhere on the page, or pasted. */
export const Attachments = ({ caseId, mayUpload, mayDeleteOthers }: AttachmentsProps) => {
  const { t } = useTranslation();
  const { data = [] } = useQuery(attachmentsQuery(caseId));
  const { sending, add, again } = useUploads(caseId);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what waits is taken once
  useEffect(() => {
    if (mayUpload) add(takeFiles(caseId));
  }, [caseId, mayUpload]);
  const isOver = useDroppedFiles({ isWanted: mayUpload, onFiles: add });
  if (data.length === 0 && !mayUpload) return null;
  return (
    <Stack
      component="section"
      gap="xs"
      aria-label={t('files.title')}
      data-screen-only={data.length === 0 || undefined}
      data-over={isOver || undefined}
      className={styles.place}
    >
      <Group gap="xs">
        <Title order={2} size="h5">
          {t('files.title')}
        </Title>
        {mayUpload && <AddFiles onFiles={add} />}
        {mayUpload && (
          <Text size="xs" c="dimmed" visibleFrom="sm" data-screen-only>
            {isOver ? t('files.drop') : t('files.hint')}
          </Text>
        )}
      </Group>
      {data.length > 0 && (
        <div className={styles.files}>
          {data.map((each) => (
            <AttachmentItem key={each.id} attachment={each} mayUpload={mayUpload} mayDeleteOthers={mayDeleteOthers} />
          ))}
        </div>
      )}
      {sending.map((each) => (
        <SendingItem key={each.key} sending={each} onAgain={() => again(each)} />
      ))}
    </Stack>
  );
};
