import { ActionIcon, Button } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { runCommand } from '../ui/commands.ts';
import { HiddenKeys } from '../ui/keys.tsx';

/** Opens the palette for whoever does not know its keys, and tells them. */
export const SearchButton = () => {
  const { t } = useTranslation();
  const open = (): void => runCommand('palette');
  return (
    <>
      <Button
        size="xs"
        variant="default"
        visibleFrom="sm"
        leftSection={<IconSearch size={16} aria-hidden />}
        rightSection={<HiddenKeys keys="mod+K" />}
        aria-keyshortcuts="Control+K Meta+K"
        onClick={open}
      >
        {t('nav.search')}
      </Button>
      <ActionIcon hiddenFrom="sm" size="md" variant="default" aria-label={t('nav.search')} onClick={open}>
        <IconSearch size={18} />
      </ActionIcon>
    </>
  );
};
