import { Group, Modal, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Command } from '../ui/commands.ts';
import { Keys } from '../ui/keys.tsx';

/** Whoever wants to read it reads it whole; toasts wait behind it. */
const ABOVE_TOASTS = 500;

interface ShortcutSheetProps {
  readonly commands: readonly Command[];
  readonly onClose: () => void;
}

/** All shortcuts that mean something on the screen that is there. */
export const ShortcutSheet = ({ commands, onClose }: ShortcutSheetProps) => {
  const { t } = useTranslation();
  const withKeys = commands.filter(({ keys }) => keys !== undefined);
  return (
    <Modal
      opened
      onClose={onClose}
      zIndex={ABOVE_TOASTS}
      title={t('commands.shortcuts')}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <Stack>
        {[...Map.groupBy(withKeys, ({ group }) => group)].map(([group, some]) => (
          <Stack key={group} gap={6} component="section">
            <Title order={3} size="h6" c="dimmed">
              {group}
            </Title>
            {some.map(({ id, label, keys = '' }) => (
              <Group key={id} justify="space-between" wrap="nowrap">
                <Text size="sm">{label}</Text>
                <Keys keys={keys} />
              </Group>
            ))}
          </Stack>
        ))}
      </Stack>
    </Modal>
  );
};
