import { ActionIcon, Button, FileButton, Group, Stack, Text } from '@mantine/core';
import { IconPaperclip, IconX } from '@tabler/icons-react';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { byteSize } from '../../../ui/byte-size.ts';
import { useDroppedFiles } from '../../attachments/use-dropped-files.ts';

interface ChosenFilesProps {
  readonly files: readonly File[];
  /** Where they can be dropped and pasted. */
  readonly within: RefObject<HTMLElement | null>;
  readonly onChange: (files: readonly File[]) => void;
}

/** The files that a new case will have: they are sent when there is one. */
export const ChosenFiles = ({ files, within, onChange }: ChosenFilesProps) => {
  const { t, i18n } = useTranslation();
  const add = (more: readonly File[]): void => onChange([...files, ...more]);
  const isOver = useDroppedFiles({ isWanted: true, onFiles: add, within });
  return (
    <Stack component="section" gap={4} aria-label={t('files.title')}>
      <Group gap="xs">
        <FileButton multiple onChange={add}>
          {(props) => (
            <Button
              {...props}
              size="compact-xs"
              variant="subtle"
              color="gray"
              leftSection={<IconPaperclip size={14} aria-hidden />}
            >
              {t('files.add')}
            </Button>
          )}
        </FileButton>
        <Text size="xs" c="dimmed" visibleFrom={files.length === 0 ? 'sm' : undefined}>
          {isOver ? t('files.drop') : files.length === 0 ? t('files.hint') : t('newCase.filesLater')}
        </Text>
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
            onClick={() => onChange(files.filter((_, each) => each !== place))}
          >
            <IconX size={14} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
    </Stack>
  );
};
