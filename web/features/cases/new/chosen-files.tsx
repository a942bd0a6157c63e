import { ActionIcon, Group, Stack, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type RefObject, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { byteSize } from '../../../ui/byte-size.ts';
import { AddFiles } from '../../attachments/add-files.tsx';
import { useDroppedFiles } from '../../attachments/use-dropped-files.ts';

interface ChosenFilesProps {
  readonly files: readonly File[];
  /** In the space that the case will be in. */
  readonly mayUpload: boolean;
  /** The part of the dialog in which they are chosen. */
  readonly within: RefObject<HTMLElement | null>;
  readonly onChange: (files: readonly File[]) => void;
}

/** The files that a new case will have: they are sent when there is one. */
export const ChosenFiles = ({ files, mayUpload, within, onChange }: ChosenFilesProps) => {
  const { t, i18n } = useTranslation();
  const adding = useRef<HTMLButtonElement>(null);
  const add = (more: readonly File[]): void => onChange([...files, ...more]);
  const isOver = useDroppedFiles({ isWanted: mayUpload, onFiles: add, within });
  if (!mayUpload && files.length === 0) return null;
  const hint = files.length === 0 ? 'files.hint' : 'newCase.filesLater';
  return (
    <Stack component="section" gap={4} aria-label={t('files.title')}>
      <Group gap="xs">
        {mayUpload && <AddFiles ref={adding} onFiles={add} />}
        {mayUpload ? (
          <Text size="xs" c="dimmed" visibleFrom={files.length === 0 ? 'sm' : undefined}>
            {t(isOver ? 'files.drop' : hint)}
          </Text>
        ) : (
          <Text size="sm" c="var(--mantine-color-error)" role="status">
            {t('newCase.filesRefused')}
          </Text>
        )}
      </Group>
      {files.map((file, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: one may choose the same file twice
        <Group key={place} gap={4} wrap="nowrap">
          <Text size="sm" truncate dir="auto">
            {file.name}
          </Text>
          <Text size="xs" c="dimmed" style={{ flexShrink: 0 }}>
            {byteSize(file.size, i18n.language)}
          </Text>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={t('newCase.removeFile', { name: file.name })}
            onClick={() => {
              onChange(files.filter((_, each) => each !== place));
              // What has the focus goes away with the file.
              adding.current?.focus();
            }}
          >
            <IconX size={14} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
    </Stack>
  );
};
