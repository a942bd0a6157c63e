import { Button, Group, Modal, Paper, SimpleGrid, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { When } from '../../../ui/when.tsx';
import type { TextConflict } from './case-conflict.ts';

interface ConflictDialogProps {
  readonly conflict: TextConflict;
  readonly mine: ReactNode;
  readonly theirs: ReactNode;
  readonly isSaving: boolean;
  readonly onMine: () => void;
  readonly onTheirs: () => void;
  readonly onPostpone: () => void;
}

/** Somebody else was faster: both texts, and which one shall be. */
export const ConflictDialog = (props: ConflictDialogProps) => {
  const { conflict, mine, theirs, isSaving, onMine, onTheirs, onPostpone } = props;
  const { t } = useTranslation();
  return (
    <Modal
      opened
      onClose={onPostpone}
      title={t('conflict.title')}
      size="xl"
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <Stack>
        <Text size="sm">
          {conflict.changedBy === null ? t('conflict.byServer') : t('conflict.by', { name: conflict.changedBy })}{' '}
          <Text span c="dimmed">
            <When at={conflict.changedAt} />
          </Text>
        </Text>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <Version label={t('conflict.mine')}>{mine}</Version>
          <Version label={t('conflict.theirs')}>{theirs}</Version>
        </SimpleGrid>
        <Group justify="flex-end">
          <Button variant="subtle" onClick={onPostpone}>
            {t('conflict.goOn')}
          </Button>
          <Button variant="default" onClick={onTheirs}>
            {t('conflict.takeTheirs')}
          </Button>
          <Button onClick={onMine} loading={isSaving}>
            {t('conflict.keepMine')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
};

const Version = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <Stack component="section" aria-label={label} gap={4}>
    <Text size="xs" c="dimmed" fw={600}>
      {label}
    </Text>
    <Paper withBorder p="sm" mah="50vh" style={{ overflow: 'auto', overflowWrap: 'anywhere' }}>
      {children}
    </Paper>
  </Stack>
);
