import { ActionIcon, Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../../../ui/commands.ts';
import { useAhead } from '../../../ui/use-ahead.ts';
import { useMe } from '../../people/me.queries.ts';

const loadDialog = () => import('./new-case-dialog.tsx');
const NewCaseDialog = lazy(async () => ({ default: (await loadDialog()).NewCaseDialog }));

/** Creates a case from wherever one is: by a press, or by a key. */
export const NewCaseButton = () => {
  const mayCreate = useMe().rights.includes('Create');
  return mayCreate ? <Creating /> : null;
};

const Creating = () => {
  const { t } = useTranslation();
  const [isOpen, { open, close }] = useDisclosure();
  useAhead(loadDialog);
  useCommands([{ id: 'new-case', label: t('nav.newCase'), group: t('commands.anywhere'), keys: 'c', run: open }]);
  return (
    <>
      <Button
        size="xs"
        visibleFrom="sm"
        leftSection={<IconPlus size={16} aria-hidden />}
        aria-keyshortcuts="c"
        onClick={open}
      >
        {t('nav.newCase')}
      </Button>
      <ActionIcon hiddenFrom="sm" size="md" aria-label={t('nav.newCase')} onClick={open}>
        <IconPlus size={18} />
      </ActionIcon>
      <Suspense>{isOpen && <NewCaseDialog onClose={close} />}</Suspense>
    </>
  );
};
