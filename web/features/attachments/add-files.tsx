import { Button, FileButton } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { type Ref, useRef } from 'react';
import { useTranslation } from 'react-i18next';

interface AddFilesProps {
  readonly ref?: Ref<HTMLButtonElement>;
  readonly onFiles: (files: readonly File[]) => void;
}

/** A button to choose files with; the same ones can be chosen again. */
export const AddFiles = ({ ref, onFiles }: AddFilesProps) => {
  const { t } = useTranslation();
  const forget = useRef<() => void>(null);
  return (
    <FileButton
      multiple
      resetRef={forget}
      onChange={(files) => {
        onFiles(files);
        forget.current?.();
      }}
    >
      {(opening) => (
        <Button
          {...opening}
          {...(ref === undefined ? {} : { ref })}
          size="compact-xs"
          variant="subtle"
          color="gray"
          leftSection={<IconPaperclip size={14} aria-hidden />}
        >
          {t('files.add')}
        </Button>
      )}
    </FileButton>
  );
};
