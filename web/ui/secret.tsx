import { Button, Code, Group, Stack, Text } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { copyText } from './copy-text.ts';
import { useTellFailure } from './use-tell-failure.ts';

interface SecretProps {
  readonly label: string;
  readonly children: string;
}

/** Something to take along: a secret, a link, a command line; with a button that copies it. */
export const Secret = ({ label, children }: SecretProps) => {
  const { t } = useTranslation();
  const [isCopied, setCopied] = useState(false);
  const tellFailure = useTellFailure();
  const copy = (): void => void copyText(children).then(() => setCopied(true), tellFailure);
  return (
    <Stack gap={4}>
      <Group justify="space-between">
        <Text size="sm" fw={600}>
          {label}
        </Text>
        <Button
          size="compact-sm"
          variant="default"
          onClick={copy}
          aria-label={`${t('action.copy')}: ${label}`}
          leftSection={isCopied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
        >
          <span aria-live="polite">{isCopied ? t('action.copied') : t('action.copy')}</span>
        </Button>
      </Group>
      <Code block dir="ltr" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {children}
      </Code>
    </Stack>
  );
};
